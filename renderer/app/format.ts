import { leftOutReason } from '../../src/domain/figures/words.ts';
import { language, tCode } from '../words/t.ts';

/** A number as people read it: 12,431. `digits` rounds to so many significant ones. */
export function formatNumber(value: number, digits?: number): string {
  return value.toLocaleString(
    language,
    digits === undefined ? {} : { maximumSignificantDigits: digits },
  );
}

/** Which of two texts comes first in a list, in the order of the language: for `sort`. */
export function compareTexts(first: string, second: string): number {
  return first.localeCompare(second, language);
}

/** A share in per cent with one decimal; "-" of nothing. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '-' : `${formatDecimal((100 * part) / whole, 1)} %`;
}

/** A number with so many decimals, zeros included: 0.50. */
export function formatDecimal(value: number, decimals: number): string {
  return value.toLocaleString(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** A figure in a narrow column: its per cent sign stays on the line of its number. */
export function withUnit(figure: string): string {
  return figure.replaceAll(' %', '\u00a0%');
}

/** Below this a probability is not told from others: smaller ones are said as "< 0.0001". */
const smallestProbability = 0.0001;

/** A probability with four digits that count; one that is smaller than anybody asks for is never 0. */
export function formatProbability(p: number): string {
  return p < smallestProbability
    ? `< ${formatDecimal(smallestProbability, 4)}`
    : formatNumber(p, 4);
}

/** The day of a moment or date that is kept as 2026-11-28T09:05:11: 2026-11-28, in every language. */
export function formatDay(moment: string): string {
  return moment.slice(0, 10);
}

/**
 * A moment that is kept as 2026-11-28T09:05:11, to the minute: 2026-11-28 09:05; a date stays a date. Year first in
 * every language, as in files and on pages, so that nobody takes the day for the month.
 */
export function formatMoment(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ');
}

/** Why a row was not imported, a place was not found, or a record is in no count, in words. */
export function reasonText(reason: string): string {
  return leftOutReason(reason) ?? tCode(`reason.${reason}`);
}
