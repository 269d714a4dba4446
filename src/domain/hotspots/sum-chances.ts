/** Chances of sums of counts that are drawn at random, with replacement, from a given set of counts. */
interface SumChances {
  /** Chance that `drawn` draws sum to something at least as far out as `sum`, on either side: twice the smaller tail. */
  twoSided(drawn: number, sum: number): number;
}

/**
 * The exact distribution of a sum of random draws: the distribution of one draw, convolved with itself. A set so large
 * that a few draws hardly deplete it makes drawing with and without replacement alike, so this is what a permutation
 * test would give after endlessly many permutations.
 *
 * @throws RangeError when a value is not a whole number of zero or more.
 */
export function sumChances(values: Float64Array): SumChances {
  let largest = 0;
  for (const value of values) {
    if (!(Number.isInteger(value) && value >= 0)) {
      throw new RangeError('Chances of sums need whole counts.');
    }
    largest = Math.max(largest, value);
  }
  const one = new Float64Array(largest + 1);
  for (const value of values) one[value] = (one[value] ?? 0) + 1 / values.length;
  // Few different counts occur: only these are convolved.
  const occurring = Uint32Array.from(one.keys()).filter((value) => (one[value] ?? 0) > 0);
  const sums: Float64Array[] = [Float64Array.of(1)];
  const tails: Float64Array[] = [];

  const sumsOf = (drawn: number): Float64Array => {
    for (let draws = sums.length; draws <= drawn; draws++) {
      const before = sums[draws - 1] ?? Float64Array.of(1);
      const next = new Float64Array(before.length + largest);
      for (const value of occurring) {
        const share = one[value] ?? 0;
        for (let at = 0; at < before.length; at++) {
          next[at + value] = (next[at + value] ?? 0) + share * (before[at] ?? 0);
        }
      }
      sums.push(next);
    }
    return sums[drawn] ?? Float64Array.of(1);
  };
  const twoSidedOf = (drawn: number): Float64Array => {
    const known = tails[drawn];
    if (known !== undefined) return known;
    const exact = sumsOf(drawn);
    const twoSided = new Float64Array(exact.length);
    let above = 0;
    // From the far end, so that small tails keep their digits.
    for (let sum = exact.length - 1; sum >= 0; sum--) {
      above += exact[sum] ?? 0;
      twoSided[sum] = above;
    }
    let below = 0;
    for (let sum = 0; sum < exact.length; sum++) {
      below += exact[sum] ?? 0;
      twoSided[sum] = Math.min(1, 2 * Math.min(twoSided[sum] ?? 1, below));
    }
    tails[drawn] = twoSided;
    return twoSided;
  };
  return { twoSided: (drawn, sum) => twoSidedOf(drawn)[sum] ?? 0 };
}
