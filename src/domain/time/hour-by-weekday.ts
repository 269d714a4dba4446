import {
  eachWindow,
  shareByHours,
  type WindowOptions,
  type WindowsLeftOut,
} from './occurred-window.ts';
import { hourOfWeek, hoursPerWeek, minutesPerHour } from './policing-day.ts';

export interface HourByWeekday {
  /** 168 sums, Monday 00:00 to 00:59 first, Sunday 23:00 last; together they equal `used`. */
  readonly weights: Float64Array;
  /** Records shared over the hours. */
  readonly used: number;
  readonly leftOut: Readonly<WindowsLeftOut>;
}

/**
 * When in the week things happen, by aoristic analysis (Ratcliffe 2002): each record weighs 1, shared over the
 * hours of its window by the minutes that passed, clock changes minded; a record without an end, or with the same
 * end, counts in its start's hour.
 *
 * @param fromMinutes Starts, whole minutes since 1970-01-01 00:00 as written; `noMinutes` where there is none.
 * @param toMinutes Ends, likewise.
 * @throws RangeError when the arrays differ in length.
 */
export function hourByWeekday(
  fromMinutes: Int32Array,
  toMinutes: Int32Array,
  options: WindowOptions,
): HourByWeekday {
  const weights = new Float64Array(hoursPerWeek);
  const { used, leftOut } = eachWindow(fromMinutes, toMinutes, options, (from, to) => {
    shareByHours(from, to, (start, _end, share) => {
      add(weights, hourOfWeek(start), share);
    });
  });
  return { weights, used, leftOut };
}

/** A window longer than this says nothing under the reference rule: 1/168 goes to every hour. */
const longestMinutes = hoursPerWeek * minutesPerHour;

/**
 * The rule of the R package aoristic (1.1.1), to hold numbers against it: the clock as written; no end, one before
 * the start, or one within a minute puts the record whole into the hour of its start; more than seven days puts 1/168
 * into every hour; otherwise the minutes are shared. Records without a start are left out and counted.
 *
 * @returns Monday 00:00 first, as `hourByWeekday`.
 * @throws RangeError when the arrays differ in length.
 */
export function hourByWeekdayReference(
  fromMinutes: Int32Array,
  toMinutes: Int32Array,
  noMinutes: number,
): { weights: Float64Array; used: number; noTime: number } {
  if (fromMinutes.length !== toMinutes.length) {
    throw new RangeError('Starts and ends must have the same length.');
  }
  const weights = new Float64Array(hoursPerWeek);
  let noTime = 0;
  for (const [record, from] of fromMinutes.entries()) {
    if (from === noMinutes) {
      noTime += 1;
      continue;
    }
    const to = toMinutes[record] ?? noMinutes;
    const minutes = to === noMinutes ? 0 : to - from;
    if (minutes <= 1) add(weights, hourOfWeek(from), 1);
    else if (minutes > longestMinutes) {
      for (let hour = 0; hour < hoursPerWeek; hour += 1) add(weights, hour, 1 / hoursPerWeek);
    } else {
      for (let start = from; start < to; ) {
        const end = Math.min((Math.floor(start / minutesPerHour) + 1) * minutesPerHour, to);
        add(weights, hourOfWeek(start), (end - start) / minutes);
        start = end;
      }
    }
  }
  return { weights, used: fromMinutes.length - noTime, noTime };
}

function add(weights: Float64Array, hour: number, weight: number): void {
  weights[hour] = (weights[hour] ?? 0) + weight;
}
