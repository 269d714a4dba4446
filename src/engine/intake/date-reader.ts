import { timePrecision } from '../../domain/evidence/columns.ts';
import { isMissing } from '../../domain/quality/missing-words.ts';
import {
  momentMinutes,
  momentOf,
  momentOfText,
  momentPrecision,
  momentText,
} from '../../domain/time/moment.ts';
import { parseClock } from '../../domain/time/parse-clock.ts';
import {
  canonicalToMinutes,
  dayAndMonthNumbers,
  parseDateTime,
} from '../../domain/time/parse-date.ts';
import type { RowWarnings } from './row-warnings.ts';
import { type DateOrderSeen, RowRejected } from './values.ts';

/** What one day, written with slashes, is in the order of the file. */
interface KnownDay {
  /** NaN when there is no such day. */
  readonly minutes: number;
  readonly shows: keyof DateOrderSeen | null;
}

const mostDays = 50_000;
/** The time that databases and spreadsheets export a date alone with. */
const midnight = /[T ]+0?0[:.]00(?:[:.]00(?:[.,]0+)?)?$/;
const slash = 47;
const dash = 45;
const letterT = 84;
const space = 32;
const colon = 58;

/** Kinds of file that say what is to come. */
export const plannedKinds: ReadonlySet<string> = new Set(['activities', 'calendar']);

/** Before it nobody who can still be asked was a grown-up: hardly a date of a record. */
const earliestLikely = momentOf(Date.UTC(1940, 0, 1) / 60_000, 0);

/** Reads the dates of one file, and notes what they say about the order of day and month. */
export class DateReader {
  readonly seen: DateOrderSeen = { dayFirst: 0, monthFirst: 0, either: 0 };
  readonly #order: 'dmy' | 'mdy';
  #latestLikely = Number.POSITIVE_INFINITY;
  readonly #warnings: RowWarnings;
  /** Days repeat far more than moments do: each is read once. */
  readonly #days = new Map<number, KnownDay>();

  /** The same for days with the year first, by their digits; NaN for those that do not exist. */
  readonly #isoDays = new Map<number, number>();

  constructor(order: 'dmy' | 'mdy', warnings: RowWarnings) {
    this.#order = order;
    this.#warnings = warnings;
  }

  /** From here on dates after the day that `now` is in are counted: what is recorded has happened. */
  expectPast(now: Date): void {
    const tomorrow = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this.#latestLikely = momentOf(tomorrow / 60_000, 0) - 1;
  }

  /**
   * A date or time as a moment (domain/time/moment.ts), or null when blank. Throws RowRejected.
   *
   * @param timeText The time of day, where it stands in a column of its own. One that cannot be read leaves the day,
   * with a warning.
   */
  read(text: string, timeText = ''): number | null {
    if (text === '') return null;
    const moment = isMissing(timeText)
      ? (this.#quick(text) ?? this.#slow(text.trim()))
      : this.#joined(text, timeText);
    if (moment === null) return null;
    this.#noteMidnight(moment);
    if (moment > this.#latestLikely) this.#warn('date-in-the-future');
    else if (moment < earliestLikely) this.#warn('date-long-ago');
    return moment;
  }

  /**
   * The moment of a date or time as most records systems write them, from its bytes; NaN for any other cell, which
   * is to be read from its text. Nothing is noted of such a cell.
   */
  readonly readBytes = (bytes: Uint8Array, start: number, end: number): number => {
    const length = end - start;
    if (bytes[start + 2] !== slash) {
      const minutes = this.#dayByBytes(bytes, start, length);
      return this.#noted(momentByBytes(minutes, bytes, start, length), null);
    }
    if (bytes[start + 5] !== slash || length > 16) return Number.NaN;
    const dayAndMonth = pair(bytes, start) * 100 + pair(bytes, start + 3);
    const day = this.#days.get(dayAndMonth * 10_000 + year(bytes, start + 6));
    if (day === undefined || bytes[start + 10] === letterT) return Number.NaN;
    return this.#noted(momentByBytes(day.minutes, bytes, start, length), day.shows);
  };

  /** Notes of a likely moment what is to be noted; of any other nothing, and gives NaN. */
  #noted(moment: number, shows: keyof DateOrderSeen | null): number {
    if (!(moment >= earliestLikely && moment <= this.#latestLikely)) return Number.NaN;
    this.#note(shows);
    this.#noteMidnight(moment);
    return moment;
  }

  /** Minutes of the start of the day in `2026-04-03`, or of the month in seven characters; NaN for what is none. */
  #dayByBytes(bytes: Uint8Array, start: number, length: number): number {
    if (bytes[start + 4] !== dash) return Number.NaN;
    if (length !== 7 && (length < 10 || bytes[start + 7] !== dash)) return Number.NaN;
    const month = year(bytes, start) * 100 + pair(bytes, start + 5);
    // Below 0 for a month: `2026-02` is one, and `2026-02-00` is no day.
    const written = length === 7 ? -month : month * 100 + pair(bytes, start + 8);
    if (Number.isNaN(written)) return Number.NaN;
    let minutes = this.#isoDays.get(written);
    if (minutes === undefined) {
      const text = String.fromCharCode(...bytes.subarray(start, start + Math.min(length, 10)));
      minutes = canonicalToMinutes(text) ?? Number.NaN;
      if (this.#isoDays.size < mostDays) this.#isoDays.set(written, minutes);
    }
    return minutes;
  }

  /** The same as canonical text (YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM). */
  readText(text: string, timeText = ''): string | null {
    const moment = this.read(text, timeText);
    return moment === null ? null : momentText(moment);
  }

  /** A date that has a time keeps it, unless it is the midnight that a date alone is exported with. */
  #joined(text: string, timeText: string): number | null {
    const moment = this.#slow(text.trim().replace(midnight, ''));
    if (moment === null || momentPrecision(moment) !== timePrecision.day) return moment;
    const minutes = parseClock(timeText);
    if (minutes !== undefined) {
      return momentOf(momentMinutes(moment) + minutes, timePrecision.minute);
    }
    this.#warn('time-not-understood');
    return moment;
  }

  /** 00:00 and 00:01 are what many systems write when the time is not known. */
  #noteMidnight(moment: number): void {
    if (momentPrecision(moment) !== timePrecision.minute) return;
    const ofDay = momentMinutes(moment) % 1440;
    if (ofDay === 0 || ofDay === 1) this.#warn('time-at-midnight');
  }

  /** `03/04/2026` and `03/04/2026 22:30`, as most records systems write them. */
  #quick(text: string): number | undefined {
    if (text.charCodeAt(2) !== slash || text.charCodeAt(5) !== slash) return undefined;
    if (text.length === 10) return momentOf(this.#day(text), timePrecision.day);
    if (text.length !== 16 || text.charCodeAt(10) !== space) return undefined;
    const time = minutesOfTime(text);
    if (Number.isNaN(time)) return undefined;
    return momentOf(this.#day(text) + time, timePrecision.minute);
  }

  #slow(text: string): number | null {
    if (text === '') return null;
    const canonical = momentOfText(text);
    if (canonical !== undefined) return canonical;
    const parsed = parseDateTime(text, this.#order);
    if (parsed === undefined) {
      this.#note(orderShown(text));
      throw new RowRejected('unreadable-date', text);
    }
    if (parsed.form === 'numbers') this.#note(orderShown(text));
    if (parsed.form === 'serial') this.#warn('date-from-spreadsheet-serial');
    if (parsed.hasShortYear) this.#warn('year-of-two-digits');
    return momentOf(parsed.minutes, timePrecision[parsed.precision]);
  }

  /** Minutes of the start of the day in the first ten characters; rejects the row when there is no such day. */
  #day(text: string): number {
    const digits = dayDigits(text);
    let day = this.#days.get(digits);
    if (day === undefined) {
      const written = text.slice(0, 10);
      const minutes = parseDateTime(written, this.#order)?.minutes ?? Number.NaN;
      day = { minutes, shows: orderShown(written) };
      // What is not all digits has no number of its own to be known by.
      if (!Number.isNaN(digits) && this.#days.size < mostDays) this.#days.set(digits, day);
    }
    // A day that this order cannot read may still show that the other order is meant.
    this.#note(day.shows);
    if (Number.isNaN(day.minutes)) throw new RowRejected('unreadable-date', text);
    return day.minutes;
  }

  #note(shown: keyof DateOrderSeen | null): void {
    if (shown !== null) this.seen[shown]++;
  }

  #warn(code: string): void {
    this.#warnings.add(code);
  }
}

/** The eight digits of `03/04/2026` as one number; NaN when one of them is no digit. */
function dayDigits(text: string): number {
  let number = 0;
  for (let at = 0; at < 10; at++) {
    if (at === 2 || at === 5) continue;
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/**
 * The moment of a cell of whose day the minutes are known, by what stands behind it; NaN when that is no plain time or
 * the day is NaN.
 */
function momentByBytes(
  dayMinutes: number,
  bytes: Uint8Array,
  start: number,
  length: number,
): number {
  if (length === 7) return momentOf(dayMinutes, timePrecision.month);
  if (length === 10) return momentOf(dayMinutes, timePrecision.day);
  const gap = bytes[start + 10];
  const hasSeconds = length === 19 && bytes[start + 16] === colon;
  if ((length !== 16 && !hasSeconds) || (gap !== space && gap !== letterT)) return Number.NaN;
  if (hasSeconds && !(pair(bytes, start + 17) <= 59)) return Number.NaN;
  const hours = pair(bytes, start + 11);
  const minutes = pair(bytes, start + 14);
  if (bytes[start + 13] !== colon || !(hours <= 23 && minutes <= 59)) return Number.NaN;
  return momentOf(dayMinutes + hours * 60 + minutes, timePrecision.minute);
}

/** The number that two bytes write; NaN when one of them is no digit. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function year(bytes: Uint8Array, at: number): number {
  return pair(bytes, at) * 100 + pair(bytes, at + 2);
}

/** Minutes of the time in the last five of sixteen characters; NaN unless it is one from 00:00 to 23:59. */
function minutesOfTime(text: string): number {
  if (text.charCodeAt(13) !== colon) return Number.NaN;
  const digit = (at: number): number => {
    const value = text.charCodeAt(at) - 48;
    return value >= 0 && value <= 9 ? value : Number.NaN;
  };
  const hours = digit(11) * 10 + digit(12);
  const minutes = digit(14) * 10 + digit(15);
  return hours <= 23 && minutes <= 59 ? hours * 60 + minutes : Number.NaN;
}

function orderShown(text: string): keyof DateOrderSeen | null {
  const numbers = dayAndMonthNumbers(text);
  if (numbers === undefined) return null;
  const [first, second] = numbers;
  if (first > 12 && second <= 12) return 'dayFirst';
  if (second > 12 && first <= 12) return 'monthFirst';
  return first === second || first > 12 || second > 12 ? null : 'either';
}
