import { type CellGrid, cellCount, cellNeighbours } from '../geography/cells.ts';
import { twoSidedProbability } from './normal.ts';

/** One entry a cell; NaN where the cell is not in the study area. */
export interface GiStar {
  /** Standard deviations between the sum around the cell and the sum that chance would give. */
  readonly z: Float64Array;
  /** Two-sided probability of such a z by chance, not corrected for the number of cells. */
  readonly p: Float64Array;
}

/**
 * Getis and Ord's Gi* for each included cell, with binary weights: the cell itself and the included cells that
 * touch it (eight around a square, six around a hexagon; fewer at the edge).
 *
 * z = (sum_j x_j - W m) / (s sqrt((n W - W^2) / (n - 1))), where W is the number of cells summed, n the number of
 * included cells, and m and s their mean and population standard deviation, empty cells too (Ord and Getis 1995;
 * the same as spdep's `localG` with `include.self`). p is normal and two-sided.
 *
 * Where nothing can stand out, because all values are equal, there is one cell, or a cell's neighbours are the
 * whole study area, z is 0 and p is 1.
 *
 * @param included 1 for the cells of the study area; null for all.
 * @throws RangeError when the arrays do not fit the grid, or an included value is not finite.
 */
export function giStar(values: Float64Array, grid: CellGrid, included: Uint8Array | null): GiStar {
  const cells = cellCount(grid);
  if (values.length !== cells || (included !== null && included.length !== cells)) {
    throw new RangeError(`Values and study area must have ${cells} entries, one a cell.`);
  }
  const isIncluded = (cell: number) => included === null || included[cell] === 1;
  const { count, mean, deviation } = meanAndDeviation(values, isIncluded);
  const z = new Float64Array(cells).fill(Number.NaN);
  const p = new Float64Array(cells).fill(Number.NaN);
  for (let cell = 0; cell < cells; cell += 1) {
    if (!isIncluded(cell)) continue;
    let summed = 1;
    let sum = values[cell] ?? 0;
    for (const neighbour of cellNeighbours(grid, cell)) {
      if (!isIncluded(neighbour)) continue;
      summed += 1;
      sum += values[neighbour] ?? 0;
    }
    const spread = deviation * Math.sqrt((count * summed - summed * summed) / (count - 1));
    const score = spread > 0 ? (sum - summed * mean) / spread : 0;
    z[cell] = score;
    p[cell] = twoSidedProbability(score);
  }
  return { z, p };
}

interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Population standard deviation; exactly 0 when all values are equal. */
  readonly deviation: number;
}

function meanAndDeviation(values: Float64Array, isIncluded: (cell: number) => boolean): Moments {
  let count = 0;
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const [cell, value] of values.entries()) {
    if (!isIncluded(cell)) continue;
    if (!Number.isFinite(value)) throw new RangeError('Gi* needs a finite value for every cell.');
    count += 1;
    sum += value;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  const mean = sum / count;
  // Rounding in the mean would otherwise turn equal values such as 0.1 into a tiny spread and a huge z.
  if (!(smallest < largest)) return { count, mean, deviation: 0 };
  // Around the mean, not sum of squares less square of the mean: large values would lose their digits.
  let squares = 0;
  for (const [cell, value] of values.entries()) {
    if (isIncluded(cell)) squares += (value - mean) ** 2;
  }
  return { count, mean, deviation: Math.sqrt(squares / count) };
}
