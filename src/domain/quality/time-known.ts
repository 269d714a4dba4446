import { noMinutes, timePrecision } from '../evidence/columns.ts';
import { minutesPerDay, minutesPerHour } from '../time/policing-day.ts';

/** How many times stand at midnight because a date was typed without a time. */
export interface TimeUnknownShare {
  /** Records with a time of day. */
  readonly timed: number;
  /** Of these, at exactly 00:00 and at exactly 00:01. */
  readonly atMidnight: number;
  readonly atOneMinutePast: number;
  /** The number at the two minutes together if midnight were like its neighbours; see `timeUnknownShare`. */
  readonly expected: number;
  /** Records above the expected number as a part of the timed ones, 0 to 1: roughly the times that are unknown. */
  readonly excessShare: number;
  /** At least 20 records at the two minutes, and more than 3 times the expected number. */
  readonly suspicious: boolean;
}

const fewestAtMidnight = 20;
const suspiciousRatio = 3;
/** Neighbours reach from 23:30 to 00:30, both included. */
const reachMinutes = 30;

/**
 * Compares the records timed at exactly 00:00 and 00:01 with what their neighbours suggest. Two comparisons are
 * made and the larger is `expected`, so that neither habit alone raises an alarm:
 * - the average minute of 23:30 to 00:30 without the two, times two;
 * - the average of 23:00 with 23:01, and 01:00 with 01:01: people round to the whole hour at any time of the
 *   night, and midnight may be as popular as the hours beside it.
 *
 * @param minutes Whole minutes since 1970-01-01 00:00 as written; `noMinutes` where there is none.
 * @param precision Codes of `timePrecision`; only records written to the minute are timed.
 * @throws RangeError when the arrays differ in length.
 */
export function timeUnknownShare(minutes: Int32Array, precision: Uint8Array): TimeUnknownShare {
  if (minutes.length !== precision.length) {
    throw new RangeError('Times and precisions must have the same length.');
  }
  const byMinute = new Uint32Array(minutesPerDay);
  let timed = 0;
  for (const [record, time] of minutes.entries()) {
    if (time === noMinutes || precision[record] !== timePrecision.minute) continue;
    const minuteOfDay = ((time % minutesPerDay) + minutesPerDay) % minutesPerDay;
    byMinute[minuteOfDay] = (byMinute[minuteOfDay] ?? 0) + 1;
    timed += 1;
  }
  const at = (minuteOfDay: number) => byMinute[(minuteOfDay + minutesPerDay) % minutesPerDay] ?? 0;
  const atMidnight = at(0);
  const atOneMinutePast = at(1);
  const expected = Math.max(2 * averageBeside(at), averageOfWholeHours(at));
  const both = atMidnight + atOneMinutePast;
  return {
    timed,
    atMidnight,
    atOneMinutePast,
    expected,
    excessShare: timed === 0 ? 0 : Math.max(0, both - expected) / timed,
    suspicious: both >= fewestAtMidnight && both > suspiciousRatio * expected,
  };
}

function averageBeside(at: (minuteOfDay: number) => number): number {
  let sum = 0;
  for (let minute = -reachMinutes; minute <= reachMinutes; minute += 1) sum += at(minute);
  return (sum - at(0) - at(1)) / (2 * reachMinutes - 1);
}

function averageOfWholeHours(at: (minuteOfDay: number) => number): number {
  const before = at(-minutesPerHour) + at(1 - minutesPerHour);
  return (before + at(minutesPerHour) + at(minutesPerHour + 1)) / 2;
}
