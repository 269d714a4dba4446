import { seededRandom } from './seeded-random.ts';

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

const draws = 100;

/**
 * Number and share of cells that hold half of the records. With few records, most cells are empty and any pattern
 * looks concentrated (Bernasco and Steenbeek 2017), so the same number of records is also thrown at random into the
 * same cells a hundred times, from a fixed seed: the same input gives the same answer.
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
  if (records === 0) return undefined;

  const random = seededRandom(20_261_031);
  let expectedTotal = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const thrown = new Float64Array(studied.length);
    for (let record = 0; record < records; record += 1) {
      const cell = Math.floor(random() * studied.length);
      thrown[cell] = (thrown[cell] ?? 0) + 1;
    }
    expectedTotal += cellsWithHalf(thrown, records);
  }
  const cells = cellsWithHalf(studied, records);
  const expectedCells = expectedTotal / draws;
  return {
    cells,
    share: cells / studied.length,
    expectedCells,
    expectedShare: expectedCells / studied.length,
  };
}

function cellsWithHalf(counts: Float64Array, records: number): number {
  const ascending = counts.toSorted();
  let held = 0;
  let cells = 0;
  while (held * 2 < records && cells < ascending.length) {
    cells += 1;
    held += ascending[ascending.length - cells] ?? 0;
  }
  return cells;
}
