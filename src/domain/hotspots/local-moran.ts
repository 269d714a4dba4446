import type { StudyCells } from '../geography/study-cells.ts';
import { deviationsOf } from './deviations.ts';
import { twoSidedProbability } from './normal.ts';

/** A cell against the mean, and its neighbours' mean against the mean. `None`: no neighbour, or nothing differs. */
export type Quadrant = 'High-High' | 'Low-Low' | 'High-Low' | 'Low-High' | 'None';

/** One entry a study cell. */
export interface LocalMoran {
  /** Above 0 where a cell is like its neighbours, below 0 where it is unlike them. */
  readonly statistic: Float64Array;
  readonly z: Float64Array;
  /** Normal and two-sided, not corrected for the number of cells. */
  readonly p: Float64Array;
  readonly quadrant: readonly Quadrant[];
}

/**
 * Local Moran's I of each study cell with row-standardised weights over the cells that touch it.
 *
 * I_i = z_i / m2 x mean of the neighbours' z, with z = x - mean and m2 = sum z^2 / n. Tested by the conditional
 * moments, which hold x_i and shuffle the others: E = -z_i^2 / ((n - 1) m2) and
 * Var = (z_i / m2)^2 n / (n - 2) (1/k - 1/(n - 1)) (m2 - z_i^2 / (n - 1)) for k neighbours (Sokal, Oden and
 * Thomson 1998; Bivand and Wong 2018; the default of spdep's `localmoran`). The quadrant takes z and the
 * neighbours' mean z against 0, as PySAL does.
 *
 * A cell without neighbours, or at the mean exactly, and every cell where all values are equal: z 0 and p 1.
 *
 * @param values One entry a study cell.
 * @throws RangeError when the values do not fit the cells, or one is not finite.
 */
export function localMoran(values: Float64Array, study: StudyCells): LocalMoran {
  const count = study.cells.length;
  const { deviations, secondMoment } = deviationsOf(values, count);
  const statistic = new Float64Array(count);
  const z = new Float64Array(count);
  const p = new Float64Array(count).fill(1);
  const quadrant: Quadrant[] = Array.from({ length: count }, () => 'None');
  for (let cell = 0; cell < count; cell++) {
    const neighbours = neighbourCount(study, cell);
    if (neighbours === 0 || secondMoment === 0) continue;
    const own = deviations[cell] ?? 0;
    const lag = neighbourSum(deviations, study, cell) / neighbours;
    const value = (own / secondMoment) * lag;
    const expected = -(own * own) / ((count - 1) * secondMoment);
    const variance =
      (own / secondMoment) ** 2 *
      (count / (count - 2)) *
      (1 / neighbours - 1 / (count - 1)) *
      (secondMoment - (own * own) / (count - 1));
    statistic[cell] = value;
    quadrant[cell] = `${own > 0 ? 'High' : 'Low'}-${lag > 0 ? 'High' : 'Low'}`;
    if (!(variance > 0)) continue;
    const score = (value - expected) / Math.sqrt(variance);
    z[cell] = score;
    p[cell] = twoSidedProbability(score);
  }
  return { statistic, z, p, quadrant };
}

/** How many study cells touch a cell. */
export function neighbourCount({ neighbourStart }: StudyCells, cell: number): number {
  return (neighbourStart[cell + 1] ?? 0) - (neighbourStart[cell] ?? 0);
}

/** The sum of the values of the cells that touch a cell. */
export function neighbourSum(
  values: Float64Array,
  { neighbourStart, neighbours }: StudyCells,
  cell: number,
): number {
  let sum = 0;
  const end = neighbourStart[cell + 1] ?? 0;
  for (let at = neighbourStart[cell] ?? 0; at < end; at++) sum += values[neighbours[at] ?? 0] ?? 0;
  return sum;
}
