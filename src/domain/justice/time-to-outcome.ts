import { type IncidentColumns, noMinutes, timePrecision } from '../evidence/columns.ts';
import type { OutcomeLookup } from './outcome-codes.ts';
import { statesOfTexts } from './outcomes.ts';

const minutesADay = 1_440;

/** Days after which the share decided is given. */
export const shareAfterDays = [30, 90, 180, 365] as const;

/** Days from recorded to outcome, and what cannot be timed. */
export interface Durations {
  /** Whole days of offences with an outcome. */
  readonly decidedDays: Int32Array;
  /** Whole days from recorded to the cut-off of offences that had no outcome by then. */
  readonly undecidedDays: Int32Array;
  /** Outcome before the day of recording. */
  readonly negative: number;
  /** No recorded date, an outcome without a date or a date without an outcome, or one dated only by its month. */
  readonly missing: number;
  /** Of `undecidedDays`: decided only after the cut-off, so undecided at it like those that nobody knows of yet. */
  readonly decidedLater: number;
  /** Recorded after the cut-off. */
  readonly recordedLater: number;
  /** The outcome text does not tell whether the offence was decided. */
  readonly notKnown: number;
}

/**
 * Days between the day of recording and the day of the outcome, in calendar days.
 *
 * @param cutOffMinutes the last recorded date of the data: until then an undecided offence is known to be undecided.
 */
export function durationsToOutcome(
  incidents: IncidentColumns,
  offences: ArrayLike<number>,
  lookup: OutcomeLookup,
  cutOffMinutes: number,
): Durations {
  const states = statesOfTexts(lookup);
  const cutOff = Math.floor(cutOffMinutes / minutesADay);
  const decidedDays = new Int32Array(offences.length);
  const undecidedDays = new Int32Array(offences.length);
  let [decided, undecided, negative, missing, decidedLater, recordedLater, notKnown] = [
    0, 0, 0, 0, 0, 0, 0,
  ];
  for (let at = 0; at < offences.length; at++) {
    const index = offences[at] ?? -1;
    const recordedMinutes = incidents.recordedMinutes[index] ?? noMinutes;
    const outcomeMinutes = incidents.outcomeMinutes[index] ?? noMinutes;
    const state = states[incidents.outcome.codes[index] ?? 0];
    const precision = incidents.recordedPrecision[index] ?? timePrecision.none;
    const recorded = Math.floor(recordedMinutes / minutesADay);
    const outcome = Math.floor(outcomeMinutes / minutesADay);
    if (state === 'not-known') notKnown++;
    else if (
      recordedMinutes === noMinutes ||
      precision < timePrecision.day ||
      (state === 'decided') !== (outcomeMinutes !== noMinutes)
    )
      missing++;
    else if (recorded > cutOff) recordedLater++;
    else if (state === 'decided' && outcome < recorded) negative++;
    else if (state === 'decided' && outcome <= cutOff) decidedDays[decided++] = outcome - recorded;
    else {
      if (state === 'decided') decidedLater++;
      undecidedDays[undecided++] = cutOff - recorded;
    }
  }
  return {
    decidedDays: decidedDays.slice(0, decided),
    undecidedDays: undecidedDays.slice(0, undecided),
    negative,
    missing,
    decidedLater,
    recordedLater,
    notKnown,
  };
}

/** Estimated time to an outcome, in days. */
export interface TimeToOutcome {
  /** Offences that the estimate rests on, and how many of them were undecided at the cut-off. */
  readonly of: number;
  readonly undecided: number;
  /** Null where fewer than half are decided within the time observed. */
  readonly medianDays: number | null;
  /** Ends of the 95 % interval of the median; null where the data do not reach it. */
  readonly lowDays: number | null;
  readonly highDays: number | null;
  /** Estimated share decided by each of shareAfterDays; null where nothing was observed for so long. */
  readonly decidedBy: readonly { readonly days: number; readonly share: number | null }[];
}

const normalQuantile = 1.959963984540054;

/**
 * The Kaplan-Meier estimate (Kaplan and Meier 1958) of the time to an outcome: undecided offences count for as
 * long as they were observed, so quick outcomes do not pass for all. An undecided offence of the same day as an
 * outcome is still at risk on that day. The median is the first day on which the share still undecided is one half
 * or less. Its 95 % interval holds the days whose log-log interval of that share (Greenwood's variance) contains
 * one half (Brookmeyer and Crowley 1982; Kalbfleisch and Prentice 1980); see noneLeft for its last step. It takes offences as independent of one
 * another and the wait as the same for old and new ones.
 */
export function timeToOutcome({
  decidedDays,
  undecidedDays,
}: Pick<Durations, 'decidedDays' | 'undecidedDays'>): TimeToOutcome {
  const decided = decidedDays.slice().sort();
  const undecided = undecidedDays.slice().sort();
  const of = decided.length + undecided.length;
  let [left, greenwood] = [1, 0];
  let [medianDays, lowDays, highDays]: (number | null)[] = [null, null, null];
  let gone = 0;
  const steps: { days: number; left: number }[] = [];
  for (let at = 0; at < decided.length; ) {
    const days = decided[at] ?? 0;
    while (gone < undecided.length && (undecided[gone] ?? 0) < days) gone++;
    const atRisk = of - at - gone;
    const from = at;
    while (decided[at] === days) at++;
    const events = at - from;
    const before = left;
    left *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    // Rounding leaves a last bit beside one half where the true share is one half.
    if (left <= 0.5 + 1e-12) medianDays ??= days;
    const interval = events === atRisk ? noneLeft(before, atRisk) : logLogInterval(left, greenwood);
    if (interval.low <= 0.5) lowDays ??= days;
    if (interval.high <= 0.5) highDays ??= days;
    steps.push({ days, left });
  }
  const observed = Math.max(decided.at(-1) ?? -1, undecided.at(-1) ?? -1);
  return {
    of,
    undecided: undecided.length,
    medianDays: medianDays ?? null,
    lowDays: lowDays ?? null,
    highDays: highDays ?? null,
    decidedBy: shareAfterDays.map((days) => ({
      days,
      share: shareBy(days, steps, observed),
    })),
  };
}

/** Pointwise 95 % interval of a share still undecided that is neither none nor all. */
function logLogInterval(left: number, greenwood: number): { low: number; high: number } {
  const reach = Math.exp((normalQuantile * Math.sqrt(greenwood)) / Math.abs(Math.log(left)));
  return { low: left ** reach, high: left ** (1 / reach) };
}

/**
 * The interval where all of those at risk were decided, for which log-log has none: the share left before, times the
 * exact upper bound for none of so many (Clopper and Pearson 1934). So one quick outcome alone is not certain.
 */
function noneLeft(before: number, atRisk: number): { low: number; high: number } {
  return { low: 0, high: before * (1 - 0.025 ** (1 / atRisk)) };
}

function shareBy(
  days: number,
  steps: readonly { readonly days: number; readonly left: number }[],
  observed: number,
): number | null {
  const last = steps.findLast((step) => step.days <= days);
  // Once nobody is left undecided, the share is 1 for ever after.
  if (last !== undefined && last.left <= 0) return 1;
  return days > observed ? null : 1 - (last?.left ?? 1);
}
