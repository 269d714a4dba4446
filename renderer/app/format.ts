import type { ProfileFilter } from '../../src/contract/filter.ts';

/** A number as people read it: 12,431. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A share in per cent with one decimal; "-" of nothing. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A number with its unit, which is in the singular for exactly one: "1 file", "3 files". */
export function formatCount(value: number, unit: string): string {
  const isOne = value === 1;
  return `${formatNumber(value)} ${isOne ? unit.replace(/s$/, '') : unit}`;
}

const units = {
  vawg: 'VAWG incidents',
  'all-incidents': 'incidents',
  partner: 'partner events',
  perceptions: 'reports of feeling unsafe',
} as const;

/** What one record of a kind of evidence is called, in the plural. Kinds are never summed. */
export function unitOf(evidence: ProfileFilter['evidence']): string {
  return units[evidence];
}

/** The period of a filter with its date basis: "committed 2025-11-01 to the last record". */
export function periodInWords({
  from,
  to,
  dateBasis,
}: Pick<ProfileFilter, 'from' | 'to' | 'dateBasis'>): string {
  if (from === null && to === null) return `${dateBasis} at any time on record`;
  return `${dateBasis} ${from ?? 'from the first record'} to ${to ?? 'the last record'}`;
}

const reasonWords: Readonly<Record<string, string>> = {
  openDataContext: 'open data, context only',
  notVawg: 'not on the VAWG list',
  unmatchedOffence: 'offence not recognised',
  femaleVictimTier: 'female-victim tier, separate',
  noFemaleVictim: 'no female victim recorded',
  otherThreat: 'another threat',
  otherSpace: 'another space',
  noDate: 'no date',
  outsidePeriod: 'outside the period',
  reportedAtLocation: 'only reported there',
  noLocation: 'no location',
  outsideStudyArea: 'outside the boundary',
  'wrong-number-of-fields': 'wrong number of fields',
  'missing-offence': 'no offence',
  'missing-date': 'no date',
  'missing-category': 'no category or reason',
  'missing-name': 'no name',
  'missing-engagement': 'no engagement',
  'missing-area': 'no area code',
  'missing-count': 'no count',
  'unreadable-date': 'date not understood',
  'unreadable-position': 'coordinates are not numbers',
  'unreadable-number': 'number not understood',
  'unreadable-flag': 'flag is neither yes nor no',
  'unknown-value': 'value not known',
  'unreadable-shape': 'shape not understood',
};

/** A reason's code in words; a code without words as it is. */
export function reasonText(reason: string): string {
  return reasonWords[reason] ?? reason;
}
