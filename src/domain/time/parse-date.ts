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
  /** The year was written with two digits: its century is not in the text. */
  readonly hasShortYear: boolean;
}

/**
 * The time behind a date: `22:30`, `22:30:59.123`, `22.30.59` and `11.30.00 PM` (Oracle), `10:15AM` (SQL Server),
 * `2230` and `22:30hrs` (incident logs).
 */
const time =
  '(?:(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?(?: ?(am|pm)| ?h(?:rs?)?)?|(\\d{2})(\\d{2})(?: ?h(?:rs?)?)?)';
const gap = '(?:T|[ ,]+(?:at )?)';
const isoTime = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?';
const isoForm = new RegExp(
  `^(\\d{4})-(\\d{2})(?:-(\\d{2})(?:[T ]${isoTime} ?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?$`,
  'i',
);
const yearFirstForm = new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:${gap}${time})?$`, 'i');
const runTogetherForm = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:${gap}${time})?$`, 'i');
/** A year of two digits only after a slash or stop: `26-02-14` may begin with any of the three. */
const numbersPattern = '(\\d{1,2})(?:([/.-])(\\d{1,2})\\2(\\d{4})|([/.])(\\d{1,2})\\5(\\d{2}))';
const numberForm = new RegExp(`^${numbersPattern}(?:${gap}${time})?$`, 'i');
const numberStart = new RegExp(`^${numbersPattern}(?!\\d)`);
const yearPattern = '(\\d{4}|\\d{2})';
const nameForm = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})[ ,-]{0,2}${yearPattern}(?:${gap}${time})?$`,
  'i',
);
const nameFirstForm = new RegExp(
  `^([a-z]{3,9}) +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})(?:${gap}${time})?$`,
  'i',
);
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? +/i;
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
 * Reads `2026-10-31T22:30`, `2026-10-31 22:30:59Z`, `2026-10-31`, `2026-10`, `2026/10/31`, `20261031`,
 * `31/10/2026 22:30`, `31/10/26`, `31-10-2026`, `31.10.2026`, `31 Oct 2026`, `31-OCT-26 11.30.00 PM`,
 * `Oct 31 2026 10:30PM`, a weekday before any of these, or a spreadsheet's serial (`46326.9375`). Undefined for
 * anything else, for days that do not exist, and for years before 1900 or after 2100.
 *
 * @param order Only for dates that are all numbers and do not start with the year.
 */
export function parseDateTime(text: string, order: DateOrder): ParsedDate | undefined {
  const trimmed = text.trim().replace(weekday, '');
  const iso = isoForm.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second] = iso;
    return checked('year-first', year, month, day, { hour, minute, second });
  }
  const numbers = numberForm.exec(trimmed);
  if (numbers) {
    const [first, second, year] = threeNumbers(numbers);
    const [day, month] = order === 'dmy' ? [first, second] : [second, first];
    return checked('numbers', year, month, day, clockOf(numbers, 8));
  }
  const names = nameForm.exec(trimmed);
  if (names) {
    const [, day, name, year] = names;
    return checked('month-name', year, monthOfName(name), day, clockOf(names, 4));
  }
  const nameFirst = nameFirstForm.exec(trimmed);
  if (nameFirst) {
    const [, name, day, year] = nameFirst;
    return checked('month-name', year, monthOfName(name), day, clockOf(nameFirst, 4));
  }
  const yearFirst = yearFirstForm.exec(trimmed) ?? runTogetherForm.exec(trimmed);
  if (yearFirst) {
    const [, year, month, day] = yearFirst;
    return checked('year-first', year, month, day, clockOf(yearFirst, 4));
  }
  return ofSerial(trimmed);
}

/**
 * The first two numbers of a date that is written in numbers alone and could be read day or month first
 * (`03/04/2026`, also with a time behind it); undefined for other texts.
 */
export function dayAndMonthNumbers(text: string): readonly [number, number] | undefined {
  const found = numberStart.exec(text.trim().replace(weekday, ''));
  if (found === null) return undefined;
  const [first, second] = threeNumbers(found);
  return [Number(first), Number(second)];
}

/** First and second number and the year, whichever way the year was written. */
function threeNumbers(found: RegExpExecArray) {
  const [, first, , longSecond, longYear, , shortSecond, shortYear] = found;
  return [first, longSecond ?? shortSecond, longYear ?? shortYear] as const;
}

function monthOfName(name = ''): string {
  return String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** Parts of the time of day as written; all undefined when there is none. */
interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly half?: string | undefined;
}

/** The six groups of `time` from a place in what was found. */
function clockOf(found: RegExpExecArray, at: number): Clock {
  const [hour, minute, second, half, runHour, runMinute] = found.slice(at, at + 6);
  return { hour: hour ?? runHour, minute: minute ?? runMinute, second, half };
}

/** Hours from midnight; NaN for a half of the day that contradicts them. `22:30 PM` says the same twice. */
function hourOf({ hour = '0', half }: Clock): number {
  const written = Number(hour);
  if (half === undefined) return written;
  if (half.toLowerCase() === 'pm') return written < 12 ? written + 12 : written;
  if (written > 12) return Number.NaN;
  return written === 12 ? 0 : written;
}

/** 00 to 49 are of this century, as databases read them. */
const firstShortYearOfLastCentury = 50;

function yearOf(text = ''): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < firstShortYearOfLastCentury ? 2000 + year : 1900 + year;
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
    ? { minutes, precision: 'day', text: written.slice(0, 10), form: 'serial', hasShortYear: false }
    : {
        minutes,
        precision: 'minute',
        text: written.slice(0, 16),
        form: 'serial',
        hasShortYear: false,
      };
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
  clock: Clock,
): ParsedDate | undefined {
  const year = yearOf(yearText);
  const month = Number(monthText);
  const day = Number(dayText ?? 1);
  const hour = hourOf(clock);
  const minute = Number(clock.minute ?? 0);
  const minutes = minutesOfMoment(year, month, day, hour, minute);
  if (minutes === undefined || Number(clock.second ?? 0) > 59) return undefined;

  const hasShortYear = yearText?.length === 2;
  const monthName = `${year}-${twoDigits(month)}`;
  if (dayText === undefined)
    return { minutes, precision: 'month', text: monthName, form, hasShortYear };
  const dayName = `${monthName}-${twoDigits(day)}`;
  if (clock.hour === undefined)
    return { minutes, precision: 'day', text: dayName, form, hasShortYear };
  return {
    minutes,
    precision: 'minute',
    text: `${dayName}T${twoDigits(hour)}:${twoDigits(minute)}`,
    form,
    hasShortYear,
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
