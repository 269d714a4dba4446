import { looksSpreadsheetDamaged } from '../vawg/offence-code.ts';

/** An offence code after repair. */
export interface RepairedOffenceCode {
  /** `19/8` where a date was read back; otherwise the text as it came, without blanks around it. */
  readonly code: string;
  /** True when `code` was read back from a date. */
  readonly repaired: boolean;
  /**
   * True when the answer needs a person: the date has a second reading (`code` is the likelier one), gives a class
   * that is not in use, or is damage that no code explains (then it is not repaired).
   */
  readonly doubtful: boolean;
}

interface CalendarDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** Years in which a day and month can have been typed: a spreadsheet adds the year of the typing. */
const firstTypedYear = 2015;
const lastTypedYear = 2035;

/**
 * Day numbers that are dates and not codes. Read as Home Office codes (three digits of class, two of subclass)
 * they would be classes 200 to 496; no class lies there in the Home Office and ONS tables we have
 * (CrimeCatMappings.csv, the product's own code list): the numbers in use end at 195 and go on at 802. Below
 * 20000 lie the summary offences, such as 12510 (125/10), which is also 1 April 1934: those stay as they are.
 */
const firstSerial = 20_000;
const lastSerial = 49_674;

/** Class numbers up to 31 that are not in the recorded crime tables now: old records may have them. */
const disusedClasses: ReadonlySet<number> = new Set([6, 7, 12, 16, 18, 25]);

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthPattern = `(${monthNames.join('|')})[a-z]*`;
const dayMonthName = new RegExp(`^(\\d{1,2})[- ]${monthPattern}(?:[- ](\\d{2}|\\d{4}))?$`, 'i');
const monthNameNumber = new RegExp(`^${monthPattern}[- ](\\d{2}|\\d{4})$`, 'i');
const timeOfDay = '(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?';
const dayFirst = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${timeOfDay}$`);
const yearFirst = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${timeOfDay}$`);

/**
 * Reads back Home Office offence codes that a spreadsheet turned into dates. A British spreadsheet makes
 * - `19/8` the 19th of August of the year of typing: `44062`, `19-Aug`, `19/08/2020`, `2020-08-19`;
 * - `8/60`, which is no day, the 1st of August 1960: `22129`, `Aug-60`. 00 to 29 become 2000 to 2029, 30 to 99
 *   become 1930 to 1999.
 *
 * Day numbers are of the 1900 date system. A 1st of a month in a year of typing has both readings (`1 Aug 2020`:
 * 1/8 or 8/20) and is doubtful, with the second as its code, except in January: 1/1 is murder, 1/20 does not
 * exist. `Aug-19` is 8/19 but may be the 19th of August shown month first, so 13 to 31 are doubtful. Numbers such
 * as 08/19/2020 are read month first when they cannot be read otherwise.
 *
 * Ordinary codes are left alone: `19/8`, `8Q`, `008/66`, `00866`, `104/23`, `10423`, `PH97008`. So is `8/19`:
 * it may be 19/8 seen through an American spreadsheet, but 8/20 and 8/21 exist and look just the same.
 */
export function repairOffenceCode(text: string): RepairedOffenceCode {
  const code = text.trim();
  const monthAndNumber = monthNameNumber.exec(code);
  if (monthAndNumber?.[2]?.length === 2) {
    const subclass = Number(monthAndNumber[2]);
    const mayBeDay = subclass <= 31;
    return repairedTo(monthNumber(monthAndNumber[1]), monthAndNumber[2], mayBeDay);
  }
  const date = dateOf(code);
  const readBack = date === undefined ? undefined : codeOfDate(date);
  return readBack ?? { code, repaired: false, doubtful: looksSpreadsheetDamaged(code) };
}

/** The date a text stands for; undefined when it is not a date that a code can have become. */
function dateOf(code: string): CalendarDate | undefined {
  if (/^\d{5}(?:\.0+)?$/.test(code)) return dateOfSerial(Number(code));
  const named = dayMonthName.exec(code);
  if (named) {
    const typedYear = named[3] ?? String(firstTypedYear);
    const year = Number(typedYear.length === 2 ? `20${typedYear}` : typedYear);
    return existing({ day: Number(named[1]), month: monthNumber(named[2]), year });
  }
  const monthAndYear = monthNameNumber.exec(code);
  if (monthAndYear) {
    return { day: 1, month: monthNumber(monthAndYear[1]), year: Number(monthAndYear[2]) };
  }
  const iso = yearFirst.exec(code);
  if (iso) return existing({ day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) });
  const numbers = dayFirst.exec(code);
  if (!numbers) return undefined;
  const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  return second > 12
    ? existing({ day: second, month: first, year })
    : existing({ day: first, month: second, year });
}

function dateOfSerial(serial: number): CalendarDate | undefined {
  if (serial < firstSerial || serial > lastSerial) return undefined;
  // Day 25569 of the 1900 date system is 1970-01-01.
  const date = new Date((serial - 25_569) * 86_400_000);
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
  };
}

function existing(date: CalendarDate): CalendarDate | undefined {
  const asDate = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const same = asDate.getUTCDate() === date.day && asDate.getUTCMonth() === date.month - 1;
  return same ? date : undefined;
}

function codeOfDate({ day, month, year }: CalendarDate): RepairedOffenceCode | undefined {
  const typedAsDay = year >= firstTypedYear && year <= lastTypedYear;
  // Numbers up to 12 are read as a month, so the 1st of a month before 2013 was not typed as month and year.
  const typedAsYear =
    day === 1 && ((year >= 1930 && year <= 1999) || (year >= 2013 && year <= 2029));
  if (typedAsYear && !(typedAsDay && month === 1)) {
    return repairedTo(month, String(year).slice(2), typedAsDay);
  }
  return typedAsDay ? repairedTo(day, String(month), false) : undefined;
}

function repairedTo(offenceClass: number, subclass: string, doubtful: boolean) {
  return {
    code: `${offenceClass}/${subclass}`,
    repaired: true,
    doubtful: doubtful || disusedClasses.has(offenceClass),
  };
}

function monthNumber(name = ''): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
