import { timesOnTheClock } from './london-clock.ts';
import { minutesPerDay, minutesPerHour } from './policing-day.ts';

/** Why a record cannot be given an hour. */
export interface WindowsLeftOut {
  /** No start on the record. */
  noTime: number;
  /** Start at exactly 00:00 or 00:01 with no other end: the habit of typing a date without a time. */
  timeUnknown: number;
  /** The window is longer than allowed: it says nothing about the hour. */
  windowTooLong: number;
  /** The end lies before the start. */
  endBeforeStart: number;
}

/** How windows are read. */
export interface WindowOptions {
  /** The number that stands for "no time on the record". */
  readonly noMinutes: number;
  /** Longest window that is used; 24 hours unless told. */
  readonly maximumWindowMinutes?: number;
}

/**
 * Passes each record's window on, or counts why it has none. An end that is missing is the start.
 *
 * @param fromMinutes Starts, whole minutes since 1970-01-01 00:00 as written; `noMinutes` where there is none.
 * @param toMinutes Ends, likewise.
 * @throws RangeError when the arrays differ in length.
 */
export function eachWindow(
  fromMinutes: Int32Array,
  toMinutes: Int32Array,
  { noMinutes, maximumWindowMinutes = minutesPerDay }: WindowOptions,
  visit: (from: number, to: number) => void,
): { used: number; leftOut: WindowsLeftOut } {
  if (fromMinutes.length !== toMinutes.length) {
    throw new RangeError('Starts and ends must have the same length.');
  }
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
      visit(from, to);
    }
  }
  return { used, leftOut };
}

function isMidnightByHabit(minutes: number): boolean {
  const minuteOfDay = ((minutes % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return minuteOfDay <= 1;
}

/**
 * Shares 1 over the clock hours of a window by the minutes that really passed in each: the hour that summer time
 * skips gets nothing, the one that comes twice in October twice its minutes. `to` itself is not part of the window,
 * so 22:00 to 23:00 is all in the hour from 22:00; a window without length counts in its hour.
 *
 * @param visit Gets the stretch within one clock hour, from and to, and its share.
 */
export function shareByHours(
  from: number,
  to: number,
  visit: (start: number, end: number, share: number) => void,
): void {
  if (to === from) {
    visit(from, from + 1, 1);
    return;
  }
  let passed = 0;
  eachHour(from, to, (start, end) => {
    passed += (end - start) * timesOnTheClock(start);
  });
  eachHour(from, to, (start, end) => {
    // A window wholly in the skipped hour was written by a clock that had not been changed.
    const share =
      passed > 0 ? ((end - start) * timesOnTheClock(start)) / passed : (end - start) / (to - from);
    if (share > 0) visit(start, end, share);
  });
}

function eachHour(from: number, to: number, visit: (start: number, end: number) => void): void {
  let start = from;
  while (start < to) {
    const end = Math.min((Math.floor(start / minutesPerHour) + 1) * minutesPerHour, to);
    visit(start, end);
    start = end;
  }
}
