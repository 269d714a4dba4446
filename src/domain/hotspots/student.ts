/**
 * Probability that Student's t is at least as far from zero as `t`, on either side: the regularised incomplete
 * beta function I_x(df/2, 1/2) at x = df / (df + t^2) (Abramowitz and Stegun 26.7.1), by its continued fraction
 * (26.5.8). Relative error below 1e-12. NaN for NaN; 0 for an infinite t.
 *
 * @param degrees Degrees of freedom, a positive whole number.
 */
export function studentTwoSided(t: number, degrees: number): number {
  if (Number.isNaN(t)) return Number.NaN;
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  const x = degrees / (degrees + square);
  // Near t = 0 the fraction converges slowly: there its mirror image is used.
  const isNear = x > (degrees / 2 + 1) / (degrees / 2 + 2.5);
  return isNear
    ? 1 - betaShare(square / (degrees + square), 0.5, degrees / 2, degrees)
    : betaShare(x, degrees / 2, 0.5, degrees);
}

/** I_x(a, b), where B(a, b) is that of 1/2 and half the degrees. */
function betaShare(x: number, a: number, b: number, degrees: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x)) / betaOfHalves(degrees);
  return (front * betaFraction(x, a, b)) / a;
}

/** B(1/2, degrees/2), exactly by recurrence from B(1/2, 1/2) = pi and B(1/2, 1) = 2. */
function betaOfHalves(degrees: number): number {
  let beta = degrees % 2 === 1 ? Math.PI : 2;
  for (let reached = degrees % 2 === 1 ? 1 : 2; reached < degrees; reached += 2) {
    beta *= reached / (reached + 1);
  }
  return beta;
}

/** Lentz's way to evaluate the continued fraction. */
function betaFraction(x: number, a: number, b: number): number {
  let upper = 1;
  let lower = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = lower;
  for (let step = 1; step <= 500; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    lower = 1 / (1 + even * lower);
    upper = 1 + even / upper;
    value *= lower * upper;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    lower = 1 / (1 + odd * lower);
    upper = 1 + odd / upper;
    const change = lower * upper;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}
