import { longestMissingWord } from '../../domain/quality/missing-words.ts';
import type { Hash64 } from '../workspace/hash.ts';
import { ByteRow } from './formats/byte-row.ts';
import type { TableRow } from './formats/table-row.ts';

const plus = 43;
const nought = 48;
const space = 32;

/** Adds a cell's text to a hash without making it a text; false where that needs the text, and nothing was added. */
export function addCell(hash: Hash64, row: TableRow, column: number | null): boolean {
  if (column === null || !(row instanceof ByteRow) || column >= row.width) return false;
  const { bytes, isAscii } = row;
  const start = row.starts[row.first + column] ?? 0;
  if (!isAscii || start < 0) return false;
  hash.addAscii(bytes, start, row.ends[row.first + column] ?? 0);
  return true;
}

/**
 * Whether a cell is plainly an identifier as it stands: nothing to trim, longer than any word for "none", no noughts
 * alone, and not shortened by a spreadsheet. False means only that its text has to be looked at.
 */
export function isPlainKey(row: TableRow, column: number | null): boolean {
  if (column === null || !(row instanceof ByteRow) || column >= row.width) return false;
  const { bytes, isAscii } = row;
  const start = row.starts[row.first + column] ?? 0;
  const end = row.ends[row.first + column] ?? 0;
  if (!isAscii || start < 0 || end - start <= longestMissingWord) return false;
  if ((bytes[start] ?? 0) <= space || (bytes[end - 1] ?? 0) <= space) return false;
  if (bytes[start] === nought) return false;
  for (let at = end - 4; at < end; at++) if (bytes[at] === plus) return false;
  return true;
}

/** The whole number that a cell's digits write; NaN for any other cell and for more than nine digits. */
export function wholeNumber(row: ByteRow, column: number): number {
  const { bytes } = row;
  const start = row.starts[row.first + column] ?? 0;
  const end = row.ends[row.first + column] ?? 0;
  if (column >= row.width || start < 0 || start === end || end - start > 9) return Number.NaN;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
