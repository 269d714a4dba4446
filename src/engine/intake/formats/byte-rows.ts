import { isAscii } from 'node:buffer';
import { ByteRow, type CellDecoder } from './byte-row.ts';
import { ByteScanner } from './byte-scanner.ts';
import type { Dialect } from './dialect.ts';
import type { Encoding } from './encoding.ts';
import type { TableSlice } from './table-row.ts';

/** A row that does not end within this many bytes is left to PapaParse, which says what is wrong with it. */
const longestRowBytes = 1 << 20;
const mark = [0xef, 0xbb, 0xbf] as const;

/** What could not be read as bytes: the rest of the source, from a row's start on. */
export interface RestOfRows {
  readonly bytes: Uint8Array;
  /** Line of the file on which it starts. */
  readonly line: number;
  /** Whether it is the source from its start. */
  readonly isStart: boolean;
}

/** Whether the cells of a text can be found in its bytes: no byte of another character looks like a delimiter. */
export function isByteWise(encoding: Encoding, dialect: Dialect): boolean {
  return (encoding === 'utf-8' || encoding === 'windows-1252') && !dialect.isCrLineEnd;
}

/** Finds the rows of a text slice by slice in its bytes, which become texts only where a text is needed. */
export class ByteRows {
  readonly #scanner: ByteScanner;
  readonly #decode: CellDecoder;
  readonly #hasMark: boolean;
  #buffer: Buffer = Buffer.alloc(0);
  /** The bytes of `#buffer` that are not read yet. */
  #from = 0;
  #end = 0;
  #isStart = true;

  /** @param hasMark Whether the text may begin with a byte order mark. */
  constructor(encoding: Encoding, dialect: Dialect) {
    this.#scanner = new ByteScanner(dialect.delimiter, dialect.headerLine);
    this.#hasMark = encoding === 'utf-8';
    this.#decode = encoding === 'utf-8' ? utf8 : decoderOf(encoding);
  }

  /** Whether the rest is to be read by other means. */
  get isStuck(): boolean {
    return this.#scanner.isOdd || this.#end - this.#from > longestRowBytes;
  }

  /** The rows that are complete with these bytes; they are valid until the next call. */
  feed(bytes: Uint8Array): Omit<TableSlice, 'bytesRead' | 'bytesTotal'> {
    this.#take(bytes);
    const start = this.#from;
    if (this.#isStart && this.#end >= mark.length) {
      this.#isStart = false;
      if (this.#hasMark && mark.every((byte, at) => this.#buffer[at] === byte)) {
        this.#from = mark.length;
      }
    }
    const scanner = this.#scanner;
    const buffer = this.#buffer;
    if (!this.#isStart) this.#from = scanner.scan(buffer, this.#from, this.#end);
    const read = buffer.subarray(start, this.#from);
    const row = new ByteRow(buffer, scanner.starts, scanner.ends, isAscii(read), this.#decode);
    const { firsts, widths, lines } = scanner;
    return {
      count: this.#isStart ? 0 : firsts.length,
      row: (index) => row.set(firsts[index] ?? 0, widths[index] ?? 0),
      line: (index) => lines[index] ?? 0,
      mayHoldNul: read.includes(0),
    };
  }

  rest(): RestOfRows {
    return {
      bytes: this.#buffer.subarray(this.#from, this.#end),
      line: this.#scanner.line,
      isStart: this.#isStart,
    };
  }

  /** Puts bytes behind those that are not read yet, in a buffer that has one more byte of room. */
  #take(bytes: Uint8Array): void {
    const waiting = this.#end - this.#from;
    const room = waiting + bytes.length + 1;
    const old = this.#buffer;
    if (old.length < room) this.#buffer = Buffer.alloc(room + (room >> 2));
    old.copy(this.#buffer, 0, this.#from, this.#end);
    this.#buffer.set(bytes, waiting);
    this.#from = 0;
    this.#end = waiting + bytes.length;
  }
}

const utf8: CellDecoder = (bytes, start, end) => bytes.toString('utf8', start, end);

function decoderOf(encoding: Encoding): CellDecoder {
  const decoder = new TextDecoder(encoding);
  return (bytes, start, end) => decoder.decode(bytes.subarray(start, end));
}
