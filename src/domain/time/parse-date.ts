/**
 * Dates and times as records write them. Time zones are ignored: 22:30 on the record is 22:30 on the street,
 * and minutes count from 1970-01-01 00:00 on the same clock.
 */

/** Which of the first two numbers of `03/04/2026` is the day. */
export type DateOrder = 'dmy' | 'mdy';

export type DatePrecision = 'month' | 'day' | 'minute';

export interface ParsedDate {
  /** Whole minutes since 1970-01-01 00:00 as written; a month or a day stands for its first minute. */
  readonly minutes: number;
  readonly precision: DatePrecision;
  /** `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. Seconds are cut off, not rounded. */
  readonly text: string;
}

const time = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?';
const isoForm = new RegExp(
  `^(\\d{4})-(\\d{2})(?:-(\\d{2})(?:[T ]${time} ?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?$`,
  'i',
);
const numberForm = new RegExp(`^(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})(?:[T ]+${time})?$`, 'i');

/**
 * Reads `2026-10-31T22:30`, `2026-10-31 22:30:59Z`, `2026-10-31`, `2026-10`, `31/10/2026 22:30` or `31-10-2026`.
 * Undefined for anything else, for days that do not exist, and for years before 1900 or after 2100.
 *
 * @param order Only for dates that do not start with the year.
 */
export function parseDateTime(text: string, order: DateOrder): ParsedDate | undefined {
  const trimmed = text.trim();
  const iso = isoForm.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second] = iso;
    return checked(year, month, day, hour, minute, second);
  }
  const numbers = numberForm.exec(trimmed);
  if (!numbers) return undefined;
  const [, first, , second, year, hour, minute, seconds] = numbers;
  return order === 'dmy'
    ? checked(year, second, first, hour, minute, seconds)
    : checked(year, first, second, hour, minute, seconds);
}

/**
 * Minutes of a text that `parseDateTime` gave as `text`. Quicker than parsing: numbers are read in place, and the
 * calendar is not checked again.
 * @throws RangeError for a text of another form.
 */
export function canonicalToMinutes(text: string): number {
  const { length } = text;
  const hasDay = length >= 10;
  const hasTime = length === 16;
  const isFormed =
    (length === 7 || length === 10 || hasTime) &&
    text[4] === '-' &&
    (!hasDay || text[7] === '-') &&
    (!hasTime || (text[10] === 'T' && text[13] === ':'));
  const day = hasDay ? digits(text, 8, 10) : 1;
  const minuteOfDay = hasTime ? digits(text, 11, 13) * 60 + digits(text, 14, 16) : 0;
  const minutes = minutesOfDate(digits(text, 0, 4), digits(text, 5, 7), day) + minuteOfDay;
  if (!isFormed || Number.isNaN(minutes)) throw new RangeError('Not a date in canonical form.');
  return minutes;
}

/** The number between two places of a text; NaN when a character is not a digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Minutes from 1970-01-01 to the start of a day; month 1 to 12. */
function minutesOfDate(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 60_000;
}

function checked(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
  hourText: string | undefined,
  minuteText: string | undefined,
  secondText: string | undefined,
): ParsedDate | undefined {
  const year = Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText ?? 1);
  const hour = Number(hourText ?? 0);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  const exists =
    year >= 1900 &&
    year <= 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  if (!exists) return undefined;

  const minutes = minutesOfDate(year, month, day) + hour * 60 + minute;
  const monthName = `${year}-${twoDigits(month)}`;
  if (dayText === undefined) return { minutes, precision: 'month', text: monthName };
  const dayName = `${monthName}-${twoDigits(day)}`;
  if (hourText === undefined) return { minutes, precision: 'day', text: dayName };
  return {
    minutes,
    precision: 'minute',
    text: `${dayName}T${twoDigits(hour)}:${twoDigits(minute)}`,
  };
}

function daysInMonth(year: number, month: number): number {
  // Day 0 of the next month is the last of this one.
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
