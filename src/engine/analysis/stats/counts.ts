import { cellSquareMetres, countPerCell } from '../../../domain/geography/cells.ts';
import type { StatsMethod } from './stats-method.ts';

/** Points in each cell, the sum of their weights, and both for each square kilometre. One row a cell. */
export const countsStats: StatsMethod = {
  settings: [],
  needsGrid: true,
  readsTimes: false,
  run({ eastings, northings, weights, unreadable }, gridOf) {
    const grid = gridOf();
    const { counts, outside } = countPerCell(grid, eastings, northings);
    const { counts: sums } = countPerCell(grid, eastings, northings, weights);
    const squareKilometres = cellSquareMetres(grid) / 1e6;
    return {
      header: ['cell_id', 'count', 'weight', 'count_per_km2', 'weight_per_km2'],
      rows: Array.from(counts, (count, cell) => [
        cell + 1,
        count,
        sums[cell] ?? 0,
        count / squareKilometres,
        (sums[cell] ?? 0) / squareKilometres,
      ]),
      summary: {
        points: eastings.length,
        outsideGrid: outside,
        unreadable,
        cells: counts.length,
        occupiedCells: counts.filter((count) => count > 0).length,
        highestCount: counts.reduce((most, count) => Math.max(most, count), 0),
      },
    };
  },
};
