import { FailureError } from '../../../contract/outcome.ts';

/** More columns than any table of records has: a file that reads as more is not one. */
export const mostColumns = 2_000;

/** First bytes of formats that are not tables, and what to call them. */
const signatures: readonly (readonly [bytes: string, kind: string])[] = [
  ['%PDF', 'a PDF document'],
  ['\x89PNG', 'an image'],
  ['\xff\xd8\xff', 'an image'],
  ['GIF8', 'an image'],
  ['{\\rtf', 'a Word (RTF) document'],
  ['\x1f\x8b', 'a compressed file (gzip)'],
  ["7z\xbc\xaf'\x1c", 'a compressed file (7-Zip)'],
  ['Rar!', 'a compressed file (RAR)'],
  ['SQLite format 3', 'a database'],
  ['PAR1', 'a Parquet file'],
];
const oldOfficeSignature = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const zipSignatures = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
/** A few control characters are dirt in text; more than this and one in a hundred is another format. */
const toleratedControlCharacters = 4;

/** Whether a file's first bytes are those of a ZIP, which every .xlsx is too. */
export function startsLikeZip(head: Uint8Array): boolean {
  const start = firstBytes(head);
  return zipSignatures.some((signature) => start.startsWith(signature));
}

/** Throws `wrong-format`, naming the kind, when the first bytes are those of a known format that is no table. */
export function refuseKnownBinary(head: Uint8Array): void {
  const start = firstBytes(head);
  if (start.startsWith(oldOfficeSignature)) {
    throw wrongFormat(
      'This is an old Excel file (.xls), or a workbook that is protected with a password.',
      'Open it in Excel and save it as an Excel workbook (.xlsx) without a password, or as CSV.',
    );
  }
  const known = signatures.find(([bytes]) => start.startsWith(bytes));
  if (known !== undefined) {
    throw wrongFormat(`This is ${known[1]}, not a table.`, 'Choose a CSV or Excel (.xlsx) file.');
  }
}

/** Throws `wrong-format` when the decoded start of a file is a web page, XML, JSON or not text at all. */
export function refuseOtherText(head: string): void {
  refuseWebPage(head);
  const start = head.slice(0, 4096).trimStart().toLowerCase();
  if (start.startsWith('<?xml') && start.includes('office:spreadsheet')) {
    throw wrongFormat('This is a workbook in the XML form of Excel 2003.', saveAsWorkbook);
  }
  const isJson = /^(?:\{|\[\s*[{[])/.test(start);
  if (start.startsWith('<?xml') || isJson) {
    const kind = isJson ? 'a JSON' : 'an XML';
    throw wrongFormat(`This is ${kind} file, not a table.`, 'Choose a CSV or Excel (.xlsx) file.');
  }
  if (controlCharacters(head) > toleratedControlCharacters + head.length / 100) {
    throw wrongFormat(
      'The file holds binary data, not text.',
      'Choose a CSV or Excel (.xlsx) file.',
    );
  }
}

/** What a page begins with; the last is the archive of a page, in which some systems wrap their "Excel" exports. */
const pageStarts = [
  '<!doctype html',
  '<html',
  '<head',
  '<meta',
  '<style',
  '<table',
  '<div',
] as const;
const archiveStart = 'mime-version:';
const saveAsWorkbook =
  'Open it in Excel and save it as an Excel workbook (.xlsx) or as CSV, then import that.';

/**
 * Throws `wrong-format` when the start of a text is that of a web page: what a failed download often leaves, and what
 * some systems write when they are asked for Excel.
 */
export function refuseWebPage(head: string): void {
  const page = head.trimStart().toLowerCase();
  const isArchive = page.startsWith(archiveStart);
  if (
    (isArchive || pageStarts.some((start) => page.startsWith(start))) &&
    page.includes('<table')
  ) {
    throw wrongFormat(
      'This is a web page (HTML) with a table in it, saved under another name: some systems export “Excel” this way.',
      `${saveAsWorkbook} If it came from a website, download the file itself.`,
    );
  }
  if (isArchive || pageStarts.some((start) => page.startsWith(start))) {
    throw wrongFormat(
      'This is a web page saved under another name, not data.',
      'Download the file itself (often a "raw" or "download" link) and import that.',
    );
  }
}

/** A refusal because of what the file is. */
export function wrongFormat(message: string, remedy: string): FailureError {
  return new FailureError('wrong-format', message, remedy);
}

/** A refusal of a table with more than `mostColumns` columns, from its line. */
export function tooManyColumns(line: number): FailureError {
  return wrongFormat(
    `Line ${line} has more than ${mostColumns.toLocaleString('en-GB')} columns, so this is not a table of records.`,
    'Check that this is the right file, and export it again.',
  );
}

/** A refusal because another program wrote to the file meanwhile. */
export function changedWhileRead(): FailureError {
  return new FailureError(
    'unreadable',
    'The file changed while it was read.',
    'Wait until the other program has finished writing it, then try again.',
  );
}

function firstBytes(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16)).toString('latin1');
}

function controlCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Tab to carriage return are white space, and 0x1A ended files in MS-DOS.
    if (code < 9 || (code > 13 && code < 32 && code !== 26)) count++;
  }
  return count;
}
