import { leftOutReason } from '../../src/domain/figures/words.ts';
import { language } from '../words/t.ts';

/** A number as people read it: 12,431. `digits` rounds to so many significant ones. */
export function formatNumber(value: number, digits?: number): string {
  return value.toLocaleString(
    language,
    digits === undefined ? {} : { maximumSignificantDigits: digits },
  );
}

/** A share in per cent with one decimal; "-" of nothing. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Why a row was not imported, or a place was not found. */
const importReasons: Readonly<Record<string, string>> = {
  'not-recognised': 'of a kind that is not recognised',
  'wrong-number-of-fields': 'wrong number of fields',
  'missing-offence': 'no offence',
  'missing-date': 'no date',
  'missing-category': 'no category or reason',
  'missing-name': 'no name',
  'missing-engagement': 'no engagement',
  'missing-area': 'no area code',
  'missing-count': 'no count',
  'unreadable-date': 'date not understood',
  'unreadable-position': 'coordinates are not numbers',
  'unreadable-number': 'number not understood',
  'unreadable-flag': 'flag is neither yes nor no',
  'unknown-value': 'value not known',
  'unreadable-shape': 'shape not understood',
  'unreadable-text': 'text with characters that are no text',
  'missing-code': 'no code',
  'differs-from-earlier-row': 'says something else of a record than an earlier row of the file',
  'shortened-reference':
    'reference shortened by a spreadsheet, as 1.2E+11: its last digits are lost',
  'not-a-postcode': 'not a postcode',
  'repeated-column-names': 'the column names once more, no record',
  'line-of-totals': 'a line of totals, no record',
  'damaged-offence-code': 'offence code turned into a date by a spreadsheet',
};

/** A reason's code in words. */
export function reasonText(reason: string): string {
  return leftOutReason(reason) ?? importReasons[reason] ?? reason;
}
