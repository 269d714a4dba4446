/** A hot spot stays hot in a check where at least this share of its records lies in cells that are hot there. */
export const staysHotFrom = 0.5;

/** What a check is held against: the hot spots of the run, by their records. */
export interface CheckedSpots {
  /** The hot spot of each record, numbered from 0; -1 for a record in none. */
  readonly spotOfPoint: Int32Array;
  readonly spots: number;
  /** What each record counts as: 1, or its harm. */
  readonly weights: Float64Array;
}

/** The same question asked in another way. */
export interface StabilityCheck {
  /** 1 for a record that lies in a hot cell of the check. */
  readonly isHot: Uint8Array;
  /** 1 for a record that takes part in the check; null where all do. */
  readonly takesPart: Uint8Array | null;
}

/**
 * The share of each hot spot's records (by weight) that lies in hot cells of a check, 0 to 1. Measured in records
 * and not in cells, so that checks with other cells can be compared. A spot of which no record takes part has 0.
 *
 * @throws RangeError when the columns differ in length.
 */
export function shareStillHot(
  { spotOfPoint, spots, weights }: CheckedSpots,
  { isHot, takesPart }: StabilityCheck,
): Float64Array {
  const { length } = spotOfPoint;
  const lengths = [weights.length, isHot.length, takesPart?.length ?? length];
  if (lengths.some((other) => other !== length)) {
    throw new RangeError('A check needs one entry a record.');
  }
  const hot = new Float64Array(spots);
  const all = new Float64Array(spots);
  for (let point = 0; point < length; point++) {
    const spot = spotOfPoint[point] ?? -1;
    if (spot < 0 || (takesPart !== null && takesPart[point] !== 1)) continue;
    const weight = weights[point] ?? 0;
    all[spot] = (all[spot] ?? 0) + weight;
    if (isHot[point] === 1) hot[spot] = (hot[spot] ?? 0) + weight;
  }
  return hot.map((weight, spot) => ((all[spot] ?? 0) > 0 ? weight / (all[spot] ?? 1) : 0));
}

/** The cells with the highest values, `count` of them and those that equal the last: 1 for each. */
export function highestCells(values: Float64Array, count: number): Uint8Array {
  const least = values.toSorted()[Math.max(0, values.length - count)] ?? Number.POSITIVE_INFINITY;
  return Uint8Array.from(values, (value) => (count > 0 && value > 0 && value >= least ? 1 : 0));
}

/** How a hot spot fared, in one sentence: "Stays hot in 11 of 12 checks; not with cells of 125 m." */
export function stabilityWords(
  shares: readonly number[],
  checks: readonly { readonly title: string }[],
): string {
  const failed = checks.filter((_, at) => (shares[at] ?? 0) < staysHotFrom);
  const stayed = checks.length - failed.length;
  if (checks.length === 0) return 'No check could be made.';
  if (failed.length === 0) return `Stays hot in all ${checks.length} checks.`;
  const list = failed.map(({ title }) => title).join('; ');
  return `Stays hot in ${stayed} of ${checks.length} checks; not ${list}.`;
}
