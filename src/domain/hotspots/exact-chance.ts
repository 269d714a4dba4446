import type { NeighbourhoodSums } from './neighbourhood-sums.ts';

/** Multiplications that working out every sum may take: about a quarter of a second. */
const mostSteps = 2e8;

/** Values that are whole multiples of one unit, by size. */
interface Lattice {
  readonly unit: number;
  /** The different values in units, ascending, and how many cells have each. */
  readonly sizes: readonly number[];
  readonly cells: readonly number[];
  /** Sum of all values in units. */
  readonly total: number;
}

/** Probabilities of sums that chance alone would make, one entry a study cell. */
export interface ChanceOfSums {
  /** Two-sided, not corrected for the number of cells. */
  readonly p: Float64Array;
  /** The smallest probability that any arrangement of these values could give a cell. */
  readonly smallest: number;
}

/**
 * The probability, for each cell, that k values taken from `values` without putting any back have a sum at least
 * as far from its expectation (k times the mean) as the sum around the cell, k being the number of cells summed
 * there. With the values of all cells this is the permutation test of Gi* over all n! arrangements, worked out
 * without drawing.
 *
 * The number of ways to take j values with the sum s is the coefficient of y^j t^s in the product, over the
 * different values v that m cells have, of sum_i C(m, i) y^i t^(iv). All terms are positive, so that small
 * probabilities keep their digits.
 *
 * It yields the share that is done, and returns null where values are not whole and at least zero, or where there
 * are so many different ones that the work would take seconds: then draws must do (see drawn-chance.ts).
 *
 * @param values At least as many as are summed around any cell.
 */
export function* exactChance(
  values: Float64Array,
  { sums, summed }: NeighbourhoodSums,
): Generator<number, ChanceOfSums | null> {
  const lattice = latticeOf(values, sums);
  const most = summed.reduce((largest, around) => Math.max(largest, around), 0);
  if (lattice === null || workOf(lattice, most) > mostSteps) return null;
  const tails = yield* tailsOf(lattice, most);
  const p = new Float64Array(sums.length);
  for (let cell = 0; cell < sums.length; cell++) {
    const around = summed[cell] ?? 1;
    const tail = tails[around];
    const sum = (sums[cell] ?? 0) / lattice.unit;
    if (tail !== undefined) p[cell] = twoSided(tail, sum, around * lattice.total, values.length);
  }
  const widest = tails[most];
  return { p, smallest: widest?.atLeast[widest.atLeast.length - 1] ?? 1 };
}

/** Chance of a sum of at least, and of at most, each whole number of units. */
interface Tails {
  readonly atLeast: Float64Array;
  readonly atMost: Float64Array;
}

/** Both tails as far from the expectation `sumOfMeans / cells` as `sum`; whole numbers throughout, so ties count. */
function twoSided(tails: Tails, sum: number, sumOfMeans: number, cells: number): number {
  const mirrored = (2 * sumOfMeans - sum * cells) / cells;
  const isAbove = sum * cells > sumOfMeans;
  const upper = isAbove ? sum : Math.ceil(mirrored);
  const lower = isAbove ? Math.floor(mirrored) : sum;
  if (upper <= lower) return 1;
  return Math.min(1, (tails.atLeast[upper] ?? 0) + (tails.atMost[lower] ?? 0));
}

function latticeOf(values: Float64Array, sums: Float64Array): Lattice | null {
  const cellsWith = new Map<number, number>();
  let unit = 0;
  let total = 0;
  for (const value of values) {
    if (!(Number.isSafeInteger(value) && value >= 0)) return null;
    cellsWith.set(value, (cellsWith.get(value) ?? 0) + 1);
    total += value;
  }
  for (const value of cellsWith.keys()) unit = greatestCommonDivisor(unit, value);
  let largest = total;
  for (const sum of sums) {
    if (!(Number.isSafeInteger(sum) && sum >= 0)) return null;
    largest = Math.max(largest, sum);
    if (sum % unit !== 0) unit = greatestCommonDivisor(unit, sum);
  }
  if (unit === 0) unit = 1;
  // Above this, the comparison of both tails would no longer be exact.
  if (largest * values.length > Number.MAX_SAFE_INTEGER / 32) return null;
  const sizes = [...cellsWith.keys()].toSorted((a, b) => a - b);
  return {
    unit,
    sizes: sizes.map((size) => size / unit),
    cells: sizes.map((size) => cellsWith.get(size) ?? 0),
    total: total / unit,
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** An upper bound of the multiplications in `tailsOf`. */
function workOf({ sizes, cells }: Lattice, most: number): number {
  let steps = 0;
  for (const [at, size] of sizes.entries()) {
    for (let taken = 1; taken <= most; taken++) {
      steps += Math.min(taken, cells[at] ?? 0) * (1 + size * taken);
    }
  }
  return steps;
}

/** The tails of the sum of k values, by k from 0 to `most`. */
function* tailsOf({ sizes, cells }: Lattice, most: number): Generator<number, Tails[]> {
  const largest = sizes[sizes.length - 1] ?? 0;
  const ways = Array.from(
    { length: most + 1 },
    (_, taken) => new Float64Array(taken * largest + 1),
  );
  // The largest sum reached so far with each number of values; -1 where there are too few values yet.
  const reached = new Float64Array(most + 1).fill(-1);
  ways[0]?.fill(1);
  reached[0] = 0;
  for (const [at, size] of sizes.entries()) {
    if (at % 16 === 0) yield at / sizes.length;
    addValue(ways, reached, size, cells[at] ?? 0);
  }
  return ways.map((row, taken) => tailsOfRow(row.subarray(0, (reached[taken] ?? 0) + 1)));
}

/** Lets 1, 2, … of `cells` equal values join what was taken so far; from many taken to few, so that none joins twice. */
function addValue(ways: Float64Array[], reached: Float64Array, size: number, cells: number): void {
  for (let taken = ways.length - 1; taken >= 1; taken -= 1) {
    const to = ways[taken];
    let chosen = 1;
    for (let joining = 1; joining <= Math.min(taken, cells); joining++) {
      chosen *= (cells - joining + 1) / joining;
      const from = ways[taken - joining];
      const last = reached[taken - joining] ?? -1;
      if (to === undefined || from === undefined || last < 0) continue;
      const shift = joining * size;
      for (let sum = 0; sum <= last; sum++) {
        to[sum + shift] = (to[sum + shift] ?? 0) + chosen * (from[sum] ?? 0);
      }
      reached[taken] = Math.max(reached[taken] ?? -1, last + shift);
    }
  }
}

function tailsOfRow(ways: Float64Array): Tails {
  const atLeast = ways.slice();
  const atMost = ways.slice();
  for (let sum = 1; sum < ways.length; sum++) {
    atMost[sum] = (atMost[sum] ?? 0) + (atMost[sum - 1] ?? 0);
    const down = ways.length - 1 - sum;
    atLeast[down] = (atLeast[down] ?? 0) + (atLeast[down + 1] ?? 0);
  }
  const all = atLeast[0] ?? 1;
  return { atLeast: atLeast.map((way) => way / all), atMost: atMost.map((way) => way / all) };
}
