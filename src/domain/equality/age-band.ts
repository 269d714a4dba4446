/** Bands into which the age bands of any source are put, so that they can stand side by side. */
export const wideAgeBands = [
  'under 18',
  '18 to 24',
  '25 to 44',
  '45 to 64',
  '65 and over',
] as const;
export type WideAgeBand = (typeof wideAgeBands)[number];

const from: readonly number[] = [0, 18, 25, 45, 65];

/** The wide band of an age in years. */
export function wideBandOfAge(years: number): WideAgeBand {
  let band: WideAgeBand = 'under 18';
  for (const [at, first] of from.entries()) if (years >= first) band = wideAgeBands[at] ?? band;
  return band;
}

/**
 * The wide band of a source's own words for a band ("25-34", "Under 18", "65 and over"); null where they give none
 * or lie across two, since splitting them would be a guess.
 */
export function wideBandOfWords(text: string): WideAgeBand | null {
  const ages = text.match(/\d+/g)?.map(Number) ?? [];
  const [first, last] = ages;
  if (first === undefined) return null;
  if (/^\s*(under|below|less than)/i.test(text)) {
    return first <= 18 ? 'under 18' : null;
  }
  if (last === undefined || last === first) {
    const isOpen = /over|above|older|\+|plus/i.test(text);
    return !isOpen || first >= 65 ? wideBandOfAge(first) : null;
  }
  return wideBandOfAge(first) === wideBandOfAge(last) ? wideBandOfAge(first) : null;
}
