/** A ratio of two smoothed surfaces with the same bandwidth. */
export interface RelativeRisk {
  /** Cases for each record (or person) of the base at each cell; NaN where the base is below the floor. */
  readonly ratio: Float64Array;
  /** The ratio over the ratio of the whole: 1 is as everywhere. NaN below the floor. */
  readonly relative: Float64Array;
  /** Cells whose base is below the floor. */
  readonly belowFloor: number;
}

/**
 * Relative risk by two kernel surfaces (Kelsall and Diggle 1995): r_i = f_i / g_i, over the ratio of the totals
 * f / g. One bandwidth for both, so that a difference in smoothing never looks like a risk; raw quartic values can
 * be taken, since constants and the edge correction cancel.
 *
 * Where the base is thin the ratio says nothing, and where it is empty it cannot be worked out. Cells whose base
 * has a raw value below `floor` get none, and are counted.
 *
 * @param cases Raw kernel values of the cases, one entry a study cell, as `base`.
 * @param totals Sums of the weights of cases and base.
 * @throws RangeError for arrays of unequal length, a floor or a base total that is not above 0.
 */
export function relativeRisk(
  cases: Float64Array,
  base: Float64Array,
  totals: { readonly cases: number; readonly base: number },
  floor: number,
): RelativeRisk {
  if (cases.length !== base.length) {
    throw new RangeError('Cases and base must have the same length.');
  }
  if (!(floor > 0)) throw new RangeError('The floor must be above 0.');
  if (!(totals.base > 0 && totals.cases > 0)) {
    throw new RangeError('A relative risk needs cases and a base.');
  }
  const overall = totals.cases / totals.base;
  const ratio = new Float64Array(cases.length).fill(Number.NaN);
  const relative = new Float64Array(cases.length).fill(Number.NaN);
  let belowFloor = 0;
  for (let cell = 0; cell < cases.length; cell++) {
    const under = base[cell] ?? 0;
    if (!(under >= floor)) {
      belowFloor++;
      continue;
    }
    ratio[cell] = (cases[cell] ?? 0) / under;
    relative[cell] = (cases[cell] ?? 0) / under / overall;
  }
  return { ratio, relative, belowFloor };
}
