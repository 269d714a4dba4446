import Papa from 'papaparse';
import { FailureError } from '../../../contract/outcome.ts';
import { ByteRows, isByteWise, type RestOfRows } from './byte-rows.ts';
import { type ByteSource, readHead } from './byte-source.ts';
import { type Dialect, findDialect, lineEndNormaliser, newlinesInside } from './dialect.ts';
import { type Encoding, findEncoding, textDecoder } from './encoding.ts';
import { isBlank } from './header.ts';
import {
  mostColumns,
  refuseKnownBinary,
  refuseOtherText,
  tooManyColumns,
  wrongFormat,
} from './refusals.ts';
import { type RowSlice, sliceOfTexts, type TableSlice } from './table-row.ts';
import type { TableOptions, TableSource } from './table-source.ts';

const headBytes = 1 << 18;
/** One row longer than this is not a table any more. */
const longestRowCharacters = 16 << 20;

/**
 * A table of delimited text. Throws `wrong-format` for a web page or binary data, `empty-file` when there are only
 * blank rows. Reading its rows throws `truncated-quote` when it ends inside a quoted field, `wrong-format` for a row
 * that is too long or too wide, and what the source throws.
 */
export async function openTextTable(
  source: ByteSource,
  label: string,
  options: TableOptions,
  sliceBytes: number,
): Promise<TableSource> {
  const head = await readHead(source, headBytes);
  refuseKnownBinary(head);
  const { encoding, isKept } = await findEncoding(source, head);
  const isWhole = head.length === source.bytesTotal;
  const text = textDecoder(encoding)(head, isWhole);
  refuseOtherText(text);
  const dialect = findDialect(text, isWhole, options.isKnownHeader);
  if (dialect === null) {
    throw new FailureError(
      'empty-file',
      'The file holds nothing but blank lines.',
      'Export it again from its system.',
    );
  }
  if (dialect.width > mostColumns) throw tooManyColumns(Math.max(1, dialect.headerLine));
  return {
    label,
    format: 'text',
    encoding,
    delimiter: dialect.delimiter,
    header: dialect.header,
    width: dialect.width,
    headerLine: dialect.headerLine,
    warnings: [...(isKept ? [] : ['characters-lost']), ...warningsOf(encoding, dialect)],
    sheets: [],
    rows: (onBytes) => textRows(source, encoding, dialect, sliceBytes, onBytes),
    quickRows: (onBytes) => quickRows(source, encoding, dialect, sliceBytes, onBytes),
  };
}

function warningsOf(encoding: Encoding, dialect: Dialect): string[] {
  const warnings: string[] = [];
  if (encoding === 'windows-1252') warnings.push('read-as-windows-1252');
  if (encoding.startsWith('utf-16')) warnings.push('read-as-utf-16');
  if (dialect.hasTitleLines) warnings.push('title-lines-skipped');
  if (dialect.headerLine === 0) warnings.push('no-header');
  return warnings;
}

/** Parses slice by slice with flat memory: a row that crosses a slice's end waits for the next. */
async function* textRows(
  source: ByteSource,
  encoding: Encoding,
  dialect: Dialect,
  sliceBytes: number,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<RowSlice> {
  const parse = sliceParser(encoding, dialect, wholeText);
  const { bytesTotal } = source;
  let bytesRead = 0;
  for await (const bytes of source.slices(sliceBytes)) {
    onBytes(bytes);
    bytesRead += bytes.length;
    yield { ...parse(bytes, false), bytesRead, bytesTotal };
  }
  yield { ...parse(noBytes, true), bytesRead, bytesTotal };
}

/**
 * The same rows for who reads many: they stay bytes as long as the file is plain. From the first row that is not,
 * it is read as above; all of it where such a row stands in the first slice, by which tables are recognised and
 * columns judged.
 */
async function* quickRows(
  source: ByteSource,
  encoding: Encoding,
  dialect: Dialect,
  sliceBytes: number,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<TableSlice> {
  let rows = isByteWise(encoding, dialect) ? new ByteRows(encoding, dialect) : null;
  let parse: SliceParser | null = null;
  const { bytesTotal } = source;
  let bytesRead = 0;
  for await (const bytes of source.slices(sliceBytes)) {
    onBytes(bytes);
    const isFirst = bytesRead === 0;
    bytesRead += bytes.length;
    if (rows !== null && !rows.isStuck) {
      const slice = rows.feed(bytes);
      if (!isFirst || !rows.isStuck) {
        yield { ...slice, bytesRead, bytesTotal };
        continue;
      }
      rows = null;
    }
    if (parse === null) {
      const rest = rows?.rest() ?? wholeText;
      parse = sliceParser(encoding, dialect, rest);
      if (rest.bytes.length > 0) {
        yield sliceOfTexts({ ...parse(rest.bytes, false), bytesRead, bytesTotal });
      }
    }
    yield sliceOfTexts({ ...parse(bytes, false), bytesRead, bytesTotal });
  }
  const rest = rows?.rest() ?? wholeText;
  const last =
    parse === null ? sliceParser(encoding, dialect, rest)(rest.bytes, true) : parse(noBytes, true);
  yield sliceOfTexts({ ...last, bytesRead, bytesTotal });
}

const noBytes = new Uint8Array();
const wholeText: RestOfRows = { bytes: noBytes, line: 1, isStart: true };

type SliceParser = (bytes: Uint8Array, isLast: boolean) => ParsedSlice;

/** A parser that is fed bytes from `from` on and gives the rows below the header that are complete by then. */
function sliceParser(
  encoding: Encoding,
  dialect: Dialect,
  from: Pick<RestOfRows, 'line' | 'isStart'>,
): SliceParser {
  const decode = textDecoder(encoding, from.isStart);
  const normalise = lineEndNormaliser(dialect.isCrLineEnd);
  const parse = rowParser(dialect, from.line);
  return (bytes, isLast) => parse(normalise(decode(bytes, isLast), isLast), isLast);
}

type ParsedSlice = Pick<RowSlice, 'rows' | 'lines' | 'mayHoldNul'>;

/** The same for text; `firstLine` is the line of the file on which it starts. */
function rowParser(
  dialect: Dialect,
  firstLine: number,
): (text: string, isLast: boolean) => ParsedSlice {
  const parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: '\n' });
  let rest = '';
  let line = firstLine;
  /** A row that did not end is tried again at twice its length: each slice would parse all of it once more. */
  let triedAgainAt = 0;
  return (text, isLast) => {
    rest += text;
    if (!isLast && rest.length < triedAgainAt) return { rows: [], lines: [], mayHoldNul: false };
    const mayHoldNul = rest.includes('\u0000');
    const parsed = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    const consumed = isLast ? rest.length : parsed.meta.cursor;
    triedAgainAt = consumed === 0 ? Math.min(2 * rest.length, longestRowCharacters + 1) : 0;
    const isCut = isLast && parsed.errors.some((error) => error.code === 'MissingQuotes');
    const lineFeeds = countLineFeeds(rest, consumed);
    // The last row of a text has no line feed of its own.
    const hasInside = lineFeeds > parsed.data.length - (isLast ? 1 : 0);
    const rows: string[][] = [];
    const lines: number[] = [];
    const cutRow = isCut ? parsed.data.at(-1) : undefined;
    for (const row of parsed.data) {
      if (row === cutRow) throw openQuote(line);
      if (row.length > mostColumns) throw tooManyColumns(line);
      if (line > dialect.headerLine && !isBlank(row)) {
        rows.push(row);
        lines.push(line);
      }
      line += 1 + (hasInside ? newlinesInside(row) : 0);
    }
    rest = isLast ? '' : rest.slice(consumed);
    if (rest.length > longestRowCharacters)
      throw rest.includes('\n') ? openQuote(line) : longRow(line);
    return { rows, lines, mayHoldNul };
  };
}

function countLineFeeds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function openQuote(line: number): FailureError {
  return new FailureError(
    'truncated-quote',
    `The file ends in the middle of a quoted field that begins in the row on line ${line}, so part of it is missing.`,
    'Export or copy the file again. Nothing of it was imported.',
  );
}

function longRow(line: number): FailureError {
  return wrongFormat(
    `The row on line ${line} is longer than 16 million characters, so this is not a table of records.`,
    'Check that this is the right file, and export it again.',
  );
}
