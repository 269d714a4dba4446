/** One row of a table, whichever way it was read. One that a slice gave is valid until the next one is asked for. */
export interface TableRow {
  /** Number of its cells. */
  readonly width: number;
  /** The text of a cell; '' when the row has no such column. */
  text(column: number): string;
  /**
   * The first character of a cell: -1 for an empty one, 0 when it is not a plain ASCII one. Rules most cells out of a
   * question without making a text of them.
   */
  firstCharacter(column: number): number;
  /** The texts of all cells, to be kept. */
  texts(): readonly string[];
  /** The same as one text, joined by NUL. */
  joined(): string;
}

/** Rows of texts that were read together, without the blank ones. */
export interface RowSlice {
  readonly rows: readonly (readonly string[])[];
  /** Line of the file on which each row starts, from 1 (row number for a sheet). */
  readonly lines: readonly number[];
  /** Whether a cell may hold a NUL character. */
  readonly mayHoldNul: boolean;
  /** Of the unpacked source, for progress. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** The same rows, whichever way they were read. */
export interface TableSlice {
  readonly count: number;
  row(index: number): TableRow;
  /** Line of the file on which a row starts, from 1 (row number for a sheet). */
  line(index: number): number;
  /** Whether a cell may hold a NUL character. */
  readonly mayHoldNul: boolean;
  /** Of the unpacked source, for progress. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** A row of texts. */
export class TextRow implements TableRow {
  readonly #cells: readonly string[];

  constructor(cells: readonly string[]) {
    this.#cells = cells;
  }

  get width(): number {
    return this.#cells.length;
  }

  text(column: number): string {
    return this.#cells[column] ?? '';
  }

  firstCharacter(column: number): number {
    const text = this.#cells[column] ?? '';
    if (text === '') return -1;
    const character = text.charCodeAt(0);
    return character < 128 ? character : 0;
  }

  texts(): readonly string[] {
    return this.#cells;
  }

  joined(): string {
    return this.#cells.join('\u0000');
  }
}

/** The texts of all rows of a slice. */
export function textsOf(slice: TableSlice): (readonly string[])[] {
  return Array.from({ length: slice.count }, (_, index) => slice.row(index).texts());
}

/** Rows of texts as a slice of a table. */
export function sliceOfTexts(slice: RowSlice): TableSlice {
  const { rows, lines, mayHoldNul, bytesRead, bytesTotal } = slice;
  return {
    count: rows.length,
    row: (index) => new TextRow(rows[index] ?? []),
    line: (index) => lines[index] ?? 0,
    mayHoldNul,
    bytesRead,
    bytesTotal,
  };
}
