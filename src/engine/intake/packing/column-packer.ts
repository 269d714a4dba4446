import type { ColumnForm, PackedColumn, SqlValue } from '../../workspace/packed-rows.ts';
import { ByteRow } from '../formats/byte-row.ts';
import type { TableRow } from '../formats/table-row.ts';
import { ByteTable } from './byte-table.ts';
import { hash32, TextPacker } from './text-packer.ts';

/** A column with more distinct texts than this travels as text. */
const mostDistinct = 4_000;

/** Of a column with more texts than a batch can add to that, the rest is read anew each time. */
const mostRemembered = 4 * mostDistinct;

/** Reads the number in a cell straight from its bytes; NaN where the cell's text is to be read. */
export type ReadBytes = (bytes: Uint8Array, start: number, end: number) => number;

/** What a column's value is read from: the text of a cell (`from` is its number), or the whole row. */
export type ColumnSource =
  | {
      readonly from: number;
      readonly read: (text: string) => SqlValue;
      /**
       * Whether what was read last may be remembered for its text: not when it raised a warning, which is counted for
       * each row. Null where nothing may be.
       */
      readonly isKept: (() => boolean) | null;
      /** Whether the text is kept as it is, but for blanks around it. */
      readonly isAsItIs: boolean;
      /** What an empty cell says. */
      readonly blank: SqlValue;
      readonly readBytes: ReadBytes | null;
    }
  | { readonly from: null; readonly read: () => SqlValue };

type CellSource = Extract<ColumnSource, { readonly from: number }>;

/**
 * Reads and packs one column. `stage` reads the row at hand, which may refuse it; `commit` keeps what was read.
 * Texts that repeat are read once and travel as codes.
 */
export class ColumnPacker {
  readonly #source: ColumnSource;
  readonly #isNumber: boolean;
  readonly #kept: (text: string) => string;
  readonly #codeOf = new Map<string, number>();
  /** Content hash of each coded text, or of each number in `#known`. */
  #hashes: number[] = [0];
  /** Numbers that were read from the texts in `#codeOf`: ages and flags repeat. */
  readonly #known: number[] = [Number.NaN];
  /** The same for cells that are still bytes; null once texts travel as they are. */
  #bytes: ByteTable | null = new ByteTable(mostRemembered);
  /** The code of the cell that was read last; 0 when it has none. */
  #readAs = 0;
  #isCoded: boolean;
  #added: string[] = [];
  #codes: Uint16Array;
  readonly #texts = new TextPacker();
  readonly #numbers: Float64Array;
  #stagedCode = 0;
  #stagedNumber = Number.NaN;

  /** `kept`: what is kept of a text that was read; what the row says (its content) is hashed before. */
  constructor(
    source: ColumnSource,
    form: ColumnForm,
    capacity: number,
    kept: (text: string) => string,
  ) {
    this.#source = source;
    this.#kept = kept;
    this.#isNumber = form === 'number';
    this.#isCoded = form !== 'number';
    this.#codes = new Uint16Array(this.#isCoded ? capacity : 0);
    this.#numbers = new Float64Array(this.#isNumber ? capacity : 0);
  }

  /** Reads the column of a row and gives the hash of its value, 0 for none. Throws RowRejected. */
  stage(row: TableRow): number {
    const source = this.#source;
    if (source.from === null) return this.#stageValue(source.read());
    if (row instanceof ByteRow) return this.#stageBytes(row, source);
    return this.#stageText(row.text(source.from), source);
  }

  /** The same for a cell that is still bytes: what is known by them needs no text. */
  #stageBytes(row: ByteRow, source: CellSource): number {
    const cell = row.first + source.from;
    const start = row.starts[cell] ?? 0;
    const end = row.ends[cell] ?? 0;
    if (start === end || source.from >= row.width) return this.#stageValue(source.blank);
    const isText = start >= 0;
    if (isText && source.readBytes !== null) {
      const number = source.readBytes(row.bytes, start, end);
      if (!Number.isNaN(number)) {
        this.#stagedNumber = number;
        return numberHash(number);
      }
    }
    const isAsItIs = source.isAsItIs && !this.#isCoded && !this.#isNumber;
    if (isAsItIs && this.#texts.stageCell(row, cell)) return this.#texts.hash;
    const known = isText && source.isKept !== null ? this.#bytes : null;
    if (known === null) return this.#stageText(row.text(source.from), source);
    const code = known.find(row.bytes, start, end);
    if (code > 0) return this.#stageKnown(code);
    const hash = this.#stageText(row.text(source.from), source);
    if (this.#readAs > 0) known.add(row.bytes, start, end, this.#readAs);
    return hash;
  }

  #stageText(raw: string, source: CellSource): number {
    this.#readAs = 0;
    if (raw === '') return this.#stageValue(source.blank);
    if (source.isKept === null) return this.#stageValue(source.read(raw));
    const code = this.#isCoded || this.#isNumber ? this.#codeOf.get(raw) : undefined;
    if (code === undefined) {
      const value = source.read(raw);
      return this.#stageValue(value, source.isKept() ? raw : null);
    }
    this.#readAs = code;
    return this.#stageKnown(code);
  }

  #stageKnown(code: number): number {
    if (this.#isNumber) this.#stagedNumber = this.#known[code] ?? Number.NaN;
    else this.#stagedCode = code;
    return this.#hashes[code] ?? 0;
  }

  /** Takes what `stage` read into the row's place of the batch. */
  commit(row: number): void {
    if (this.#isNumber) this.#numbers[row] = this.#stagedNumber;
    else if (this.#isCoded) this.#codes[row] = this.#stagedCode;
    else this.#texts.commit();
  }

  finish(count: number): PackedColumn {
    if (this.#isNumber) return { form: 'numbers', numbers: this.#numbers.slice(0, count) };
    if (!this.#isCoded) return { form: 'texts', joined: this.#texts.finish() };
    const codes = this.#codes.slice(0, count);
    const column = { form: 'codes', codes, added: this.#added } as const;
    this.#added = [];
    if (this.#hashes.length > mostDistinct) {
      this.#isCoded = false;
      this.#codeOf.clear();
      this.#bytes = null;
      this.#hashes = [];
      this.#codes = new Uint16Array(0);
    }
    return column;
  }

  #stageValue(value: SqlValue, raw: string | null = null): number {
    if (this.#isNumber) {
      const number = typeof value === 'number' ? value : Number.NaN;
      this.#stagedNumber = number;
      const hash = value === null ? 0 : numberHash(number);
      if (raw !== null && this.#known.length <= mostDistinct) {
        this.#readAs = this.#known.push(number) - 1;
        this.#codeOf.set(unsliced(raw), this.#readAs);
        this.#hashes.push(hash);
      }
      return hash;
    }
    const text = value === null ? '' : String(value);
    if (!this.#isCoded) {
      if (text === '') this.#texts.stageNone();
      else this.#texts.stage(this.#kept(text));
      return hash32(text);
    }
    if (text === '') {
      this.#stagedCode = 0;
      return 0;
    }
    this.#stagedCode = this.#code(raw ?? text, text);
    if (raw !== null) this.#readAs = this.#stagedCode;
    return this.#hashes[this.#stagedCode] ?? 0;
  }

  /** The code of a text, new or known; `key` is what it was written as. */
  #code(key: string, text: string): number {
    const known = this.#codeOf.get(key);
    if (known !== undefined) return known;
    const code = this.#hashes.length;
    // Not a slice of the file's text, which would keep a megabyte of it in memory.
    this.#codeOf.set(unsliced(key), code);
    this.#added.push(this.#kept(text));
    this.#hashes.push(hash32(text));
    return code;
  }
}

/** Never 0, which stands for no value. */
function numberHash(number: number): number {
  return (Math.round(number * 100) | 0) ^ 0x5bd1e995;
}

function unsliced(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
