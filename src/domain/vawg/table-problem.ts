/** A data table as read from CSV, with the name that problems are reported under. */
export interface SourceTable {
  readonly file: string;
  /** One record a line, in file order; the header is line 1, so the first record is line 2. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Line of each record where blank lines or breaks inside cells make it another than its place says. */
  readonly lines?: readonly number[];
}

/** One fault of a data table, named by file and line. */
export interface TableProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Line of the record at `index`: as the table says it, else by its place under a header on line 1. */
export function lineOf(index: number, lines?: readonly number[]): number {
  return lines?.[index] ?? index + 2;
}
