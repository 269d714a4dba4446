import type { StudyCells } from '../geography/study-cells.ts';

/** Hot cells that adjoin, as one place. */
export interface HotGroups {
  /** The group of each study cell, numbered from 0 in the order of their first cells; -1 for a cell that is not hot. */
  readonly groupOfCell: Int32Array;
  readonly count: number;
}

/**
 * Joins marked study cells that touch (corners count on squares) into groups.
 *
 * @param isHot 1 for a marked cell, one entry a study cell.
 * @throws RangeError when the marks do not fit the cells.
 */
export function hotGroups(
  isHot: Uint8Array,
  { cells, neighbourStart, neighbours }: StudyCells,
): HotGroups {
  if (isHot.length !== cells.length) {
    throw new RangeError(`Marks must have ${cells.length} entries, one a study cell.`);
  }
  const groupOfCell = new Int32Array(isHot.length).fill(-1);
  let count = 0;
  const open: number[] = [];
  for (let start = 0; start < isHot.length; start++) {
    if (isHot[start] !== 1 || groupOfCell[start] !== -1) continue;
    groupOfCell[start] = count;
    open.push(start);
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const end = neighbourStart[cell + 1] ?? 0;
      for (let at = neighbourStart[cell] ?? 0; at < end; at++) {
        const other = neighbours[at] ?? 0;
        if (isHot[other] !== 1 || groupOfCell[other] !== -1) continue;
        groupOfCell[other] = count;
        open.push(other);
      }
    }
    count++;
  }
  return { groupOfCell, count };
}
