import type { StudyCells } from '../geography/study-cells.ts';
import { type GiStar, giStar } from './gi-star.ts';
import { type NeighbourhoodSums, neighbourhoodSums } from './neighbourhood-sums.ts';
import { twoSidedProbability } from './normal.ts';
import { type DrawSettings, permutedChance } from './permuted-chance.ts';
import { stepwiseChance } from './stepwise-chance.ts';

/**
 * Where the p of Gi* comes from.
 * - `normal`: the normal distribution, as in other software. With few or very unequal values it calls noise hot.
 * - `permutation`: all arrangements of the values over the cells.
 * - `auto`: the normal distribution where it is safe (see normalIsSafe), otherwise the larger of the normal p and
 *   the permutation p in steps (see stepwiseChance).
 */
export const inferenceChoices = ['normal', 'permutation', 'auto'] as const;
export type InferenceChoice = (typeof inferenceChoices)[number];

/** What p was taken from in the end. */
export interface Inference {
  /** `both`: the larger of the two. */
  readonly used: 'normal' | 'permutation' | 'both';
  /** Number of draws of a permutation; null where it was worked out exactly, or none was needed. */
  readonly draws: number | null;
  /** How often the permutation was done, cells already found taken out of the comparison in between. */
  readonly steps: number;
  /** Where higher values were cut down to it in one of the tests, so that one cell alone cannot hide others. */
  readonly cap: number | null;
  /**
   * The smallest p that any arrangement of these values could give a cell; 0 for the normal distribution. Where n
   * times this is above .05, no single cell could be called hot however full it was.
   */
  readonly smallest: number;
}

export interface GiStarTest extends GiStar {
  readonly inference: Inference;
}

export interface TestSettings extends DrawSettings {
  readonly choice: InferenceChoice;
}

/**
 * Gi* with its test. z is always the same (see giStar). The permutation test lets every value move, a cell's own
 * too: that is the distribution whose mean and variance are in z (Getis and Ord 1992; Ord and Getis 1995). Holding
 * the cell's own value fixed (Anselin 1995, for local Moran) would take it out of the comparison and test Gi, the
 * sum without the cell itself. Under exchangeable values p is valid for each cell whatever their distribution, and
 * Benjamini and Hochberg's correction then holds over the map.
 *
 * Two-sided means at least as far from the expectation, on either side. It yields the share that is done.
 *
 * @param values One entry a study cell.
 * @throws RangeError when the values do not fit the cells, or one is not finite.
 */
export function* giStarTest(
  values: Float64Array,
  cells: StudyCells,
  settings: TestSettings,
): Generator<number, GiStarTest> {
  const normal = giStar(values, cells);
  const { choice } = settings;
  const around = neighbourhoodSums(values, cells);
  if (choice === 'normal' || (choice === 'auto' && normalIsSafe(values, around))) {
    const inference = { used: 'normal', draws: null, steps: 0, cap: null, smallest: 0 } as const;
    return { ...normal, inference };
  }
  if (choice === 'auto') {
    const { p, ...how } = yield* stepwiseChance(values, cells, normal, settings);
    return { z: normal.z, p, inference: { used: 'both', ...how } };
  }
  const { p, smallest, draws } = yield* permutedChance(values, around, values.length, settings);
  return {
    z: normal.z,
    p,
    inference: { used: 'permutation', draws, steps: 1, cap: null, smallest },
  };
}

/** The most that the normal distribution may be wrong at the strictest limit, as a logarithm: a factor of 1.5. */
const mostWrong = 0.4;

/**
 * Whether the normal p is good enough for a correction over all cells. The strictest limit is a p of .05 / n, at
 * |z| = t. There, by the first terms of Edgeworth's series, chance exceeds the normal by a factor of about
 * exp(skewness t^3 / 6 + excess kurtosis t^4 / 24) (Feller 1971, chapter XVI); a sum of k values has 1/sqrt(k) of
 * their skewness and 1/k of their excess. Safe is where this factor, averaged over the cells, is at most 1.5: for
 * counts of 1,600 cells that is a mean of some hundreds a cell.
 */
function normalIsSafe(values: Float64Array, { summed }: NeighbourhoodSums): boolean {
  const { skewness, excess } = shape(values);
  const limit = scoreWithProbability(0.05 / values.length);
  let wrong = 0;
  for (const around of summed) {
    wrong += (Math.abs(skewness) / Math.sqrt(around)) * (limit ** 3 / 6);
    wrong += (Math.abs(excess) / around) * (limit ** 4 / 24);
  }
  return wrong / summed.length <= mostWrong;
}

/** Skewness and excess kurtosis of the values; 0 where all are equal. */
function shape(values: Float64Array): { skewness: number; excess: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (const value of values) {
    const from = value - mean;
    second += from ** 2;
    third += from ** 3;
    fourth += from ** 4;
  }
  const variance = second / values.length;
  if (variance === 0) return { skewness: 0, excess: 0 };
  return {
    skewness: third / values.length / variance ** 1.5,
    excess: fourth / values.length / variance ** 2 - 3,
  };
}

/** The z whose two-sided probability is `probability`, by halving. */
function scoreWithProbability(probability: number): number {
  let low = 0;
  let high = 38;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (twoSidedProbability(middle) > probability) low = middle;
    else high = middle;
  }
  return high;
}
