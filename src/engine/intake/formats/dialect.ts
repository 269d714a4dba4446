import Papa from 'papaparse';
import type { FailureError } from '../../../contract/outcome.ts';
import { findHeader, type IsKnownHeader, isBlank, trimmed, usualWidth } from './header.ts';
import { wrongFormat } from './refusals.ts';

export type Delimiter = ',' | '\t' | ';' | '|';

const delimiters: readonly Delimiter[] = [',', '\t', ';', '|'];
const probedRows = 60;

/** What the first part of a text says about the table in it. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** Whether a carriage return alone ends a line, as on old Macs. */
  readonly isCrLineEnd: boolean;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly width: number;
  readonly hasTitleLines: boolean;
}

/**
 * Reads the dialect off the decoded start of a text; `isWhole` says that the text ends there. Gives null when there
 * are only blank rows. Throws `wrong-format` when not even the first row ends within the part.
 */
export function findDialect(
  head: string,
  isWhole: boolean,
  isKnownHeader: IsKnownHeader,
): Dialect | null {
  if (head.trim() === '') return null;
  const isCrLineEnd = hasOnlyCarriageReturns(head, isWhole);
  const text = lineEndNormaliser(isCrLineEnd)(head, isWhole);
  const delimiter = chooseDelimiter(text, isWhole, isKnownHeader);
  const rows = probe(text, delimiter, isWhole);
  if (rows.length === 0) throw endlessRow();
  const found = findHeader(rows, isKnownHeader);
  if (found === null) return null;
  const { index, width, hasTitleLines } = found;
  const header = index === null ? [] : trimmed(rows[index] ?? []);
  const headerLine = index === null ? 0 : lineOf(rows, index);
  return { delimiter, isCrLineEnd, header, headerLine, width, hasTitleLines };
}

/**
 * Makes every line end a line feed, slice by slice. A carriage return at a slice's end waits for the next slice: it
 * may be half of a line end.
 */
export function lineEndNormaliser(isCrLineEnd: boolean): (text: string, isLast: boolean) => string {
  let held = '';
  return (text, isLast) => {
    let whole = held + text;
    let end = '';
    held = '';
    if (!whole.includes('\r')) return whole;
    if (whole.endsWith('\r')) {
      whole = whole.slice(0, -1);
      if (isLast) end = '\n';
      else held = '\r';
    }
    const ends = isCrLineEnd ? whole.replaceAll(/\r\n?/g, '\n') : whole.replaceAll('\r\n', '\n');
    return ends + end;
  };
}

/** Line feeds inside the fields of a row. */
export function newlinesInside(row: readonly string[]): number {
  let count = 0;
  for (const field of row) {
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count++;
  }
  return count;
}

function hasOnlyCarriageReturns(head: string, isWhole: boolean): boolean {
  if (head.includes('\n')) return false;
  const at = head.indexOf('\r');
  // The last character of a part may be the first half of a line end.
  return at >= 0 && (isWhole || at < head.length - 1);
}

/** The delimiter that makes a known header; else the one by which most rows have the same width, the widest of equals. */
function chooseDelimiter(text: string, isWhole: boolean, isKnownHeader: IsKnownHeader): Delimiter {
  let best: Delimiter = ',';
  let bestShare = 0.5;
  let bestWidth = 1;
  for (const delimiter of delimiters) {
    const rows = probe(text, delimiter, isWhole).filter((row) => !isBlank(row));
    if (rows.slice(0, 20).some((row) => isKnownHeader(trimmed(row)))) return delimiter;
    const wide = rows.filter((row) => row.length > 1);
    const width = usualWidth(wide);
    const share = wide.filter((row) => row.length === width).length / rows.length;
    if (share > bestShare || (share === bestShare && width > bestWidth)) {
      best = delimiter;
      bestShare = share;
      bestWidth = width;
    }
  }
  return best;
}

/** The first rows of a text, without one that its end may have cut off. */
function probe(text: string, delimiter: Delimiter, isWhole: boolean): string[][] {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: probedRows });
  return (parser.parse(text, 0, !isWhole) as Papa.ParseResult<string[]>).data;
}

function lineOf(rows: readonly (readonly string[])[], index: number): number {
  return rows.slice(0, index).reduce((line, row) => line + 1 + newlinesInside(row), 1);
}

function endlessRow(): FailureError {
  return wrongFormat(
    'The first row does not end: it is far longer than a row of column names, or opens a quote that is not closed.',
    'Check that this is the right file, and export it again.',
  );
}
