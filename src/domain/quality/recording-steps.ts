/** A month from which on records are kept at another level. */
export interface RecordingStep {
  /** The first month at the new level, `YYYY-MM`. */
  readonly month: string;
  /** Median records a month before and from the month on. */
  readonly before: number;
  readonly after: number;
  /** `after / before`; a level of 0 before counts as 0.5, so that the ratio stays a number. */
  readonly ratio: number;
}

const longestWindow = 6;
const shortestWindow = 3;
const smallestRatio = 1.5;
/** How many standard errors apart the levels must be; high, because every month of the series is tried. */
const surprise = 4;
/** Variance of a median compared with a mean's, for roughly normal counts. */
const varianceOfMedian = Math.PI / 2;

interface Candidate extends Omit<RecordingStep, 'month'> {
  readonly place: number;
  /** Mean distance of the months from the level of their own side: least at the true month of the step. */
  readonly misfit: number;
}

/**
 * Months in which the level of recording steps up or down: a change point by shift of the median, which one odd
 * month cannot move. For each month, the median of the up to 6 months before (at least 3) is compared with that of
 * the up to 6 months from it on (at least 3). It is a step when
 * - the levels differ by half or more: ratio >= 1.5 or <= 1 / 1.5; and
 * - they lie more than 4 standard errors apart. Counts are taken as Poisson, with more scatter where the two
 *   windows show it: variance = level x scatter, scatter = sum of (count - level)^2 / level over both, divided by
 *   the months less 2, at least 1; a median's variance is pi / 2 times a mean's.
 * Neighbouring months that qualify are one run and give one step: the month at which the two levels fit best.
 *
 * It sees steps, not slow growth. A strong season can look like a step in less than two years of data, and a real
 * change in crime looks the same as one in recording: the finding is a question to ask, not an explanation.
 *
 * @param monthlyCounts Records a month, without gaps.
 * @param months The same months as `YYYY-MM`.
 * @throws RangeError when the two differ in length.
 */
export function recordingSteps(
  monthlyCounts: readonly number[],
  months: readonly string[],
): RecordingStep[] {
  if (monthlyCounts.length !== months.length) {
    throw new RangeError('Counts and months must have the same length.');
  }
  const steps: RecordingStep[] = [];
  let run: Candidate | null = null;
  for (let place = shortestWindow; place <= months.length - shortestWindow; place += 1) {
    const found = candidateAt(monthlyCounts, place);
    const goesOn = run !== null && found !== null && found.ratio > 1 === run.ratio > 1;
    if (run !== null && !goesOn) steps.push(stepOf(run, months));
    if (run === null || found === null || !goesOn || found.misfit < run.misfit) run = found;
  }
  if (run !== null) steps.push(stepOf(run, months));
  return steps;
}

function stepOf({ place, before, after, ratio }: Candidate, months: readonly string[]) {
  return { month: months[place] ?? '', before, after, ratio };
}

function candidateAt(counts: readonly number[], place: number): Candidate | null {
  const earlier = counts.slice(Math.max(0, place - longestWindow), place);
  const later = counts.slice(place, place + longestWindow);
  const before = medianOf(earlier);
  const after = medianOf(later);
  if (before === 0 && after === 0) return null;
  const ratio = after / Math.max(before, 0.5);
  if (ratio < smallestRatio && ratio > 1 / smallestRatio) return null;
  const scatter = scatterOf(earlier, before, later, after);
  const variance = varianceOfMedian * scatter * (before / earlier.length + after / later.length);
  if (Math.abs(after - before) <= surprise * Math.sqrt(variance)) return null;
  const misfit =
    (distanceFrom(earlier, before) + distanceFrom(later, after)) / (earlier.length + later.length);
  return { place, before, after, ratio, misfit };
}

/** How much more the months scatter about their levels than Poisson counts do; never less than 1. */
function scatterOf(
  earlier: readonly number[],
  before: number,
  later: readonly number[],
  after: number,
): number {
  const squares = (counts: readonly number[], level: number) =>
    counts.reduce((sum, count) => sum + (count - level) ** 2 / Math.max(level, 0.5), 0);
  const sum = squares(earlier, before) + squares(later, after);
  // Two levels were taken from the same months.
  return Math.max(1, sum / (earlier.length + later.length - 2));
}

function distanceFrom(counts: readonly number[], level: number): number {
  return counts.reduce((sum, count) => sum + Math.abs(count - level), 0);
}

function medianOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** A published change in how records are kept, which a series must not be compared across unawares. */
export interface KnownRecordingChange {
  /** Month of the change, `YYYY-MM`. */
  readonly date: string;
  readonly what: string;
  readonly source: string;
}

/**
 * Changes whose month is known from a text we have. Changes of the counting rules for stalking, harassment and
 * courses of conduct are not among them: their dates have not been confirmed.
 */
export const knownRecordingChanges: readonly KnownRecordingChange[] = [
  {
    date: '2022-07',
    what: 'data.police.uk renewed its list of map points: do not compare counts at points before and after.',
    source: 'data.police.uk, about the data (location anonymisation)',
  },
  {
    date: '2023-06',
    what: 'data.police.uk changed its LSOA codes from 2011 to 2021: do not compare counts by LSOA before and after without a lookup.',
    source: 'data.police.uk, about the data',
  },
];
