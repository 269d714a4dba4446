/** Records before and after. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** What is compared: where something was done, around it, and elsewhere. */
export interface AssessmentCounts {
  readonly treated: BeforeAfter;
  readonly buffer: BeforeAfter;
  readonly comparison: BeforeAfter;
  /** The treated and the comparison area in the period of the same length before `before`; null without data. */
  readonly earlier: { readonly treated: number; readonly comparison: number } | null;
  /** Variance of monthly counts over what chance gives (see `countDispersion`); at least 1 is used. */
  readonly dispersion: number;
}

interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface Assessment {
  /** Change in the treated area over the change in the comparison area: 0.8 = a fifth less than it would have been. */
  readonly ratio: Interval;
  /** The same for the buffer: above 1 speaks for displacement, below 1 for a benefit that spread. */
  readonly bufferRatio: Interval;
  /** Treated and buffer taken together: what is left when displacement is counted in. */
  readonly jointRatio: Interval;
  /**
   * Weighted displacement quotient (Bowers and Johnson 2003); null where the treated area did not fall against the
   * comparison, for then nothing can have been displaced. Below -1: displacement larger than the benefit; -1 to 0:
   * displacement smaller than it; above 0: the benefit spread.
   */
  readonly displacementQuotient: number | null;
  /** Records fewer than expected after, in treated and buffer together (total net effect); negative = more. */
  readonly netPrevented: number;
  /** A half was added to every count because one of them is 0. */
  readonly addedHalf: boolean;
  /**
   * How much of the change regression to the mean may be: the treated area's part before, over its part in the
   * earlier period, with interval. Above 1: it was chosen at a peak, and would have fallen by itself. Null without
   * earlier data.
   */
  readonly peak: Interval | null;
}

const normalQuantile = 1.959963984540054;

/**
 * Assesses an activity by a before-and-after comparison with an area where nothing was done.
 *
 * Ratio = (treated after x comparison before) / (treated before x comparison after); its logarithm has the variance
 * 1/a + 1/b + 1/c + 1/d, times the dispersion (the relative effect size of Farrington and Welsh; Wilson 2021 on its
 * over-dispersion). Where a count is 0, a half is added to each (Haldane and Anscombe).
 *
 * WDQ = (B_after / C_after - B_before / C_before) / (A_after / C_after - A_before / C_before), with A the treated area,
 * B the buffer, C the comparison. Total net effect = A_before C_after / C_before - A_after, the same for B, summed.
 *
 * @throws RangeError when the comparison area has no records in one of the periods, or the treated area none at all.
 */
export function assess(counts: AssessmentCounts): Assessment {
  const { treated, buffer, comparison, earlier } = counts;
  if (comparison.before === 0 || comparison.after === 0) {
    throw new RangeError('The comparison area has no records in one of the periods.');
  }
  if (treated.before + treated.after === 0) {
    throw new RangeError('The treated area has no records in either period.');
  }
  const spread = Math.max(1, counts.dispersion);
  const joint = { before: treated.before + buffer.before, after: treated.after + buffer.after };
  const change = comparison.after / comparison.before;
  return {
    ratio: relativeChange(treated, comparison, spread),
    bufferRatio: relativeChange(buffer, comparison, spread),
    jointRatio: relativeChange(joint, comparison, spread),
    displacementQuotient: quotient(counts),
    netPrevented: joint.before * change - joint.after,
    addedHalf: [treated, buffer].some(({ before, after }) => before === 0 || after === 0),
    peak:
      earlier === null || earlier.comparison === 0
        ? null
        : relativeChange(
            { before: earlier.treated, after: treated.before },
            { before: earlier.comparison, after: comparison.before },
            spread,
          ),
  };
}

function relativeChange(own: BeforeAfter, other: BeforeAfter, dispersion: number): Interval {
  const cells = [own.after, own.before, other.after, other.before];
  const added = cells.includes(0) ? 0.5 : 0;
  const [a = 1, b = 1, c = 1, d = 1] = cells.map((count) => count + added);
  const logarithm = Math.log((a * d) / (b * c));
  const reach = normalQuantile * Math.sqrt((1 / a + 1 / b + 1 / c + 1 / d) * dispersion);
  return {
    estimate: Math.exp(logarithm),
    low: Math.exp(logarithm - reach),
    high: Math.exp(logarithm + reach),
  };
}

function quotient({ treated, buffer, comparison }: AssessmentCounts): number | null {
  const change = ({ before, after }: BeforeAfter): number =>
    after / comparison.after - before / comparison.before;
  const fall = change(treated);
  return fall < 0 ? change(buffer) / fall : null;
}

/**
 * Variance of counts over their mean within groups that should be alike (the months of one period in one area):
 * Pearson's chi-square over its degrees of freedom; 1 where there is nothing to tell it by. Season within a period adds
 * to it, which errs to wider intervals.
 */
export function countDispersion(groups: readonly (readonly number[])[]): number {
  let chiSquare = 0;
  let degrees = 0;
  for (const group of groups) {
    const mean = group.reduce((sum, count) => sum + count, 0) / group.length;
    if (group.length < 2 || mean === 0) continue;
    chiSquare += group.reduce((sum, count) => sum + (count - mean) ** 2, 0) / mean;
    degrees += group.length - 1;
  }
  return degrees > 0 ? chiSquare / degrees : 1;
}
