/** Adjusted p at or below which a cell counts as significant, the strictest first: bins 3, 2 and 1. */
export const binLimits = [0.01, 0.05, 0.1] as const;

/**
 * A bin a cell: 3, 2 or 1 where the probability is at most .01, .05 or .10, with the sign of z (hot above, cold
 * below zero), otherwise 0; 0 too outside the study area, where z and p are NaN.
 *
 * @throws RangeError when the arrays differ in length.
 */
export function significanceBins(z: Float64Array, p: Float64Array): Int8Array {
  if (z.length !== p.length) throw new RangeError('z and p must have the same length.');
  return Int8Array.from(z, (score, cell) => {
    const probability = p[cell] ?? Number.NaN;
    const missed = binLimits.filter((limit) => probability > limit).length;
    return Number.isNaN(probability) || Number.isNaN(score)
      ? 0
      : Math.sign(score) * (binLimits.length - missed);
  });
}
