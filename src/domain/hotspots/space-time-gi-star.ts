import type { StudyCells } from '../geography/study-cells.ts';
import { evenSpread } from './even-spread.ts';
import { twoSidedProbability } from './normal.ts';
import { neighbourhoodSums, type SpaceTimeCube } from './space-time.ts';

/** Each entry of a result is a bin of the cube, in its order. */
interface SpaceTimeGiStar {
  readonly z: Float64Array;
  /** Two-sided, not corrected for the number of bins. */
  readonly p: Float64Array;
}

/**
 * Getis and Ord's Gi* over space and time: each bin sums its cell and the cells that touch it, in its own month and,
 * with one step, in the month before (the first month has none). Mean and spread are those of the whole cube, empty
 * bins too; formula as in `giStar`. This is what Esri's emerging hot spots start from.
 *
 * With `normal`, p supposes a normal z: on sparse counts it calls far too many bins hot. With `even`, p is the chance
 * of the sum if the same records were spread evenly over all bins, in bursts as they occur (see `evenSpread`); it needs
 * whole counts.
 *
 * @throws RangeError when the cube does not fit the cells, or `even` is asked of values that are not counts.
 */
export function spaceTimeGiStar(
  cube: SpaceTimeCube,
  cells: StudyCells,
  neighbourhoodSteps: 0 | 1,
  inference: 'normal' | 'even',
): SpaceTimeGiStar {
  const { values, months } = cube;
  const count = cells.cells.length;
  if (values.length !== count * months) throw new RangeError('The cube does not fit the cells.');
  const bins = values.length;
  const { mean, deviation } = meanAndDeviation(values);
  const inMonth = neighbourhoodSums(cube, cells);
  const chances = inference === 'even' ? evenSpread(cube) : null;
  const z = new Float64Array(bins);
  const p = new Float64Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    const cell = bin % count;
    const summedCells =
      1 + (cells.neighbourStart[cell + 1] ?? 0) - (cells.neighbourStart[cell] ?? 0);
    const looksBack = neighbourhoodSteps === 1 && bin >= count;
    const summed = looksBack ? 2 * summedCells : summedCells;
    const sum = (inMonth[bin] ?? 0) + (looksBack ? (inMonth[bin - count] ?? 0) : 0);
    const spread = deviation * Math.sqrt((bins * summed - summed * summed) / (bins - 1));
    const score = spread > 0 ? (sum - summed * mean) / spread : 0;
    z[bin] = score;
    p[bin] = chances === null ? twoSidedProbability(score) : chances.twoSided(summed, sum);
  }
  return { z, p };
}

/** Mean and population standard deviation; the deviation is exactly 0 when all values are equal. */
function meanAndDeviation(values: Float64Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.every((value) => value === values[0])) return { mean, deviation: 0 };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
