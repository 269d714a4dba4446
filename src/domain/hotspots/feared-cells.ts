import type { Burst } from './bursts.ts';

/**
 * Reports of each cell as a ranking by fear counts them: the reports of a burst count as one, in the cell of its
 * first. `cellOf` gives the cell of a report, below 0 for one outside the cells.
 */
export function fearOfCells(
  reports: Float64Array,
  bursts: readonly Burst[],
  cellOf: (report: number) => number,
): Float64Array {
  const fear = reports.slice();
  const add = (cell: number, more: number): void => {
    if (cell >= 0) fear[cell] = (fear[cell] ?? 0) + more;
  };
  for (const { reports: own } of bursts) {
    for (const report of own) add(cellOf(report), -1);
    add(cellOf(own[0] ?? 0), 1);
  }
  return fear;
}

/**
 * Cells that are feared and little recorded, the most feared first: at least `least` reports (a burst as one) and no
 * more incidents than the average cell that has any. Equal ones in the order of their cells.
 */
export function fearedCells(fear: Float64Array, incidents: Float64Array, least: number): number[] {
  const occupied = incidents.filter((count) => count > 0);
  const average = occupied.reduce((sum, count) => sum + count, 0) / Math.max(1, occupied.length);
  return [...fear.keys()]
    .filter((cell) => (fear[cell] ?? 0) >= least && (incidents[cell] ?? 0) <= average)
    .toSorted((a, b) => (fear[b] ?? 0) - (fear[a] ?? 0) || a - b);
}
