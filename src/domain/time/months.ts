import { noMinutes } from '../evidence/columns.ts';

/** Months since January 1970 of a minute (minutes since 1970-01-01 00:00 as written). */
export function monthIndexOf(minutes: number): number {
  const date = new Date(minutes * 60_000);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** `YYYY-MM` of a month index. */
export function monthText(month: number): string {
  const year = 1970 + Math.floor(month / 12);
  return `${year}-${String(month - (year - 1970) * 12 + 1).padStart(2, '0')}`;
}

/** Month index of `YYYY-MM`; undefined when the text is not a month. */
export function parseMonth(text: string): number | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? (Number(match[1]) - 1970) * 12 + Number(match[2]) - 1 : undefined;
}

/**
 * Records a month, from the first month to the last, both included; months without records are 0. Records outside
 * the range or without a time (`noMinutes`) are not counted.
 * @throws RangeError when the last month is before the first.
 */
export function monthlyCounts(
  minutes: Iterable<number>,
  firstMonth: number,
  lastMonth: number,
): number[] {
  if (!(lastMonth >= firstMonth)) {
    throw new RangeError('The last month must not be before the first.');
  }
  const counts = Array.from({ length: lastMonth - firstMonth + 1 }, () => 0);
  for (const time of minutes) {
    if (time === noMinutes) continue;
    const place = monthIndexOf(time) - firstMonth;
    const count = counts[place];
    if (count !== undefined) counts[place] = count + 1;
  }
  return counts;
}

/** The latest twelve months of a series beside the twelve before. */
export interface YearComparison {
  readonly latest: number;
  readonly previous: number;
  /** latest / previous with its 95 % interval; null when the previous year has none. */
  readonly ratio: { readonly estimate: number; readonly low: number; readonly high: number } | null;
}

const normalQuantile = 1.959963984540054;

/**
 * Compares the last twelve months with the twelve before; null for fewer than 24 months.
 *
 * The interval takes both counts, x and y, as independent Poisson counts over equal times: it is the score
 * interval, the ratios r for which (x - r y)^2 = 1.96^2 r (x + y) (Wilson's interval of x in x + y, as odds). It
 * holds for small counts, also for none in the latest year. It knows only chance: crimes that come in series, and
 * changes in recording, make the true uncertainty larger.
 */
export function compareLatestTwelve(counts: readonly number[]): YearComparison | null {
  if (counts.length < 24) return null;
  const latest = sumOf(counts.slice(-12));
  const previous = sumOf(counts.slice(-24, -12));
  if (previous === 0) return { latest, previous, ratio: null };
  const middle = 2 * latest * previous + normalQuantile ** 2 * (latest + previous);
  const reach = Math.sqrt(middle ** 2 - (2 * latest * previous) ** 2);
  return {
    latest,
    previous,
    ratio: {
      estimate: latest / previous,
      // The product of the two roots is (x / y)^2; dividing keeps the digits that middle - reach would lose.
      low: (2 * latest ** 2) / (middle + reach),
      high: (middle + reach) / (2 * previous ** 2),
    },
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
