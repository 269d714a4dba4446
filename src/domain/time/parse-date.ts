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
  /** How it was written: `numbers` is the only form in which day and month could be taken for each other. */
  readonly form: 'year-first' | 'numbers' | 'month-name' | 'serial';
}

const time = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?';
const isoForm = new RegExp(
  `^(\\d{4})-(\\d{2})(?:-(\\d{2})(?:[T ]${time} ?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?$`,
  'i',
);
const numberForm = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:[T ,]+${time})?$`, 'i');
const nameForm = new RegExp(`^(\\d{1,2})[ -]([a-z]{3,9})[ -](\\d{4})(?:[T ,]+${time})?$`, 'i');
const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** Days since 1899-12-31 as spreadsheets count them (they take 1900 for a leap year), with a part of a day. */
const serialForm = /^(\d{5})(\.\d+)?$/;
const serialOf1970 = 25_569;
/** 1955 to 2100: outside it a five-digit number is hardly a date. */
const serialRange = { least: 20_090, most: 73_415 };

/**
 * Reads `2026-10-31T22:30`, `2026-10-31 22:30:59Z`, `2026-10-31`, `2026-10`, `31/10/2026 22:30`, `31-10-2026`,
 * `31.10.2026`, `31 Oct 2026` or a spreadsheet's serial (`46326.9375`). Undefined for anything else, for days that do not exist, and for years before 1900 or after 2100.
 *
 * @param order Only for dates that do not start with the year.
 */
export function parseDateTime(text: string, order: DateOrder): ParsedDate | undefined {
  const trimmed = text.trim();
  const iso = isoForm.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second] = iso;
    return checked('year-first', year, month, day, hour, minute, second);
  }
  const numbers = numberForm.exec(trimmed);
  if (numbers) {
    const [, first, , second, year, hour, minute, seconds] = numbers;
    return order === 'dmy'
      ? checked('numbers', year, second, first, hour, minute, seconds)
      : checked('numbers', year, first, second, hour, minute, seconds);
  }
  const names = nameForm.exec(trimmed);
  if (names) {
    const [, day, name, year, hour, minute, seconds] = names;
    const month = monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
    return checked('month-name', year, String(month), day, hour, minute, seconds);
  }
  return ofSerial(trimmed);
}

function ofSerial(text: string): ParsedDate | undefined {
  const serial = serialForm.exec(text);
  if (!serial) return undefined;
  const days = Number(serial[1]);
  if (days < serialRange.least || days > serialRange.most) return undefined;
  const dayMinutes = (days - serialOf1970) * 1440;
  const fraction = serial[2];
  // Half a second of rounding: 22:30 is stored as 0.9375, but 10:20 as 0.430555….
  const minutes = dayMinutes + Math.floor(Number(fraction ?? 0) * 1440 + 1 / 120);
  const written = new Date(minutes * 60_000).toISOString();
  return fraction === undefined
    ? { minutes, precision: 'day', text: written.slice(0, 10), form: 'serial' }
    : { minutes, precision: 'minute', text: written.slice(0, 16), form: 'serial' };
}

/**
 * Minutes of a text in the form that `parseDateTime` gives as `text`; undefined for any other form, and for a day
 * or time that does not exist. Quicker than parsing, because numbers are read in place: for stored columns.
 */
export function canonicalToMinutes(text: string): number | undefined {
  const { length } = text;
  const hasDay = length >= 10;
  const hasTime = length === 16;
  const isFormed =
    (length === 7 || length === 10 || hasTime) &&
    text[4] === '-' &&
    (!hasDay || text[7] === '-') &&
    (!hasTime || (text[10] === 'T' && text[13] === ':'));
  if (!isFormed) return undefined;
  return minutesOfMoment(
    digits(text, 0, 4),
    digits(text, 5, 7),
    hasDay ? digits(text, 8, 10) : 1,
    hasTime ? digits(text, 11, 13) : 0,
    hasTime ? digits(text, 14, 16) : 0,
  );
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

/** Minutes since 1970-01-01 00:00; undefined when there is no such moment in 1900 to 2100, and for NaN. */
function minutesOfMoment(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): number | undefined {
  const exists =
    year >= 1900 &&
    year <= 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    hour <= 23 &&
    minute <= 59;
  return exists ? Date.UTC(year, month - 1, day, hour, minute) / 60_000 : undefined;
}

function checked(
  form: ParsedDate['form'],
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
  const minutes = minutesOfMoment(year, month, day, hour, minute);
  if (minutes === undefined || Number(secondText ?? 0) > 59) return undefined;

  const monthName = `${year}-${twoDigits(month)}`;
  if (dayText === undefined) return { minutes, precision: 'month', text: monthName, form };
  const dayName = `${monthName}-${twoDigits(day)}`;
  if (hourText === undefined) return { minutes, precision: 'day', text: dayName, form };
  return {
    minutes,
    precision: 'minute',
    text: `${dayName}T${twoDigits(hour)}:${twoDigits(minute)}`,
    form,
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
