import Papa from 'papaparse';
import type { FailureError } from '../../contract/outcome.ts';
import type { UnknownValue } from '../../contract/results.ts';
import { isPlainKey } from './byte-values.ts';
import { type TableRow, TextRow } from './formats/table-row.ts';
import type { PackedBatch, RejectedRow, RepeatingRow } from './packing/batch.ts';
import type { RecordPacker } from './record-packer.ts';
import { isNoKey } from './row-fields.ts';
import { RowRejected } from './values.ts';

/** Rows that travel together: few enough that storing them takes some ten milliseconds. */
export const rowsPerBatch = 1_000;

/** More different unknown values than this are a wrong mapping, not a list to look through. */
const mostUnknown = 200;
const longestShown = 60;

/** One row with its line in the file. */
interface JoinedRow {
  readonly line: number;
  readonly row: TableRow;
  rows: number;
  readonly lists: Map<string, Set<string>>;
}

/**
 * Turns rows of text into packed batches. A row is refused as a whole with a reason; a row with too few cells is
 * refused, one with more is read only when the rest is blank.
 */
export class BatchReader {
  readonly #packer: RecordPacker;
  readonly #width: number;
  #rejected: RejectedRow[] = [];
  #repeating: RepeatingRow[] = [];
  #withoutLocation = 0;
  #rows = 0;
  readonly #unknown = new Map<string, { field: string; value: string; count: number }>();
  readonly #joined: Map<string, JoinedRow> | null;
  /** Under which key the last row of each reference was joined. */
  readonly #lastJoin = new Map<string, string>();

  readonly #refuseNoRecord: (row: TableRow) => void;
  readonly #keyColumn: number | null;
  #withoutKey = 0;

  /**
   * @param refuseNoRecord Throws RowRejected for a row that is no record.
   * @param keyColumn Column of the source's own reference; null when its records have none.
   */
  constructor(
    packer: RecordPacker,
    width: number,
    refuseNoRecord: (row: TableRow) => void,
    keyColumn: number | null,
  ) {
    this.#packer = packer;
    this.#width = width;
    this.#refuseNoRecord = refuseNoRecord;
    this.#keyColumn = keyColumn;
    this.#joined = packer.joinsRowsOn === null ? null : new Map();
  }

  /** True when enough rows are gathered to be sent. */
  get isFull(): boolean {
    return this.#packer.isFull || this.#rejected.length >= rowsPerBatch;
  }

  /** Rows that were read and have no reference, in a table whose other rows have one. */
  get withoutKey(): number {
    return this.#withoutKey;
  }

  add(row: TableRow, line: number, mayHoldNul: boolean): void {
    this.#rows++;
    try {
      this.#refuseNoRecord(row);
      this.#refuseBadShape(row);
      if (mayHoldNul) refuseNul(row);
      if (this.#joined !== null && this.#join(row, line)) return;
      const record = this.#packer.count;
      if (!this.#packer.add(row, this.#rows, 1)) this.#withoutLocation++;
      if (this.#keyColumn !== null && !isPlainKey(row, this.#keyColumn)) {
        if (isNoKey(row.text(this.#keyColumn))) this.#withoutKey++;
      }
      if (this.#packer.mayRepeat) {
        this.#repeating.push({ record, line, cells: row.joined() });
      }
    } catch (error) {
      this.#reject(error, row, line);
    }
  }

  /** Emits what waited for the end of the file. */
  *finish(): Generator<void> {
    for (const joined of this.#joined?.values() ?? []) {
      const lists: Record<string, string> = {};
      for (const [field, texts] of joined.lists) lists[field] = [...texts].join(';');
      this.#rows++;
      try {
        const hasPosition = this.#packer.add(joined.row, this.#rows, joined.rows, lists);
        if (!hasPosition) this.#withoutLocation += joined.rows;
      } catch (error) {
        for (let row = 0; row < joined.rows; row++) this.#reject(error, joined.row, joined.line);
      }
      if (this.isFull) yield;
    }
  }

  take(bytesRead: number, bytesTotal: number): PackedBatch {
    const batch: PackedBatch = {
      ...this.#packer.finish(),
      rejected: this.#rejected,
      repeating: this.#repeating,
      withoutLocation: this.#withoutLocation,
      bytesRead,
      bytesTotal,
    };
    this.#rejected = [];
    this.#repeating = [];
    this.#withoutLocation = 0;
    return batch;
  }

  /** Values that were refused, the most frequent first. */
  get unknown(): UnknownValue[] {
    return [...this.#unknown.values()].sort((a, b) => b.count - a.count);
  }

  #noteUnknown(field: string, value: string): void {
    const key = JSON.stringify([field, value]);
    const known = this.#unknown.get(key);
    if (known !== undefined) known.count++;
    else if (this.#unknown.size < mostUnknown) {
      this.#unknown.set(key, { field, value: value.slice(0, longestShown), count: 1 });
    }
  }

  #refuseBadShape(row: TableRow): void {
    if (row.width < this.#width) throw new RowRejected('wrong-number-of-fields');
    for (let index = this.#width; index < row.width; index++) {
      if (row.text(index).trim() !== '') throw new RowRejected('wrong-number-of-fields');
    }
  }

  /** Keeps a row until the file's end when its source spreads a record over rows; false when it has no key. */
  #join(row: TableRow, line: number): boolean {
    const rule = this.#packer.joinsRowsOn;
    if (rule === null || this.#joined === null) return false;
    const reference = this.#packer.text(rule.key, row);
    if (reference === '') return false;
    const and = rule.and.map((field) => this.#packer.text(field, row)).join('\u0000');
    // A row that says its reason alone belongs to those above it.
    const isOfAbove = and.length < rule.and.length;
    const key = (isOfAbove ? this.#lastJoin.get(reference) : null) ?? `${reference}\u0000${and}`;
    this.#lastJoin.set(reference, key);
    let joined = this.#joined.get(key);
    if (joined === undefined) {
      joined = {
        line,
        row: new TextRow(row.texts()),
        rows: 0,
        lists: new Map(rule.lists.map((list) => [list, new Set()])),
      };
      this.#joined.set(key, joined);
    }
    joined.rows++;
    for (const list of rule.lists) {
      const text = this.#packer.text(list, row);
      if (text !== '') joined.lists.get(list)?.add(text);
    }
    return true;
  }

  #reject(error: unknown, row: TableRow, line: number): void {
    if (!(error instanceof RowRejected)) throw error as FailureError;
    if (error.value !== null) this.#noteUnknown(error.field, error.value);
    if (!this.#packer.carriesPosition(row, this.#width)) this.#withoutLocation++;
    this.#rejected.push({ line, reason: error.reason, text: Papa.unparse([[...row.texts()]]) });
  }
}

/** NUL separates texts on their way to the workspace, and stands in no honest record. */
function refuseNul(row: TableRow): void {
  if (row.texts().some((cell) => cell.includes('\u0000'))) throw new RowRejected('unreadable-text');
}
