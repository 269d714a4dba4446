import type { ChanceOfSums } from './exact-chance.ts';
import type { NeighbourhoodSums } from './neighbourhood-sums.ts';
import { seededRandom } from './seeded-random.ts';

/** Draws between two reports of progress: a few milliseconds. */
const drawsPerSlice = 16_384;

/** Sums of the same values in another order differ by less than this share of the largest; they count as equal. */
const rounding = 1e-12;

/** Neighbourhoods of one size, and how often chance did at least as much. */
interface SizeClass {
  readonly summed: number;
  /** Different distances of their sums from the expectation, ascending. */
  readonly distances: Float64Array;
  /** The first of them: most draws do not reach it. */
  readonly nearest: number;
  /** How many draws were at least as far as the first i distances and no further (i from 1). */
  readonly reached: Float64Array;
}

/**
 * The same probabilities as exactChance, from draws: each draw takes some of the values without putting any back,
 * and its first k values are one permutation for every cell that sums k cells. What chance makes of a sum
 * depends on k alone, so that all cells share the draws. p = (draws at least as far + 1) / (draws + 1) (Davison and
 * Hinkley 1997, section 4.2), which is never 0.
 *
 * It yields the share that is done. The same seed gives the same probabilities.
 *
 * @param values At least as many as are summed around any cell.
 * @param draws At least 1. Corrected over n cells, a lone hot cell needs 20 n of them to be called at .05.
 */
export function* drawnChance(
  values: Float64Array,
  { sums, summed }: NeighbourhoodSums,
  draws: number,
  seed: number,
): Generator<number, ChanceOfSums> {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const distance = sums.map((sum, cell) => Math.abs(sum - (summed[cell] ?? 1) * mean));
  const classes = sizeClasses(distance, summed);
  const most = classes[classes.length - 1]?.summed ?? 0;
  const slack =
    rounding * most * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const random = seededRandom(seed);
  const pool = values.slice();
  const sumOf = new Float64Array(most + 1);
  for (let done = 0; done < draws; done += drawsPerSlice) {
    yield done / draws;
    for (let draw = done; draw < Math.min(draws, done + drawsPerSlice); draw++) {
      takeFrom(pool, sumOf, random);
      for (const one of classes) {
        const far = Math.abs((sumOf[one.summed] ?? 0) - one.summed * mean) + slack;
        if (far < one.nearest) continue;
        const passed = countUpTo(one.distances, far);
        one.reached[passed] = (one.reached[passed] ?? 0) + 1;
      }
    }
  }
  const bySize = new Map(classes.map((one) => [one.summed, probabilities(one, draws)]));
  const p = distance.map((far, cell) => bySize.get(summed[cell] ?? 1)?.get(far) ?? 1);
  return { p, smallest: 1 / (draws + 1) };
}

function sizeClasses(distance: Float64Array, summed: Uint8Array): SizeClass[] {
  const bySize = new Map<number, Set<number>>();
  for (const [cell, size] of summed.entries()) {
    const distances = bySize.get(size) ?? new Set();
    distances.add(distance[cell] ?? 0);
    bySize.set(size, distances);
  }
  return [...bySize.keys()]
    .toSorted((a, b) => a - b)
    .map((size) => {
      const distances = Float64Array.from(bySize.get(size) ?? []).toSorted();
      const reached = new Float64Array(distances.length + 1);
      return { summed: size, distances, nearest: distances[0] ?? 0, reached };
    });
}

/**
 * Takes as many values as `sumOf` has room for to the front of the pool and adds them up: the first steps of
 * Fisher and Yates's shuffle. The pool stays a permutation of the values, so the next draw starts from it.
 */
function takeFrom(pool: Float64Array, sumOf: Float64Array, random: () => number): void {
  let sum = 0;
  for (let taken = 0; taken < sumOf.length - 1; taken++) {
    const other = taken + Math.floor(random() * (pool.length - taken));
    const value = pool[other] ?? 0;
    pool[other] = pool[taken] ?? 0;
    pool[taken] = value;
    sum += value;
    sumOf[taken + 1] = sum;
  }
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The probability at each distance of a class. */
function probabilities({ distances, reached }: SizeClass, draws: number): Map<number, number> {
  const found = new Map<number, number>();
  let asFar = 0;
  for (let at = distances.length - 1; at >= 0; at -= 1) {
    asFar += reached[at + 1] ?? 0;
    found.set(distances[at] ?? 0, (asFar + 1) / (draws + 1));
  }
  return found;
}
