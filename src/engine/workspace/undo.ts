import { FailureError } from '../../contract/outcome.ts';
import type { ImportKind, UndoneBatch } from '../../contract/results.ts';
import { breathe, type Job } from '../jobs.ts';
import { appendAudit } from './audit.ts';
import { removeBaseMap } from './base-maps.ts';
import { noteChange } from './batches.ts';
import type { Writer } from './database.ts';
import { forgetDecisionsOnBatch } from './decisions.ts';
import { type EvidenceTable, evidenceTables } from './flat-tables.ts';
import { forgetListOfBatch } from './kept-lists.ts';
import { inLongTransaction } from './long-transaction.ts';
import type { SqlValue } from './packed-rows.ts';
import { RowIndex } from './row-index.ts';
import { forgetTextIndex } from './text-index.ts';

interface Change {
  readonly in_table: EvidenceTable;
  readonly row_id: number;
  readonly field: string;
  readonly before: string | null;
}

/**
 * Takes a batch back whole: its records go, what it updated says again what it said before, its rejected rows go.
 * All of it or none of it. Refused while a later batch holds records of this one, since that file's rows were
 * counted as known; its number is named. The batch's line stays, marked as undone, so that numbers are not used
 * twice.
 */
export async function undoBatch(writer: Writer, batch: number, job: Job): Promise<UndoneBatch> {
  const facts = refuseUnlessLast(writer, batch);
  // Whole batches go, links and all; SQLite would look each row's children up one by one.
  writer.database.pragma('foreign_keys = OFF');
  try {
    return await inLongTransaction(writer, true, async () => {
      const restored = await restoreChanges(writer, batch, job);
      forgetDecisionsOnBatch(writer, batch);
      forgetListOfBatch(writer, batch);
      const removed: Record<string, number> = {};
      for (const [index, table] of evidenceTables.entries()) {
        const count = removeRows(writer, table, batch);
        if (count > 0) removed[table] = count;
        job.report({ stage: 'Taking the batch back', done: index, total: evidenceTables.length });
        await breathe(job);
      }
      if (removeBaseMap(writer, batch)) removed['base_map'] = 1;
      const { database } = writer;
      database.prepare('DELETE FROM row_index WHERE batch = ?').run(batch);
      database.prepare('DELETE FROM rejected_row WHERE batch = ?').run(batch);
      database.prepare('DELETE FROM changed_value WHERE batch = ?').run(batch);
      database
        .prepare('UPDATE import_batch SET undone_at = ? WHERE id = ?')
        .run(new Date().toISOString(), batch);
      if (removed['base_map'] === undefined && facts.accepted + facts.updated > 0) {
        noteChange(writer, facts.kind);
        forgetTextIndex(writer);
      }
      appendAudit(writer, 'batch undone', { batch, removed, restored });
      return { batch, removed, restored };
    });
  } finally {
    writer.database.pragma('foreign_keys = ON');
  }
}

interface BatchBefore {
  readonly kind: ImportKind;
  readonly accepted: number;
  readonly updated: number;
}

function refuseUnlessLast(writer: Writer, batch: number): BatchBefore {
  const { database } = writer;
  const facts = database
    .prepare<[number], BatchBefore & { undone_at: string | null }>(
      'SELECT kind, accepted, updated, undone_at FROM import_batch WHERE id = ?',
    )
    .get(batch);
  if (facts === undefined) {
    throw new FailureError(
      'not-found',
      `There is no batch ${batch} in this workspace.`,
      'List the batches and choose one of them.',
    );
  }
  if (facts.undone_at !== null) {
    throw new FailureError(
      'not-found',
      `Batch ${batch} was taken back already.`,
      'Nothing is left to do.',
    );
  }
  const later = database
    .prepare<[number], number>(
      `SELECT import_batch.id FROM import_batch, json_each(rests_on)
       WHERE undone_at IS NULL AND json_each.value = ? ORDER BY import_batch.id DESC`,
    )
    .pluck()
    .all(batch);
  if (later.length > 0) {
    throw new FailureError(
      'needed-later',
      `Batch ${batch} cannot be taken back alone: ${later.length === 1 ? 'batch' : 'batches'} ${later.join(', ')} came later and ${later.length === 1 ? 'holds' : 'hold'} some of the same records.`,
      `Take back ${later.join(', then ')} first, then ${batch}.`,
      { later },
    );
  }
  return facts;
}

/** Writes back what the batch's updates replaced, the latest first. Gives the number of records. */
async function restoreChanges(writer: Writer, batch: number, job: Job): Promise<number> {
  const { database } = writer;
  const changes = database
    .prepare<[number], Change>(
      'SELECT in_table, row_id, field, before FROM changed_value WHERE batch = ? ORDER BY in_table, rowid DESC',
    )
    .all(batch);
  let table: TableRestorer | null = null;
  let restored = 0;
  for (const [index, change] of changes.entries()) {
    if (table?.name !== change.in_table) {
      table?.finish();
      table = new TableRestorer(writer, change.in_table);
    }
    if (table.restore(change)) restored++;
    if (index % 5_000 === 0) {
      job.report({ stage: 'Restoring what was updated', done: index, total: changes.length });
      await breathe(job);
    }
  }
  table?.finish();
  return restored;
}

/** Restores values and content hashes of one table. */
class TableRestorer {
  readonly name: EvidenceTable;
  readonly #writer: Writer;
  readonly #index: RowIndex;
  readonly #isText: ReadonlySet<string>;
  readonly #entryOf: ReadonlyMap<number, number>;

  constructor(writer: Writer, name: EvidenceTable) {
    this.name = name;
    this.#writer = writer;
    this.#index = RowIndex.load(writer, name);
    this.#entryOf = this.#index.entriesById();
    const columns = writer.database.pragma(`table_info(${name})`) as {
      name: string;
      type: string;
    }[];
    this.#isText = new Set(
      columns.filter(({ type }) => type === 'TEXT').map(({ name: one }) => one),
    );
  }

  /** True for the change that stands for the whole record. */
  restore({ row_id: row, field, before }: Change): boolean {
    if (field === '') {
      const entry = this.#entryOf.get(row);
      if (entry !== undefined && before !== null) {
        this.#index.setContent(
          entry,
          Number.parseInt(before.slice(0, 8), 16),
          Number.parseInt(before.slice(8), 16),
        );
      }
      return true;
    }
    const value: SqlValue = before === null || this.#isText.has(field) ? before : Number(before);
    this.#writer.database
      .prepare(`UPDATE ${this.name} SET ${field} = ? WHERE id = ?`)
      .run(value, row);
    return false;
  }

  finish(): void {
    this.#index.save(this.#writer, this.name);
  }
}

function removeRows({ database }: Writer, table: EvidenceTable, batch: number): number {
  database
    .prepare(
      `DELETE FROM derived_position WHERE in_table = ? AND row_id IN (SELECT id FROM ${table} WHERE batch = ?)`,
    )
    .run(table, batch);
  return database.prepare(`DELETE FROM ${table} WHERE batch = ?`).run(batch).changes;
}
