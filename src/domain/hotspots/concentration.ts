import { concentrationProfile } from './concentration-profile.ts';

/** How few cells hold half of all records, beside what chance would give. */
export interface Concentration {
  /** Fewest cells that together hold at least half of the records. */
  readonly cells: number;
  /** `cells` as a share of the study area's cells, 0 to 1. */
  readonly share: number;
  /** What `cells` would be if each record fell into any cell with the same chance: the mean over the draws. */
  readonly expectedCells: number;
  readonly expectedShare: number;
}

/** The profile's figures and `concentration` itself draw from the same seed, so that they agree. */
export const concentrationDraws = { draws: 100, seed: 20_261_031 } as const;

/**
 * Number and share of cells that hold half of the records: the one figure of `concentrationProfile` that the
 * profile's text needs.
 *
 * @param counts Whole numbers of records, one entry a cell.
 * @param included 1 for the cells of the study area; null for all.
 * @returns undefined when the study area has no records.
 * @throws RangeError when the arrays differ in length or a count is not a whole number of records.
 */
export function concentration(
  counts: Float64Array,
  included: Uint8Array | null,
): Concentration | undefined {
  if (included !== null && included.length !== counts.length) {
    throw new RangeError('Counts and study area must have the same length.');
  }
  const studied = counts.filter((_, cell) => included === null || included[cell] === 1);
  if (!studied.every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError('Concentration needs whole numbers of records.');
  }
  const records = studied.reduce((sum, count) => sum + count, 0);
  const work = concentrationProfile(studied, records, concentrationDraws);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const half = step.value?.parts.find(({ part }) => part === 0.5);
  if (half === undefined) return undefined;
  return {
    cells: half.cells,
    share: half.share,
    expectedCells: half.randomCells,
    expectedShare: half.randomCells / studied.length,
  };
}
