import { type CellGrid, countPerCell } from '../../../domain/geography/cells.ts';
import type { StatsPoints } from './stats-method.ts';

/** The points of a file in each cell of a grid, or the sum of their weights where they have any; and those outside. */
export function countPoints({ eastings, northings, weights }: StatsPoints, grid: CellGrid) {
  return countPerCell(grid, eastings, northings, weights);
}
