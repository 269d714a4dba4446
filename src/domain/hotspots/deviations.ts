/** Values less their mean, and the mean of the squares of that. */
export interface Deviations {
  readonly deviations: Float64Array;
  /** m2 = sum z^2 / n; exactly 0 when all values are equal. */
  readonly secondMoment: number;
}

/**
 * Deviations from the mean, one entry a study cell.
 *
 * @param count How many study cells there are.
 * @throws RangeError when the values do not fit the cells, or one is not finite.
 */
export function deviationsOf(values: Float64Array, count: number): Deviations {
  if (values.length !== count) {
    throw new RangeError(`Values must have ${count} entries, one a study cell.`);
  }
  if (!values.every(Number.isFinite)) throw new RangeError('Every cell needs a finite value.');
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  // Rounding in the mean would otherwise turn equal values such as 0.1 into a tiny spread.
  if (values.every((value) => value === values[0])) {
    return { deviations: new Float64Array(count), secondMoment: 0 };
  }
  const deviations = values.map((value) => value - mean);
  const squares = deviations.reduce((sum, value) => sum + value * value, 0);
  return { deviations, secondMoment: squares / count };
}
