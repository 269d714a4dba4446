import { hourOfWeek, hoursPerWeek, minutesPerDay, minutesPerHour } from './policing-day.ts';

export interface HourByWeekday {
  /** 168 sums, Monday 00:00 to 00:59 first, Sunday 23:00 last; together they equal `used`. */
  readonly weights: Float64Array;
  /** Records shared over the hours. */
  readonly used: number;
  readonly leftOut: {
    /** No start on the record. */
    readonly noTime: number;
    /** Start at exactly 00:00 or 00:01 with no other end: the habit of typing a date without a time. */
    readonly timeUnknown: number;
    /** The window is longer than allowed: it says nothing about the hour. */
    readonly windowTooLong: number;
    /** The end lies before the start. */
    readonly endBeforeStart: number;
  };
}

export interface HourByWeekdayOptions {
  /** The number that stands for "no time on the record". */
  readonly noMinutes: number;
  /** Longest window that is used; 24 hours unless told. */
  readonly maximumWindowMinutes?: number;
}

/**
 * When in the week things happen, by aoristic analysis (Ratcliffe 2002): each record weighs 1, shared over the
 * hours of its window by minutes; a record without an end, or with the same end, counts in its start's hour.
 *
 * @param fromMinutes Starts, whole minutes since 1970-01-01 00:00 as written; `noMinutes` where there is none.
 * @param toMinutes Ends, likewise.
 * @throws RangeError when the arrays differ in length.
 */
export function hourByWeekday(
  fromMinutes: Int32Array,
  toMinutes: Int32Array,
  { noMinutes, maximumWindowMinutes = minutesPerDay }: HourByWeekdayOptions,
): HourByWeekday {
  if (fromMinutes.length !== toMinutes.length) {
    throw new RangeError('Starts and ends must have the same length.');
  }
  const weights = new Float64Array(hoursPerWeek);
  const leftOut = { noTime: 0, timeUnknown: 0, windowTooLong: 0, endBeforeStart: 0 };
  let used = 0;
  for (const [record, from] of fromMinutes.entries()) {
    const written = toMinutes[record] ?? noMinutes;
    const to = written === noMinutes ? from : written;
    if (from === noMinutes) leftOut.noTime += 1;
    else if (to < from) leftOut.endBeforeStart += 1;
    else if (to === from && isMidnightByHabit(from)) leftOut.timeUnknown += 1;
    else if (to - from > maximumWindowMinutes) leftOut.windowTooLong += 1;
    else {
      used += 1;
      shareOverHours(weights, from, to);
    }
  }
  return { weights, used, leftOut };
}

function isMidnightByHabit(minutes: number): boolean {
  const minuteOfDay = ((minutes % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return minuteOfDay <= 1;
}

/** Adds 1 in all; `to` itself is not part of the window, so 22:00 to 23:00 is all in the hour from 22:00. */
function shareOverHours(weights: Float64Array, from: number, to: number): void {
  if (to === from) {
    add(weights, hourOfWeek(from), 1);
    return;
  }
  let start = from;
  while (start < to) {
    const hourEnd = (Math.floor(start / minutesPerHour) + 1) * minutesPerHour;
    const end = Math.min(hourEnd, to);
    add(weights, hourOfWeek(start), (end - start) / (to - from));
    start = end;
  }
}

function add(weights: Float64Array, hour: number, weight: number): void {
  weights[hour] = (weights[hour] ?? 0) + weight;
}
