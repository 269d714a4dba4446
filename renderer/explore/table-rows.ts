import type { RunColumn, RunTable } from '../../src/contract/hotspots.ts';
import { compareTexts, formatNumber, formatProbability } from '../app/format.ts';

/** Which way a table is sorted. */
export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Rows of a table in order: numbers by size with "not given" last, texts by letter. Equal ones keep their order. */
export function sortedRows({ columns }: RunTable, sorting: Sorting | null): number[] {
  const rows = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) => row);
  const values = columns.find(({ name }) => name === sorting?.column)?.values;
  if (sorting === null || values === undefined) return rows;
  const sign = sorting.isDescending ? -1 : 1;
  if (!(values instanceof Float64Array)) {
    return rows.sort((a, b) => sign * compareTexts(values[a] ?? '', values[b] ?? '') || a - b);
  }
  return rows.sort((a, b) => {
    const [first = Number.NaN, second = Number.NaN] = [values[a], values[b]];
    if (Number.isNaN(first) || Number.isNaN(second)) {
      return Number(Number.isNaN(first)) - Number(Number.isNaN(second)) || a - b;
    }
    return sign * (first - second) || a - b;
  });
}

/** Columns, and rows of a table of figures, that hold probabilities: p, p_bh, p_permutation, trend_p. */
const probability = /^(.*_)?p(_(bh|permutation))?$/;

/** Columns of a table with a figure a row: what names it, and what holds it. */
const namesFigures: ReadonlySet<string> = new Set(['statistic', 'figure']);
const holdFigures: ReadonlySet<string> = new Set(['value', 'first', 'second']);

/** A value as a table shows it: "-" where it is not given. `first` is the column that names the rows, if one does. */
export function valueText({ name, values }: RunColumn, row: number, first?: RunColumn): string {
  const value = values[row];
  if (value === undefined || value === '') return '-';
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '-';
  // A number that names something is no amount: no commas in it.
  if (name.endsWith('_id')) return String(value);
  const isFigure = namesFigures.has(first?.name ?? '') && holdFigures.has(name);
  if (probability.test(isFigure ? String(first?.values[row]) : name))
    return formatProbability(value);
  return Number.isInteger(value) ? formatNumber(value) : formatNumber(value, 4);
}

/** Rows of a table as CSV with all digits. A text that a spreadsheet would take for a formula gets a quote before it. */
export function tableAsCsv({ columns }: RunTable, rows: readonly number[]): string {
  const field = (text: string): string =>
    /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cell = (value: number | string | undefined): string => {
    if (value === undefined || Number.isNaN(value)) return '';
    if (typeof value === 'number') return String(value);
    return field(/^[=+\-@\t]/.test(value) ? `'${value}` : value);
  };
  const lines = rows.map((row) => columns.map(({ values }) => cell(values[row])).join(','));
  return `${[columns.map(({ name }) => field(name)).join(','), ...lines].join('\r\n')}\r\n`;
}
