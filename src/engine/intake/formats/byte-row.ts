import type { TableRow } from './table-row.ts';

/** Turns bytes of a cell into its text. */
export type CellDecoder = (bytes: Buffer, start: number, end: number) => string;

/**
 * A row that is still bytes: a cell becomes a text when it is asked for. `starts` and `ends` say where each cell of
 * the slice stands in `bytes`; the row's first cell is number `first`. A cell whose bytes are not its text (doubled
 * quotes, line ends of two characters) has the complement of its start there, which is negative.
 */
export class ByteRow implements TableRow {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  first = 0;
  width = 0;
  /** Whether all bytes of the slice are ASCII. */
  readonly isAscii: boolean;
  readonly #decode: CellDecoder;

  constructor(
    bytes: Buffer,
    starts: Int32Array,
    ends: Int32Array,
    isAscii: boolean,
    decode: CellDecoder,
  ) {
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
    this.isAscii = isAscii;
    this.#decode = isAscii ? latin1 : decode;
  }

  /** Turns to another row of the slice. */
  set(first: number, width: number): this {
    this.first = first;
    this.width = width;
    return this;
  }

  text(column: number): string {
    if (column >= this.width) return '';
    const start = this.starts[this.first + column] ?? 0;
    const end = this.ends[this.first + column] ?? 0;
    if (start === end) return '';
    if (start >= 0) return this.#decode(this.bytes, start, end);
    return this.#decode(this.bytes, ~start, end).replaceAll('""', '"').replaceAll('\r\n', '\n');
  }

  firstCharacter(column: number): number {
    if (column >= this.width) return -1;
    const start = this.starts[this.first + column] ?? 0;
    if (start === this.ends[this.first + column]) return -1;
    // What a mended cell begins with is left to its text.
    if (start < 0) return 0;
    const byte = this.bytes[start] ?? 0;
    return byte < 128 ? byte : 0;
  }

  texts(): readonly string[] {
    return Array.from({ length: this.width }, (_, column) => this.text(column));
  }

  joined(): string {
    const last = this.first + this.width - 1;
    const from = this.starts[this.first] ?? 0;
    const room = (this.ends[last] ?? 0) - (from < 0 ? ~from : from) + this.width;
    if (scratch.length < room) scratch = Buffer.alloc(room);
    let filled = 0;
    for (let cell = this.first; cell <= last; cell++) {
      filled = this.#copy(cell, filled);
      scratch[filled++] = 0;
    }
    return this.#decode(scratch, 0, filled - 1);
  }

  /** Copies a cell's text to a place in `scratch` and gives where it ends. */
  #copy(cell: number, place: number): number {
    const { bytes } = this;
    const start = this.starts[cell] ?? 0;
    const end = this.ends[cell] ?? 0;
    const isMended = start < 0;
    let filled = place;
    for (let at = isMended ? ~start : start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (isMended && byte === carriageReturn && bytes[at + 1] === lineFeed) continue;
      scratch[filled++] = byte;
      // The second one of two quotes.
      if (isMended && byte === quote) at++;
    }
    return filled;
  }
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Where the cells of a row are joined. */
let scratch: Buffer = Buffer.alloc(1 << 10);

const latin1: CellDecoder = (bytes, start, end) => bytes.toString('latin1', start, end);
