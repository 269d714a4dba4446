/**
 * The numbers of a release as one system: cells and sums that tie them. Tables that share a cell or a total are one
 * system, and so are a table and a map of the same records, since an intruder holds them side by side.
 */
export interface CountCell {
  /** Unique in the release: the same records are the same cell wherever they are shown. */
  readonly id: string;
  /** Records, as they are. */
  readonly count: number;
  /** Most of these records that go back to one victim, one suspect or one address; null where that is not known. */
  readonly fromOne: number | null;
  /**
   * `open`: to be published if it is safe. `implied`: never printed, but an intruder could subtract two published
   * numbers to get it. `withheld`: left out by the analyst. A range: went out before, which cannot be taken back,
   * and told that the number lies between these two.
   */
  readonly standing: 'open' | 'implied' | 'withheld' | NumberRange;
}

/** Whole numbers from `least` to `most`, both included. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** `total` is the sum of `parts`, each named by its id. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface LinkedCounts {
  readonly cells: readonly CountCell[];
  readonly sums: readonly Sum[];
}

/** Why a number is not shown. */
export type Removal = 'small' | 'one-person-or-place' | 'protects-another' | 'analyst';

/** Cells and sums by position: what the arithmetic works on. One group can be attacked without the others. */
export interface Group {
  readonly cells: readonly number[];
  /** Of each sum: the cell of the total, and the cells of its parts. */
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
}

/**
 * Splits a release into groups that no sum ties together.
 * @throws RangeError for an id given twice or unknown, a count that is no whole number, or a sum that does not add up.
 */
export function groupsOf({ cells, sums }: LinkedCounts): Group[] {
  const placeOf = new Map<string, number>();
  for (const [place, cell] of cells.entries()) {
    if (placeOf.has(cell.id)) throw new RangeError(`The cell "${cell.id}" is there twice.`);
    if (!Number.isInteger(cell.count) || cell.count < 0) {
      throw new RangeError(`The cell "${cell.id}" is not a number of records.`);
    }
    placeOf.set(cell.id, place);
  }
  const at = (id: string): number => {
    const place = placeOf.get(id);
    if (place === undefined)
      throw new RangeError(`A sum names the cell "${id}", which is not there.`);
    return place;
  };
  const placed = sums.map(({ total, parts }) => ({ total: at(total), parts: parts.map(at) }));
  const leader = Int32Array.from(cells.keys());
  const leaderOf = (place: number): number => {
    let found = place;
    while ((leader[found] ?? found) !== found) found = leader[found] ?? found;
    return found;
  };
  for (const { total, parts } of placed) {
    const sum = parts.reduce((all, part) => all + (cells[part]?.count ?? 0), 0);
    if (sum !== cells[total]?.count) {
      throw new RangeError(`The parts of "${cells[total]?.id}" do not add up to it.`);
    }
    for (const part of parts) leader[leaderOf(part)] = leaderOf(total);
  }
  const groups = new Map<number, { cells: number[]; sums: (typeof placed)[number][] }>();
  for (const place of cells.keys()) {
    const group = groups.get(leaderOf(place)) ?? { cells: [], sums: [] };
    group.cells.push(place);
    groups.set(leaderOf(place), group);
  }
  for (const sum of placed) groups.get(leaderOf(sum.total))?.sums.push(sum);
  return [...groups.values()];
}
