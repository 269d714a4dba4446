import { anotherRecordRule, type IsAnother } from './another-record.ts';
import type { Writer } from './database.ts';
import type { EvidenceTable } from './flat-tables.ts';
import { Hash64 } from './hash.ts';
import type { SqlValue } from './packed-rows.ts';
import { RowIndex } from './row-index.ts';

/**
 * Where a record went. It may have stood in an earlier row of the same file: then it is a `repeat`, or a
 * `contradiction` when it says something else than it did there.
 */
export type Landing = 'accepted' | 'updated' | 'duplicate' | 'contradiction' | 'repeat';

/** Rows in one INSERT: a call into SQLite costs more than a row. */
const rowsPerInsert = 16;

/**
 * Stores the records of one table for one batch. A record that the table holds already is left as it is, or
 * updated when it says something else, with what it said before kept for undo. A record that comes twice in the
 * same file is stored once, as it came first. A row that has a known record's reference and is another record
 * (`another-record.ts`) is stored beside it, under an identity made from that one's.
 */
export class IndexedTable {
  /** Distinct records of the file, new or known. */
  seen = 0;
  /** Records stored beside an earlier one that has their reference. */
  apart = 0;
  /** Earlier batches whose records this file holds too: it cannot outlive them. */
  readonly restsOn = new Set<number>();
  readonly #table: EvidenceTable;
  readonly #columns: readonly string[];
  readonly #writer: Writer;
  readonly #batch: number;
  readonly #index: RowIndex;
  readonly #isFrozen: boolean;
  readonly #width: number;
  readonly #statements: ReturnType<typeof prepare>;
  /** Values of the rows that wait, one row after the other; always of the same length. */
  readonly #pending: SqlValue[];
  #rowsWaiting = 0;
  #id = 0;
  #step = 0;
  /** Identity of the record at hand. */
  #high = 0;
  #low = 0;
  readonly #isAnother: IsAnother | null;
  readonly #next = new Hash64();
  /** Rows that the table had before were numbered up to this. */
  readonly #largestBefore: number;

  /**
   * `columns` are those that the file fills, in the order of the values given to `put`; `keys` are further
   * columns before them that never change. A frozen table updates nothing.
   */
  constructor(
    writer: Writer,
    table: EvidenceTable,
    keys: readonly string[],
    columns: readonly string[],
    batch: number,
    options: { readonly isFrozen?: boolean } = {},
  ) {
    this.#isFrozen = options.isFrozen === true;
    this.#table = table;
    this.#isAnother = anotherRecordRule(table);
    this.#columns = columns;
    this.#writer = writer;
    this.#batch = batch;
    this.#index = RowIndex.load(writer, table);
    this.#largestBefore = this.#index.largestId;
    this.#width = keys.length + columns.length;
    this.#pending = Array.from({ length: this.#width * rowsPerInsert }, () => null);
    this.#statements = prepare(writer, table, batch, keys, columns);
  }

  /**
   * Stores one record and says where it went; `id` is then the number of its row. `step` is that of the record it
   * belongs to (a victim's is its incident's), so that it is not taken for one of another record.
   */
  put(
    high: number,
    low: number,
    contentHigh: number,
    contentLow: number,
    keys: readonly SqlValue[],
    columns: readonly SqlValue[][],
    row: number,
    step = 0,
  ): Landing {
    this.#step = step;
    [this.#high, this.#low] = [high, low];
    for (let at = 0; at < step; at++) this.#follow();
    const met = this.#index.find(this.#high, this.#low);
    const known = met < 0 ? met : this.#sameRecord(met, contentHigh, contentLow, columns, row);
    if (known < 0) {
      if (this.#step > step) this.apart++;
      this.#id = this.#index.largestId + 1;
      const entry = this.#index.add(
        this.#id,
        this.#high,
        this.#low,
        contentHigh,
        contentLow,
        this.#batch,
      );
      this.#index.touch(entry);
      this.seen++;
      this.#insert(keys, columns, row);
      return 'accepted';
    }
    this.#id = this.#index.id(known);
    const isSame = this.#index.saysTheSame(known, contentHigh, contentLow);
    if (this.#index.touch(known)) return isSame ? 'repeat' : 'contradiction';
    this.seen++;
    this.restsOn.add(this.#index.batch(known));
    if (isSame) return 'duplicate';
    if (this.#isFrozen) {
      this.#index.compareWith(known, contentHigh, contentLow);
      return 'duplicate';
    }
    const before = this.#index.content(known);
    this.#index.setContent(known, contentHigh, contentLow);
    return this.#update(before, columns, row) ? 'updated' : 'duplicate';
  }

  /**
   * The entry of the record that a row is, from the first that has its reference; -1 when it is another one than all
   * of them. What a file told that is known whole is some record of those.
   */
  #sameRecord(
    first: number,
    contentHigh: number,
    contentLow: number,
    columns: readonly SqlValue[][],
    row: number,
  ): number {
    const isAnother = this.#isAnother;
    if (isAnother === null) return first;
    let known = first;
    let said: Record<string, SqlValue> | null = null;
    while (known >= 0 && !this.#index.saysTheSame(known, contentHigh, contentLow)) {
      const batch = this.#index.batch(known);
      if (batch === this.#batch) {
        // Rows of one crime stand in one file under one reference, whatever they say.
        if (this.#table === 'incident') break;
        this.flush();
      }
      const stored = this.#statements.read.get(this.#index.id(known));
      said ??= this.#rowOf(columns, row);
      if (stored === undefined || !isAnother(stored, said)) break;
      if (batch !== this.#batch) this.restsOn.add(batch);
      this.#follow();
      this.#step++;
      known = this.#index.find(this.#high, this.#low);
    }
    return known < 0 && this.#isFrozen ? first : known;
  }

  /** Goes on to the identity of a further record with the reference of the one that has this identity. */
  #follow(): void {
    const { high, low } = this.#next.start().addNumber(this.#high).addNumber(this.#low).finish();
    [this.#high, this.#low] = [high, low];
  }

  #rowOf(columns: readonly SqlValue[][], row: number): Record<string, SqlValue> {
    return Object.fromEntries(
      this.#columns.map((name, index) => [name, columns[index]?.[row] ?? null]),
    );
  }

  /** Row number of the record that `put` stored or found last. */
  get id(): number {
    return this.#id;
  }

  /** How many records with its reference stand before it; 0 nearly always. */
  get step(): number {
    return this.#step;
  }

  /** Whether that record stood in the table before this batch. */
  get isFromEarlier(): boolean {
    return this.#id <= this.#largestBefore;
  }

  /** Those of these row numbers that the file does not bring again. */
  notBrought(ids: ReadonlyMap<number, unknown>): number[] {
    return this.#index.untouched(ids);
  }

  /** Writes the rows that wait, and gives back what only further rows need. */
  close(): void {
    this.flush();
    this.#index.endLookups();
  }

  /** Writes the rows that wait, and this table's index. */
  finish(): void {
    this.close();
    this.#index.save(this.#writer, this.#table);
  }

  /** Writes the rows that wait. SQLite numbers them itself, which is the quicker way to the same numbers. */
  flush(): void {
    const { insertMany, insertOne } = this.#statements;
    const rows = this.#rowsWaiting;
    if (rows === 0) return;
    this.#rowsWaiting = 0;
    // Spread out: the driver reads an argument in half the time that it takes for an element of an array.
    let lastId: number | bigint = 0;
    if (rows === rowsPerInsert) lastId = insertMany.run(...this.#pending).lastInsertRowid;
    else {
      for (let row = 0; row < rows; row++) {
        const from = row * this.#width;
        lastId = insertOne.run(...this.#pending.slice(from, from + this.#width)).lastInsertRowid;
      }
    }
    if (lastId !== this.#index.largestId) {
      throw new Error(`rows of ${this.#table} did not get the numbers that their index gave them`);
    }
  }

  #insert(keys: readonly SqlValue[], columns: readonly SqlValue[][], row: number): void {
    const pending = this.#pending;
    let at = this.#rowsWaiting * this.#width;
    for (const key of keys) pending[at++] = key;
    for (const column of columns) pending[at++] = column[row] ?? null;
    this.#rowsWaiting++;
    if (this.#rowsWaiting === rowsPerInsert) this.flush();
  }

  /** Writes what changed and keeps what was there; false when nothing did (the file fills other columns). */
  #update(contentBefore: string, columns: readonly SqlValue[][], row: number): boolean {
    const { read, update, change } = this.#statements;
    const before = read.get(this.#id) ?? {};
    const values = columns.map((column) => column[row] ?? null);
    let isChanged = false;
    for (const [index, field] of this.#columns.entries()) {
      const then = before[field] ?? null;
      const now = values[index] ?? null;
      if (then === now) continue;
      isChanged = true;
      change.run(this.#batch, this.#table, this.#id, field, textOf(then), textOf(now));
    }
    change.run(this.#batch, this.#table, this.#id, '', contentBefore, null);
    if (isChanged) update.run(...values, this.#id);
    return isChanged;
  }
}

function textOf(value: SqlValue): string | null {
  return value === null ? null : String(value);
}

function prepare(
  { database }: Writer,
  table: EvidenceTable,
  batch: number,
  keys: readonly string[],
  columns: readonly string[],
) {
  const filled = [...keys, ...columns];
  // The batch's number stands in the statement itself: it is the same for every row.
  const values = `(${[batch, ...filled.map(() => '?')].join(', ')})`;
  const insert = (rows: number): string =>
    `INSERT INTO ${table} (${['batch', ...filled].join(', ')}) VALUES ${Array.from({ length: rows }, () => values).join(', ')}`;
  return {
    insertOne: database.prepare<SqlValue[]>(insert(1)),
    insertMany: database.prepare<SqlValue[]>(insert(rowsPerInsert)),
    read: database.prepare<[number], Record<string, SqlValue>>(
      `SELECT ${columns.length === 0 ? 'id' : columns.join(', ')} FROM ${table} WHERE id = ?`,
    ),
    update: database.prepare(
      `UPDATE ${table} SET ${columns.length === 0 ? 'id = id' : columns.map((field) => `${field} = ?`).join(', ')} WHERE id = ?`,
    ),
    change: database.prepare(
      'INSERT INTO changed_value (batch, in_table, row_id, field, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    ),
  };
}
