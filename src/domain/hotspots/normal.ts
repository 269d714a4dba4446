/**
 * The normal distribution, accurate far into the tails, where hot spots live.
 */

/** Below this the series is used, above it the continued fraction: both are at full precision there. */
const seriesUpTo = 2.5;
/** Beyond this the probability is smaller than the smallest positive number. */
const vanishesAt = 39;

/**
 * Probability that a standard normal value is at least as far from zero as `z`, on either side: 2 Phi(-|z|).
 * Relative error about 1e-14 near the middle and below 1e-12 in the tails; NaN for NaN.
 *
 * Near zero: 1 - 2 phi(z) (z + z^3/3 + z^5/15 + ...); further out: Laplace's continued fraction for Mills' ratio
 * (Abramowitz and Stegun 26.2.11 and 26.2.14).
 */
export function twoSidedProbability(z: number): number {
  const distance = Math.abs(z);
  if (Number.isNaN(distance)) return Number.NaN;
  if (distance >= vanishesAt) return 0;
  const density = Math.exp((-distance * distance) / 2) / Math.sqrt(2 * Math.PI);
  return distance < seriesUpTo
    ? 1 - 2 * density * oddSeries(distance)
    : 2 * density * millsRatio(distance);
}

function oddSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return sum;
}

/** 1/(x + 1/(x + 2/(x + 3/(x + ...)))), from the inside out; 120 levels settle every digit from 2.5 on. */
function millsRatio(x: number): number {
  let tail = x;
  for (let level = 120; level >= 1; level -= 1) {
    tail = x + level / tail;
  }
  return 1 / tail;
}
