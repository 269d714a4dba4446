import { timePrecision } from '../evidence/columns.ts';
import { canonicalToMinutes } from './parse-date.ts';

/**
 * A date or time as one whole number: four times its minutes since 1970-01-01 00:00, plus how exactly it was
 * written (see `timePrecision`), so that precision is never invented. Numbers of days before 1970 are negative.
 */
export function momentOf(minutes: number, precision: number): number {
  return minutes * 4 + precision;
}

/** Whole minutes since 1970-01-01 00:00 of a moment. */
export function momentMinutes(moment: number): number {
  return Math.floor(moment / 4);
}

/** How exactly the moment was written: a `timePrecision`. */
export function momentPrecision(moment: number): number {
  return moment & 3;
}

/** The moment of a canonical text (YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM); undefined for any other. */
export function momentOfText(text: string): number | undefined {
  const minutes = canonicalToMinutes(text);
  if (minutes === undefined) return undefined;
  const precision =
    text.length === 7
      ? timePrecision.month
      : text.length === 10
        ? timePrecision.day
        : timePrecision.minute;
  return momentOf(minutes, precision);
}

/** The canonical text of a moment. */
export function momentText(moment: number): string {
  const text = new Date(momentMinutes(moment) * 60_000).toISOString();
  const precision = momentPrecision(moment);
  if (precision === timePrecision.month) return text.slice(0, 7);
  return precision === timePrecision.day ? text.slice(0, 10) : text.slice(0, 16);
}
