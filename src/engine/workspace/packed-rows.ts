import type { Words } from './words.ts';

/** A value of a column as SQLite keeps it. */
export type SqlValue = string | number | null;

/** What a column holds: free text, one of few texts (kept once, as words), or numbers. */
export type ColumnForm = 'text' | 'word' | 'number';

/** A column of a table that a file fills. */
export interface FilledColumn {
  readonly name: string;
  readonly form: ColumnForm;
}

/**
 * One column of many rows in a form that crosses threads cheaply: few distinct texts as codes into a dictionary
 * that grows from batch to batch, many distinct texts as UTF-8 with a NUL behind each (which no value holds; '' is
 * null), numbers as they are (NaN is null).
 */
export type PackedColumn =
  | { readonly form: 'codes'; readonly codes: Uint16Array; readonly added: readonly string[] }
  | { readonly form: 'texts'; readonly joined: Uint8Array<ArrayBuffer> }
  | { readonly form: 'numbers'; readonly numbers: Float64Array };

/** Rows of one table: who each is, what it says (64-bit hashes in halves) and its values by column. */
export interface PackedRows {
  readonly count: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly contentHigh: Uint32Array;
  readonly contentLow: Uint32Array;
  readonly columns: readonly PackedColumn[];
}

/** Turns packed columns back into values. One for each table of a file, since dictionaries grow along it. */
export class ColumnReader {
  readonly #dictionaries: SqlValue[][];
  readonly #columns: readonly FilledColumn[];
  readonly #words: Words;

  constructor(columns: readonly FilledColumn[], words: Words) {
    this.#columns = columns;
    this.#words = words;
    this.#dictionaries = columns.map(() => [null]);
  }

  /** The values of each column, in the order of the rows; words as their numbers. */
  read(rows: PackedRows): SqlValue[][] {
    return rows.columns.map((column, index) => this.#column(column, index, rows.count));
  }

  #column(column: PackedColumn, index: number, count: number): SqlValue[] {
    const values: SqlValue[] = [];
    if (column.form === 'numbers') {
      for (let row = 0; row < count; row++) {
        const number = column.numbers[row] ?? Number.NaN;
        values.push(Number.isNaN(number) ? null : number);
      }
      return values;
    }
    const isWord = this.#columns[index]?.form === 'word';
    if (column.form === 'texts') {
      const texts = Buffer.from(column.joined.buffer).toString('utf8').split('\u0000');
      for (let row = 0; row < count; row++) {
        const text = texts[row] || null;
        values.push(isWord && text !== null ? this.#words.number(text) : text);
      }
      return values;
    }
    const dictionary = this.#dictionaries[index] ?? [];
    for (const text of column.added) dictionary.push(isWord ? this.#words.number(text) : text);
    for (let row = 0; row < count; row++) values.push(dictionary[column.codes[row] ?? 0] ?? null);
    return values;
  }
}
