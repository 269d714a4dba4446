import { mostColumns } from './refusals.ts';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Finds the cells of delimited rows in bytes. It reads what every reader of such files agrees on: cells as they are,
 * and cells in quotes that are closed right before a delimiter or line end, with quotes inside doubled. At a row with
 * anything else it stops, so that PapaParse decides what such a row says.
 */
export class ByteScanner {
  /** Where each cell found starts: the complement (negative) where its bytes are not its text. */
  starts = new Int32Array(1 << 12);
  ends = new Int32Array(1 << 12);
  /** For each row found that is not blank: its first cell, how many it has, and its line in the file. */
  readonly firsts: number[] = [];
  readonly widths: number[] = [];
  readonly lines: number[] = [];
  /** Line on which the first row that was not read starts. */
  line = 1;
  /** Whether it stopped at a row that is not plain. */
  isOdd = false;
  readonly #delimiter: number;
  readonly #headerLine: number;
  /** Cells found, those of the row at hand included. */
  #cells = 0;
  #lineFeedsInside = 0;

  /** @param headerLine Rows down to this line are passed over. */
  constructor(delimiter: string, headerLine: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#headerLine = headerLine;
  }

  /**
   * Finds the rows that end in `bytes` before `end`, and gives where the first that does not starts. `bytes` must
   * have one more byte than `end`, which is overwritten.
   */
  scan(bytes: Uint8Array, start: number, end: number): number {
    // A line end behind the last byte ends every search, so that no step has to look where it is.
    bytes[end] = lineFeed;
    this.#cells = 0;
    this.firsts.length = 0;
    this.widths.length = 0;
    this.lines.length = 0;
    let rowStart = start;
    while (rowStart < end) {
      const first = this.#cells;
      this.#lineFeedsInside = 0;
      const next = this.#row(bytes, rowStart, end);
      if (next < 0) break;
      const width = this.#cells - first;
      if (width > mostColumns) {
        this.isOdd = true;
        break;
      }
      if (this.line > this.#headerLine && !this.#isBlank(first)) {
        this.firsts.push(first);
        this.widths.push(width);
        this.lines.push(this.line);
      } else this.#cells = first;
      this.line += 1 + this.#lineFeedsInside;
      rowStart = next;
    }
    return rowStart;
  }

  /** Finds the cells of one row and gives where the next starts; -1 when it does not end or is not plain. */
  #row(bytes: Uint8Array, rowStart: number, end: number): number {
    const delimiter = this.#delimiter;
    let at = rowStart;
    for (;;) {
      if (bytes[at] === quote) {
        at = this.#quoted(bytes, at + 1, end);
        if (at < 0) return -1;
        if (bytes[at] === delimiter) {
          at++;
          continue;
        }
        if (bytes[at] === carriageReturn && at < end) at++;
        if (at >= end) return -1;
        if (bytes[at] === lineFeed) return at + 1;
        this.isOdd = true;
        return -1;
      }
      const start = at;
      let byte = bytes[at];
      while (byte !== delimiter && byte !== lineFeed) byte = bytes[++at];
      if (byte === delimiter) {
        this.#keep(start, at++);
        continue;
      }
      if (at >= end) return -1;
      this.#keep(start, at > start && bytes[at - 1] === carriageReturn ? at - 1 : at);
      return at + 1;
    }
  }

  /** Finds the end of a cell in quotes and gives the place behind its closing quote; -1 when there is none. */
  #quoted(bytes: Uint8Array, start: number, end: number): number {
    let isText = true;
    for (let at = start; ; at++) {
      const byte = bytes[at];
      if (byte === quote) {
        if (bytes[at + 1] !== quote) {
          this.#keep(isText ? start : ~start, at);
          return at + 1;
        }
        isText = false;
        at++;
      } else if (byte === lineFeed) {
        if (at >= end) return -1;
        this.#lineFeedsInside++;
        if (bytes[at - 1] === carriageReturn) isText = false;
      }
    }
  }

  #keep(start: number, end: number): void {
    const cell = this.#cells++;
    if (cell >= this.starts.length) {
      this.starts = twice(this.starts);
      this.ends = twice(this.ends);
    }
    this.starts[cell] = start;
    this.ends[cell] = end;
  }

  #isBlank(first: number): boolean {
    for (let cell = first; cell < this.#cells; cell++) {
      if (this.starts[cell] !== this.ends[cell]) return false;
    }
    return true;
  }
}

function twice(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
