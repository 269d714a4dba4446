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
    makeRoom(end - ~start);
    return this.#decode(scratch, 0, this.copy(this.first + column, scratch, 0));
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
    makeRoom((this.ends[last] ?? 0) + this.width);
    let filled = 0;
    for (let cell = this.first; cell <= last; cell++) {
      filled = this.copy(cell, scratch, filled);
      scratch[filled++] = 0;
    }
    return this.#decode(scratch, 0, filled - 1);
  }

  /** More bytes a cell's text does not have; `cell` counts from the slice's first. */
  bytesAtMost(cell: number): number {
    const start = this.starts[cell] ?? 0;
    return (this.ends[cell] ?? 0) - (start < 0 ? ~start : start);
  }

  /** Copies a cell's text, still in bytes, to a place with room for it, and gives where it ends there. */
  copy(cell: number, into: Uint8Array, place: number): number {
    const { bytes } = this;
    const start = this.starts[cell] ?? 0;
    const end = this.ends[cell] ?? 0;
    const isMended = start < 0;
    let filled = place;
    for (let at = isMended ? ~start : start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (isMended && byte === carriageReturn && bytes[at + 1] === lineFeed) continue;
      into[filled++] = byte;
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

function makeRoom(bytes: number): void {
  if (scratch.length < bytes) scratch = Buffer.alloc(2 * bytes);
}

const latin1: CellDecoder = (bytes, start, end) => bytes.toString('latin1', start, end);
