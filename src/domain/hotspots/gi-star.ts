import type { StudyCells } from '../geography/study-cells.ts';
import { neighbourhoodSums } from './neighbourhood-sums.ts';
import { twoSidedProbability } from './normal.ts';

/** One entry a study cell. */
export interface GiStar {
  /** Standard deviations between the sum around the cell and the sum that chance would give. */
  readonly z: Float64Array;
  /** Two-sided probability of such a z by chance, not corrected for the number of cells. */
  readonly p: Float64Array;
}

/**
 * Getis and Ord's Gi* for each study cell, with binary weights: the cell itself and the study cells that touch it
 * (eight around a square, six around a hexagon; fewer at the edge).
 *
 * z = (sum_j x_j - W m) / (s sqrt((n W - W^2) / (n - 1))), where W is the number of cells summed, n the number of
 * study cells, and m and s their mean and population standard deviation, empty cells too (Ord and Getis 1995;
 * the same as spdep's `localG` with `include.self`). p is normal and two-sided.
 *
 * Where nothing can stand out, because all values are equal, there is one cell, or a cell's neighbours are the
 * whole study area, z is 0 and p is 1.
 *
 * @param values One entry a study cell.
 * @throws RangeError when the values do not fit the cells, or one is not finite.
 */
export function giStar(values: Float64Array, cells: StudyCells): GiStar {
  const { sums, summed } = neighbourhoodSums(values, cells);
  const count = sums.length;
  const { mean, deviation } = meanAndDeviation(values);
  const z = new Float64Array(count);
  for (let cell = 0; cell < count; cell++) {
    const around = summed[cell] ?? 1;
    const spread = deviation * Math.sqrt((count * around - around * around) / (count - 1));
    z[cell] = spread > 0 ? ((sums[cell] ?? 0) - around * mean) / spread : 0;
  }
  return { z, p: z.map(twoSidedProbability) };
}

/** Mean and population standard deviation; the deviation is exactly 0 when all values are equal. */
function meanAndDeviation(values: Float64Array): { mean: number; deviation: number } {
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    sum += value;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  const mean = sum / values.length;
  // Rounding in the mean would otherwise turn equal values such as 0.1 into a tiny spread and a huge z.
  if (!(smallest < largest)) return { mean, deviation: 0 };
  // Around the mean, not sum of squares less square of the mean: large values would lose their digits.
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
