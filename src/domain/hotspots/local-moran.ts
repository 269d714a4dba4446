import type { StudyCells } from '../geography/study-cells.ts';
import { deviationsOf } from './deviations.ts';
import { twoSidedProbability } from './normal.ts';
import { seededRandom } from './seeded-random.ts';

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

const cellsASlice = 500;

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

/**
 * Two-sided pseudo probabilities of local Moran's I: each cell keeps its value and draws its neighbours from all
 * other cells without putting back, `permutations` times. p = 2 (smaller tail + 1) / (permutations + 1), at most 1,
 * where a tail counts the draws at least as far out as the value found. The draws are shared by all cells, each
 * stepping over itself (as PySAL does), so the same seed gives the same p.
 *
 * With R draws no p is below 2 / (R + 1): a correction over many cells needs many draws.
 *
 * @yields Share of the cells done, 0 to 1.
 * @throws RangeError when the values do not fit the cells, one is not finite, or there is less than one permutation.
 */
export function* localMoranPermutations(
  values: Float64Array,
  study: StudyCells,
  permutations: number,
  seed: number,
): Generator<number, Float64Array> {
  const count = study.cells.length;
  if (!(Number.isInteger(permutations) && permutations >= 1)) {
    throw new RangeError('There must be at least one permutation.');
  }
  const { deviations, secondMoment } = deviationsOf(values, count);
  const p = new Float64Array(count).fill(1);
  const most = study.grid.shape === 'square' ? 8 : 6;
  const draws = secondMoment === 0 ? null : drawRows(count - 1, most, permutations, seed);
  // Sums in another order differ by rounding: a draw of the very same values must count as a tie.
  const rounding = Math.sqrt(secondMoment) * 1e-10;
  for (let cell = 0; cell < count; cell++) {
    if (cell % cellsASlice === 0) yield cell / count;
    const neighbours = neighbourCount(study, cell);
    if (draws === null || neighbours === 0 || neighbours > draws.width) continue;
    const own = deviations[cell] ?? 0;
    if (own === 0) continue;
    const found = neighbourSum(deviations, study, cell);
    let above = 0;
    let below = 0;
    for (let row = 0; row < permutations; row++) {
      const start = row * draws.width;
      let sum = 0;
      for (let at = start; at < start + neighbours; at++) {
        const other = draws.places[at] ?? 0;
        sum += deviations[other >= cell ? other + 1 : other] ?? 0;
      }
      if (sum >= found - rounding) above++;
      if (sum <= found + rounding) below++;
    }
    p[cell] = Math.min(1, (2 * (Math.min(above, below) + 1)) / (permutations + 1));
  }
  return p;
}

function neighbourCount({ neighbourStart }: StudyCells, cell: number): number {
  return (neighbourStart[cell + 1] ?? 0) - (neighbourStart[cell] ?? 0);
}

function neighbourSum(
  values: Float64Array,
  { neighbourStart, neighbours }: StudyCells,
  cell: number,
): number {
  let sum = 0;
  const end = neighbourStart[cell + 1] ?? 0;
  for (let at = neighbourStart[cell] ?? 0; at < end; at++) sum += values[neighbours[at] ?? 0] ?? 0;
  return sum;
}

/** Rows of `width` different numbers from 0 to below `from`: the first k of a row are a fair draw of k. */
function drawRows(
  from: number,
  most: number,
  rows: number,
  seed: number,
): { places: Int32Array; width: number } {
  const random = seededRandom(seed);
  const width = Math.min(most, from);
  const places = new Int32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    for (let at = start; at < start + width; ) {
      const drawn = Math.floor(random() * from);
      if (places.subarray(start, at).includes(drawn)) continue;
      places[at] = drawn;
      at++;
    }
  }
  return { places, width };
}
