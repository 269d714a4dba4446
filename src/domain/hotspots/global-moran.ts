import type { StudyCells } from '../geography/study-cells.ts';
import { deviationsOf } from './deviations.ts';
import { twoSidedProbability } from './normal.ts';
import { seededRandom } from './seeded-random.ts';

/** `row`: the neighbours of a cell share a weight of 1. `binary`: each neighbour has a weight of 1. */
export type MoranWeights = 'row' | 'binary';

export interface GlobalMoran {
  /** I: near 0 without pattern, above it where like lies beside like. */
  readonly statistic: number;
  /** -1 / (n - 1). */
  readonly expected: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Global Moran's I over the study cells: I = (n / S0) sum_ij w_ij z_i z_j / sum z^2, tested by randomisation
 * (Cliff and Ord 1981; the default of spdep's `moran.test`): with b2 = (sum z^4 / n) / m2^2,
 * Var = {n [S1 (n^2 - 3n + 3) - n S2 + 3 S0^2] - b2 [S1 (n^2 - n) - 2n S2 + 6 S0^2]}
 * / [(n - 1)(n - 2)(n - 3) S0^2] - E^2. When all values are equal, or no cell has a neighbour, I and z are 0 and p is 1.
 *
 * @param values One entry a study cell.
 * @throws RangeError for fewer than four cells, values that do not fit the cells, or one that is not finite.
 */
export function globalMoran(
  values: Float64Array,
  study: StudyCells,
  weights: MoranWeights,
): GlobalMoran {
  const n = study.cells.length;
  if (n < 4) throw new RangeError("Moran's I needs at least four cells.");
  const { deviations, secondMoment } = deviationsOf(values, n);
  const expected = -1 / (n - 1);
  const { s0, s1, s2 } = weightSums(study, weights);
  if (secondMoment === 0 || s0 === 0) return { statistic: 0, expected, z: 0, p: 1 };
  const statistic = crossProducts(deviations, study, weights) / s0 / secondMoment;
  const fourth = deviations.reduce((sum, value) => sum + value ** 4, 0) / n;
  const b2 = fourth / secondMoment ** 2;
  const first = n * (s1 * (n * n - 3 * n + 3) - n * s2 + 3 * s0 * s0);
  const second = b2 * (s1 * (n * n - n) - 2 * n * s2 + 6 * s0 * s0);
  const variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected * expected;
  const z = variance > 0 ? (statistic - expected) / Math.sqrt(variance) : 0;
  return { statistic, expected, z, p: twoSidedProbability(z) };
}

/**
 * Two-sided pseudo probability of global Moran's I: all values are shuffled over the cells, `permutations` times.
 * p = 2 (smaller tail + 1) / (permutations + 1), at most 1.
 *
 * @yields Share of the permutations done, 0 to 1.
 */
export function* globalMoranPermutations(
  values: Float64Array,
  study: StudyCells,
  weights: MoranWeights,
  permutations: number,
  seed: number,
): Generator<number, number> {
  const { deviations, secondMoment } = deviationsOf(values, study.cells.length);
  const found = crossProducts(deviations, study, weights);
  const random = seededRandom(seed);
  const shuffled = deviations.slice();
  // Sums in another order differ by rounding.
  const rounding = secondMoment * study.cells.length * 1e-10;
  let above = 0;
  let below = 0;
  for (let permutation = 0; permutation < permutations; permutation++) {
    if (permutation % 10 === 0) yield permutation / permutations;
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      const kept = shuffled[last] ?? 0;
      shuffled[last] = shuffled[other] ?? 0;
      shuffled[other] = kept;
    }
    const drawn = crossProducts(shuffled, study, weights);
    if (drawn >= found - rounding) above++;
    if (drawn <= found + rounding) below++;
  }
  return Math.min(1, (2 * (Math.min(above, below) + 1)) / (permutations + 1));
}

/** sum_ij w_ij z_i z_j. */
function crossProducts(
  deviations: Float64Array,
  { neighbourStart, neighbours }: StudyCells,
  weights: MoranWeights,
): number {
  let total = 0;
  for (let cell = 0; cell < deviations.length; cell++) {
    const start = neighbourStart[cell] ?? 0;
    const end = neighbourStart[cell + 1] ?? 0;
    if (end === start) continue;
    let sum = 0;
    for (let at = start; at < end; at++) sum += deviations[neighbours[at] ?? 0] ?? 0;
    total += ((deviations[cell] ?? 0) * sum) / (weights === 'row' ? end - start : 1);
  }
  return total;
}

/** S0 = sum w_ij, S1 = sum (w_ij + w_ji)^2 / 2, S2 = sum_i (w_i. + w_.i)^2. */
function weightSums(
  { cells, neighbourStart, neighbours }: StudyCells,
  weights: MoranWeights,
): { s0: number; s1: number; s2: number } {
  const weightOf = (cell: number): number => {
    const count = (neighbourStart[cell + 1] ?? 0) - (neighbourStart[cell] ?? 0);
    return weights === 'binary' ? 1 : 1 / count;
  };
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  for (let cell = 0; cell < cells.length; cell++) {
    let both = 0;
    const own = weightOf(cell);
    const end = neighbourStart[cell + 1] ?? 0;
    for (let at = neighbourStart[cell] ?? 0; at < end; at++) {
      // Touching goes both ways, so the cell is also a neighbour of its neighbour.
      const pair = own + weightOf(neighbours[at] ?? 0);
      s0 += own;
      s1 += (pair * pair) / 2;
      both += pair;
    }
    s2 += both * both;
  }
  return { s0, s1, s2 };
}
