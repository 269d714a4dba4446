import type { SpaceTimeCube } from './space-time.ts';

/** Chances of sums of bins if records were spread evenly over all cells and months, in bursts as they occur. */
interface EvenSpread {
  /**
   * How bursty records are: 0 when those of a cell fall into months by chance alone; 1 when two of them share a month
   * twice as often.
   */
  readonly burstiness: number;
  /** Chance that `bins` bins sum to something at least as far out as `sum`: twice the smaller tail, at most 1. */
  readonly twoSided: (bins: number, sum: number) => number;
}

/**
 * The distribution of a sum of bins under an even spread: negative binomial with the cube's mean a bin and the variance
 * that bursts give (Poisson without bursts).
 *
 * Burstiness comes from pairs of records of one cell, so that a place that is full month after month does not add to
 * it: sum x (x - 1) over all bins, over what it would be if each cell's n records fell into months as all records do,
 * sum n (n - 1) sum s^2 with s the month's share of all records; less one, and not below zero. It is unbiased however
 * few records a cell has.
 *
 * @throws RangeError when a value is not a whole number of zero or more.
 */
export function evenSpread({ months, values }: SpaceTimeCube): EvenSpread {
  for (const value of values) {
    if (!(Number.isInteger(value) && value >= 0)) {
      throw new RangeError('Chances of sums need whole counts.');
    }
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const burstiness = burstinessOf(months, values);
  const tables = new Map<number, Float64Array>();
  return {
    burstiness,
    twoSided: (bins, sum) => {
      let table = tables.get(bins);
      if (table === undefined || sum >= table.length) {
        table = twoSidedChances(bins, mean, burstiness, Math.max(64, 2 * sum));
        tables.set(bins, table);
      }
      return table[sum] ?? 0;
    },
  };
}

function burstinessOf(months: number, values: Float64Array): number {
  const cells = values.length / months;
  const ofCell = new Float64Array(cells);
  const ofMonth = new Float64Array(months);
  let sharing = 0;
  for (const [bin, value] of values.entries()) {
    if (value === 0) continue;
    const month = Math.floor(bin / cells);
    const cell = bin - month * cells;
    ofCell[cell] = (ofCell[cell] ?? 0) + value;
    ofMonth[month] = (ofMonth[month] ?? 0) + value;
    sharing += value * (value - 1);
  }
  const total = ofMonth.reduce((sum, value) => sum + value, 0);
  const byChance = ofMonth.reduce((sum, value) => sum + (value / total) ** 2, 0);
  const pairs = ofCell.reduce((sum, value) => sum + value * (value - 1), 0);
  return pairs > 0 ? Math.max(0, sharing / (pairs * byChance) - 1) : 0;
}

/** Two-sided chances of the sums 0, 1, 2 … of so many bins. */
function twoSidedChances(
  bins: number,
  mean: number,
  burstiness: number,
  highest: number,
): Float64Array {
  const chances = probabilities(bins, mean, burstiness, highest);
  const twoSided = new Float64Array(highest + 1);
  let above = 0;
  // From the far end, so that small tails keep their digits.
  for (let sum = chances.length - 1; sum >= 0; sum--) {
    above += chances[sum] ?? 0;
    if (sum <= highest) twoSided[sum] = above;
  }
  let below = 0;
  for (let sum = 0; sum <= highest; sum++) {
    below += chances[sum] ?? 0;
    twoSided[sum] = Math.min(1, 2 * Math.min(twoSided[sum] ?? 0, below));
  }
  return twoSided;
}

/** Probabilities of 0, 1, 2 … up to where what is left no longer counts, and at least up to `highest`. */
function probabilities(bins: number, mean: number, burstiness: number, highest: number): number[] {
  const expected = bins * mean;
  const isPoisson = burstiness < 1e-9;
  const size = bins / burstiness;
  // Of each next record: Poisson's expected / k, or the negative binomial's (size + k - 1) / k * odds.
  const odds = (burstiness * mean) / (1 + burstiness * mean);
  let logarithm = isPoisson ? -expected : -size * Math.log1p(burstiness * mean);
  const chances = [Math.exp(logarithm)];
  for (let sum = 1; ; sum++) {
    const ratio = isPoisson ? expected / sum : ((size + sum - 1) / sum) * odds;
    logarithm += Math.log(ratio);
    chances.push(Math.exp(logarithm));
    // Beyond the middle the terms fall, and soon vanish beside those that count.
    const isFar = sum > highest && ratio < 1;
    if (isFar && logarithm < Math.log(chances[highest] ?? 0) - 40) return chances;
    if (logarithm < -745 && sum > expected) break;
  }
  while (chances.length <= highest) chances.push(0);
  return chances;
}
