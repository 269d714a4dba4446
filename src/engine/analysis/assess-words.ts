import { number } from '../../domain/figures/words.ts';
import type { Assessment, AssessmentCounts } from '../../domain/hotspots/before-after.ts';

type Interval = Assessment['ratio'];

/** What an assessment says, the finding first. */
export function assessmentWords(counts: AssessmentCounts, result: Assessment): string[] {
  const { treated, comparison } = counts;
  return [
    `Where something was done, records went from ${number(treated.before)} to ${number(treated.after)}; elsewhere from ${number(comparison.before)} to ${number(comparison.after)}. Against that change there were ${withInterval(result.ratio)} as many as expected: ${reading(result.ratio, 'fewer than expected', 'more than expected', 'no clear difference from what would have been expected anyway')}.`,
    displacementWords(result),
    regressionWords(result),
    'A before-and-after comparison is no proof of a cause: whatever else changed there and not elsewhere is in it.',
    `The interval allows for counts that scatter ${Math.max(1, counts.dispersion).toFixed(1)} times as much as chance.${result.addedHalf ? ' A half was added to each count, since one of them is 0.' : ''}`,
  ];
}

function displacementWords({ bufferRatio, jointRatio, displacementQuotient }: Assessment): string {
  const around = `Around it there were ${withInterval(bufferRatio)} as many as expected: ${reading(bufferRatio, 'the benefit seems to have spread', 'some of it may have moved there', 'no clear sign of displacement')}.`;
  const both = `Both together: ${withInterval(jointRatio)}.`;
  return displacementQuotient === null
    ? `${around} ${both} No displacement quotient: the treated area did not fall against the comparison.`
    : `${around} ${both} Weighted displacement quotient ${displacementQuotient.toFixed(2)} (below 0 displacement, below -1 more of it than benefit; above 0 the benefit spread).`;
}

function regressionWords({ peak }: Assessment): string {
  if (peak === null) {
    return 'Regression to the mean cannot be judged: there is no earlier data. A place that was chosen because it was at its worst would have fallen by itself.';
  }
  const part = `In the period before, the place held ${withInterval(peak)} its part of the period before that`;
  return peak.low > 1
    ? `${part}: it was chosen at a peak, and much of a fall may be regression to the mean.`
    : `${part}: no clear peak, but a place chosen because it was at its worst tends to fall by itself.`;
}

function reading({ low, high }: Interval, fewer: string, more: string, neither: string): string {
  return high < 1 ? fewer : low > 1 ? more : neither;
}

function withInterval({ estimate, low, high }: Interval): string {
  return `${estimate.toFixed(2)} times (95 % interval ${low.toFixed(2)} to ${high.toFixed(2)})`;
}
