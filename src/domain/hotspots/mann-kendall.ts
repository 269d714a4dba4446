import { twoSidedProbability } from './normal.ts';

/** Whether a series tends up or down. */
export interface MannKendall {
  /** Pairs in which the later value is the larger one, less those in which it is the smaller one. */
  readonly s: number;
  /** Variance of S without a trend, ties allowed for. */
  readonly variance: number;
  /** 0 when all values are equal. */
  readonly z: number;
  /** Two-sided, normal. */
  readonly p: number;
}

/**
 * Mann and Kendall's test of a trend: S = sum over i < j of sign(x_j - x_i), with variance
 * [k(k-1)(2k+5) - sum t(t-1)(2t+5)] / 18 over the sizes t of tied groups. With `continuity`, S is first moved one
 * towards zero (Mann 1945; Kendall 1975). It supposes that the values are independent of each other.
 *
 * @param values In the order of time; finite.
 */
export function mannKendall(
  values: ArrayLike<number>,
  { continuity }: { readonly continuity: boolean },
): MannKendall {
  const count = values.length;
  let s = 0;
  for (let later = 1; later < count; later++) {
    const value = values[later] ?? Number.NaN;
    for (let earlier = 0; earlier < later; earlier++) {
      s += Math.sign(value - (values[earlier] ?? Number.NaN));
    }
  }
  const variance = (spread(count) - tiedSpread(values)) / 18;
  if (!(variance > 0)) return { s, variance: 0, z: 0, p: 1 };
  const moved = continuity ? Math.sign(s) * Math.max(0, Math.abs(s) - 1) : s;
  const z = moved / Math.sqrt(variance);
  return { s, variance, z, p: twoSidedProbability(z) };
}

function spread(size: number): number {
  return size * (size - 1) * (2 * size + 5);
}

function tiedSpread(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  let size = 1;
  for (let at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && sorted[at] === sorted[at - 1]) {
      size++;
      continue;
    }
    sum += spread(size);
    size = 1;
  }
  return sum;
}
