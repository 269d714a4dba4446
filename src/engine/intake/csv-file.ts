import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Papa from 'papaparse';
import { FailureError } from '../../contract/outcome.ts';

/** How much of the file is read and parsed at a time. Between slices the engine answers other calls. */
const sliceBytes = 1 << 20;
/** One row longer than this is not a table any more. */
const longestRowCharacters = 16 << 20;

/** What the first part of a CSV file says about itself. */
export interface CsvHead {
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly newline: '\r\n' | '\n' | '\r';
  readonly encoding: 'utf-8' | 'windows-1252';
}

export interface CsvSlice {
  readonly rows: readonly (readonly string[])[];
  /** Line of the file on which each row starts, from 1. */
  readonly lines: readonly number[];
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** Opens a path for reading after making sure that it is a file with something in it. */
export function openPlainFile(path: string): { file: number; bytes: number } {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) {
    throw new FailureError(
      'not-found',
      'There is no file with this name.',
      'Check the folder and the name.',
    );
  }
  if (!facts.isFile()) {
    throw new FailureError(
      'not-a-file',
      'This is a folder or a device, not a file.',
      'Choose the files inside the folder.',
    );
  }
  if (facts.size === 0) {
    throw new FailureError('empty-file', 'The file is empty.', 'Export it again from its system.');
  }
  try {
    return { file: openSync(path, 'r'), bytes: facts.size };
  } catch {
    throw new FailureError(
      'unreadable',
      'The file may not be read.',
      'Ask for read access, or copy it to a folder of your own.',
    );
  }
}

/** Reads the head of a file: its header row, delimiter, line ends and encoding. */
export function readCsvHead(path: string): CsvHead {
  const { file } = openPlainFile(path);
  const bytes = Buffer.alloc(1 << 18);
  let length = 0;
  try {
    length = readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  const start = bytes.subarray(0, length);
  refuseOtherFormats(start);
  const encoding = isUtf8(path) ? 'utf-8' : 'windows-1252';
  const text = new TextDecoder(encoding).decode(start);
  const parsed = Papa.parse<string[]>(text, { preview: 1 });
  const { delimiter, linebreak } = parsed.meta;
  const header = (parsed.data[0] ?? []).map((name) => name.trim());
  if (header.every((name) => name === '')) {
    throw new FailureError(
      'no-known-columns',
      'The first row of the file has no column names.',
      'Export it again with a header row.',
    );
  }
  return {
    header,
    delimiter,
    newline: linebreak === '\r\n' || linebreak === '\r' ? linebreak : '\n',
    encoding,
  };
}

/** A file that says it is something else than a table of text: named, so that the analyst can fetch the right one. */
export function refuseOtherFormats(start: Buffer): void {
  const text = start.subarray(0, 4096).toString('latin1').trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) {
    throw new FailureError(
      'wrong-format',
      'This is a web page saved under another name, not data.',
      'Download the file itself (often a "raw" or "download" link) and import that.',
    );
  }
  if (start.subarray(0, 2).toString('latin1') === 'PK') {
    throw new FailureError(
      'wrong-format',
      'This is a ZIP or Excel file, which this version does not read yet.',
      'Save the sheet as CSV and import that.',
    );
  }
  if (start.subarray(0, 65_536).includes(0)) {
    throw new FailureError(
      'wrong-format',
      'The file holds binary data, not text.',
      'Choose a CSV or GeoJSON file.',
    );
  }
}

/** Whether the whole file is UTF-8: one old byte far down would otherwise be lost without a word. */
function isUtf8(path: string): boolean {
  const { file } = openPlainFile(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const buffer = Buffer.alloc(sliceBytes);
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, sliceBytes, null);
      decoder.decode(buffer.subarray(0, length), { stream: length > 0 });
      if (length === 0) return true;
    }
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Reads the rows after the header in slices, with flat memory. Each slice is parsed whole by PapaParse; a row
 * that crosses a slice's end waits for the next. Throws `truncated-quote` when the file ends inside a quoted
 * field. `onBytes` sees every byte read, for the file's fingerprint.
 */
export function* csvSlices(
  path: string,
  head: CsvHead,
  onBytes: (bytes: Buffer) => void,
): Generator<CsvSlice> {
  const { file, bytes: bytesTotal } = openPlainFile(path);
  const decoder = new TextDecoder(head.encoding);
  const parser = new Papa.Parser({ delimiter: head.delimiter, newline: head.newline });
  const buffer = Buffer.alloc(sliceBytes);
  let rest = '';
  let line = 1;
  let isHeader = true;
  let bytesRead = 0;
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, sliceBytes, null);
      const isLast = length === 0;
      const bytes = buffer.subarray(0, length);
      onBytes(bytes);
      bytesRead += length;
      rest += decoder.decode(bytes, { stream: !isLast });
      const parsed = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
      if (isLast && parsed.errors.some((error) => error.code === 'MissingQuotes'))
        throw truncated();
      rest = isLast ? '' : rest.slice(parsed.meta.cursor);
      if (rest.length > longestRowCharacters) throw truncated();
      const rows: string[][] = [];
      const lines: number[] = [];
      for (const row of parsed.data) {
        if (!isHeader && !(row.length === 1 && row[0] === '')) {
          rows.push(row);
          lines.push(line);
        }
        isHeader = false;
        line += 1 + newlinesInside(row);
      }
      yield { rows, lines, bytesRead, bytesTotal };
      if (isLast) return;
    }
  } finally {
    closeSync(file);
  }
}

function newlinesInside(row: readonly string[]): number {
  let count = 0;
  for (const field of row) {
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count++;
  }
  return count;
}

function truncated(): FailureError {
  return new FailureError(
    'truncated-quote',
    'The file ends in the middle of a quoted field, so part of it is missing.',
    'Export or copy the file again. Nothing of it was imported.',
  );
}

/** A SHA-256 that is fed while a file is read. */
export function fileFingerprint(): { add(bytes: Buffer): void; hex(): string } {
  const hash = createHash('sha256');
  return { add: (bytes) => hash.update(bytes), hex: () => hash.digest('hex') };
}
