/**
 * The gamma distribution, for intervals around a rate.
 */

const lanczos = [
  676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1, -176.615_029_162_140_6,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
] as const;

/** Natural logarithm of the gamma function for x above 0 (Lanczos, g = 7, nine terms): about 14 digits. */
function logGamma(x: number): number {
  if (x < 0.5) {
    return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  }
  const shifted = x - 1;
  let sum = 0.999_999_999_999_809_9;
  for (const [place, term] of lanczos.entries()) sum += term / (shifted + place + 1);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * P(shape, x): the probability that a gamma value of this shape and scale 1 is at most x. By the series below
 * shape + 1 and by Legendre's continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31).
 */
export function gammaProbability(shape: number, x: number): number {
  if (!(x > 0)) return 0;
  const factor = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let step = 1; term > sum * 1e-16; step++) {
      term *= x / (shape + step);
      sum += term;
    }
    return Math.min(1, factor * sum);
  }
  // Lentz's method for 1/(x + 1 - a - 1(1 - a)/(x + 3 - a - 2(2 - a)/(x + 5 - a - ...))).
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let step = 1; step < 10_000; step++) {
    const a = -step * (step - shape);
    b += 2;
    d = 1 / (a * d + b || tiny);
    c = b + a / c || tiny;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return Math.max(0, 1 - factor * fraction);
}

/**
 * The x for which `gammaProbability(shape, x)` is `probability`, by halving: ten digits, whatever the shape.
 *
 * @param shape Above 0.
 * @param probability From 0 to below 1.
 */
export function gammaQuantile(shape: number, probability: number): number {
  if (probability <= 0) return 0;
  let low = 0;
  let high = shape + 1;
  while (gammaProbability(shape, high) < probability) high *= 2;
  for (let step = 0; step < 200 && high - low > high * 1e-13; step++) {
    const middle = (low + high) / 2;
    if (gammaProbability(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
