import { drawnChance } from './drawn-chance.ts';
import { type ChanceOfSums, exactChance } from './exact-chance.ts';
import type { NeighbourhoodSums } from './neighbourhood-sums.ts';

export interface DrawSettings {
  /** Draws to make in any case; null: none where the exact answer can be had, else as many as n cells need. */
  readonly draws: number | null;
  readonly seed: number;
}

/** Draws a cell: a lone hot cell among n needs a p of .05 / n, and so 20 n draws. */
const drawsPerCell = 20;
const fewestDraws = 9_999;
/** Two million draws take about a second; above 100,000 cells a hot cell then needs others beside it to be called. */
const mostDraws = 2_000_000;

/** Probabilities by permutation and the draws they took; null draws where they are exact. */
export interface PermutedChance extends ChanceOfSums {
  readonly draws: number | null;
}

/**
 * The chance of each sum when the values are placed at random: exact where that can be had (see exactChance), else
 * from draws (see drawnChance). It yields the share that is done.
 *
 * @param values The values that are placed, at least as many as are summed around any cell.
 * @param around The sums to be judged.
 * @param cells How many cells p is corrected over: it decides the number of draws.
 */
export function* permutedChance(
  values: Float64Array,
  around: NeighbourhoodSums,
  cells: number,
  { draws, seed }: DrawSettings,
): Generator<number, PermutedChance> {
  const exact = draws === null ? yield* exactChance(values, around) : null;
  if (exact !== null) return { ...exact, draws: null };
  const made = draws ?? Math.min(mostDraws, Math.max(fewestDraws, drawsPerCell * cells));
  return { ...(yield* drawnChance(values, around, made, seed)), draws: made };
}
