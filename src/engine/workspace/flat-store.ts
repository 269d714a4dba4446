import type { Writer } from './database.ts';

/** Where a row went. A row is exactly one of these, or rejected. */
export type Landing = 'accepted' | 'duplicate' | 'updated';

/** Tables that hold one row a record with no linked rows. */
export type FlatTable =
  | 'partner_event'
  | 'perception'
  | 'statement'
  | 'venue'
  | 'population'
  | 'area';

export type SqlValue = string | number | null;

interface Known {
  readonly id: number;
  readonly content: string;
}

/**
 * Stores records of one flat table for one batch and says where each went.
 *
 * Identity is the file's key where it has one, else the whole content. The k-th record with an identity in a file
 * is the same as the k-th stored by earlier batches: unchanged it is a duplicate, changed it updates that record,
 * and one more than were stored before is a new record. So the same file twice changes nothing, while records
 * that are alike but separate stay separate.
 */
export class FlatStore {
  readonly #batch: number;
  readonly #seen = new Map<string, number>();
  readonly #known: (identity: string) => Known[];
  readonly #insert: (values: readonly SqlValue[]) => void;
  readonly #update: (id: number, values: readonly SqlValue[]) => void;
  readonly #isFirstBatch: boolean;

  constructor(writer: Writer, table: FlatTable, fields: readonly string[], batch: number) {
    this.#batch = batch;
    const { database } = writer;
    const names = ['batch', 'identity', 'occurrence', 'content', ...fields];
    const insert = database.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    const known = database.prepare<[string, number], Known>(
      `SELECT id, content FROM ${table} WHERE identity = ? AND batch < ? ORDER BY occurrence`,
    );
    const read = database.prepare<[number], Record<string, SqlValue>>(
      `SELECT ${fields.join(', ')} FROM ${table} WHERE id = ?`,
    );
    const update = database.prepare(
      `UPDATE ${table} SET content = ?, ${fields.map((field) => `${field} = ?`).join(', ')} WHERE id = ?`,
    );
    const change = database.prepare(
      'INSERT INTO changed_value (batch, in_table, row_id, field, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#isFirstBatch =
      database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() === 0;
    this.#known = (identity) => known.all(identity, batch);
    this.#insert = (values) => insert.run(...values);
    this.#update = (id, values) => {
      const before = read.get(id) ?? {};
      for (const [index, field] of fields.entries()) {
        const now = values[index + 1] ?? null;
        const then = before[field] ?? null;
        if (now !== then) change.run(batch, table, id, field, textOf(then), textOf(now));
      }
      update.run(...values, id);
    };
  }

  /** Stores one record. `values` are in the order of the fields given to the constructor. */
  put(identity: string, content: string, values: readonly SqlValue[]): Landing {
    const occurrence = (this.#seen.get(identity) ?? 0) + 1;
    this.#seen.set(identity, occurrence);
    const slot = this.#isFirstBatch ? undefined : this.#known(identity)[occurrence - 1];
    if (slot === undefined) {
      this.#insert([this.#batch, identity, occurrence, content, ...values]);
      return 'accepted';
    }
    if (slot.content === content) return 'duplicate';
    this.#update(slot.id, [content, ...values]);
    return 'updated';
  }
}

function textOf(value: SqlValue): string | null {
  return value === null ? null : String(value);
}
