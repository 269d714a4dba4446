import type { Writer } from './database.ts';
import { evidenceTables, type FlatTable } from './flat-tables.ts';
import { keptPseudonym, pseudonyms } from './identity.ts';
import { pseudonymKeys } from './pseudonym-keys.ts';
import { dropEntries } from './row-index.ts';
import { bumpEvidenceVersion } from './settings.ts';
import { forgetTextIndex } from './text-index.ts';

/** Flat tables whose records carry a reference of their own. */
const withReference = [
  'partner_event',
  'perception',
  'venue',
  'activity',
  'police_outcome',
] as const satisfies readonly FlatTable[];

/** What was erased, by table; `texts` are free texts and rejected rows that named the reference. */
export type Erased = Readonly<Record<string, number>>;

/**
 * Erases every row of a reference: an incident with its people and links, a victim or suspect wherever the pseudonym
 * stands, records of other kinds, and texts that name it. Runs inside the caller's transaction; `scrub` has to follow,
 * since a deleted row is still on the disk until the file is written anew.
 */
export function eraseReference(writer: Writer, reference: string): Erased {
  const gone = rowsOfReference(writer, reference);
  const texts = eraseTexts(writer, reference, gone);
  // Links before what they point at.
  const counts: Record<string, number> = { texts };
  for (const table of evidenceTables) {
    const rows = gone[table] ?? [];
    if (rows.length > 0) counts[table] = eraseRows(writer, table, rows);
  }
  if (Object.values(counts).some((count) => count > 0)) forgetColumns(writer);
  return counts;
}

/** Ids of the rows of a reference, by table. */
function rowsOfReference(
  writer: Writer,
  reference: string,
): Readonly<Record<string, readonly number[]>> {
  const { database } = writer;
  const keys = pseudonymKeys(writer);
  const asRead = pseudonyms(keys)('person', reference);
  const person = asRead === null ? null : keptPseudonym(keys)(asRead);
  const ids = (sql: string, ...values: (string | null)[]): number[] =>
    database
      .prepare<(string | null)[], number>(sql)
      .pluck()
      .all(...values);
  const found: Record<string, readonly number[]> = {};
  found['incident'] = ids(
    'SELECT id FROM incident WHERE reference = ? OR incident_reference = ?',
    reference,
    reference,
  );
  const own = JSON.stringify(found['incident']);
  const isTheirs = 'incident IN (SELECT value FROM json_each(?))';
  found['victim'] = ids(`SELECT id FROM victim WHERE person = ? OR ${isTheirs}`, person, own);
  found['suspect'] = ids(`SELECT id FROM suspect WHERE person = ? OR ${isTheirs}`, person, own);
  found['victim_suspect'] = ids(
    `SELECT id FROM victim_suspect WHERE ${isTheirs}
     OR victim IN (SELECT value FROM json_each(?)) OR suspect IN (SELECT value FROM json_each(?))`,
    own,
    JSON.stringify(found['victim']),
    JSON.stringify(found['suspect']),
  );
  for (const table of withReference) {
    found[table] = ids(`SELECT id FROM ${table} WHERE reference = ?`, reference);
  }
  return found;
}

/** Rows that still have the reference, or whose text names it. */
export function rowsNaming(writer: Writer, reference: string): number {
  const found = Object.values(rowsOfReference(writer, reference));
  const texts = [
    'SELECT count(*) FROM rejected_row WHERE instr(text, ?) > 0',
    'SELECT count(*) FROM incident WHERE instr(summary, ?) > 0',
  ].map((sql) => writer.database.prepare<[string], number>(sql).pluck().get(reference) ?? 0);
  return found.reduce((sum, rows) => sum + rows.length, 0) + texts.reduce((a, b) => a + b, 0);
}

/** Rows that a batch still has in any table. */
export function rowsOfBatchLeft({ database }: Writer, batch: number): number {
  return [...evidenceTables, 'rejected_row', 'changed_value', 'row_index']
    .map(
      (table) =>
        database
          .prepare<[number], number>(`SELECT count(*) FROM ${table} WHERE batch = ?`)
          .pluck()
          .get(batch) ?? 0,
    )
    .reduce((sum, count) => sum + count, 0);
}

/** Pages of the file that hold nothing: 0 once it was written anew. */
export function freePages({ database }: Writer): number {
  return Number(database.pragma('freelist_count', { simple: true }));
}

/** Removes rows with everything that was derived from them or kept beside them. */
function eraseRows(writer: Writer, table: string, rows: readonly number[]): number {
  const { database } = writer;
  const list = JSON.stringify(rows);
  const among = 'IN (SELECT value FROM json_each(?))';
  database
    .prepare(`DELETE FROM derived_position WHERE in_table = ? AND row_id ${among}`)
    .run(table, list);
  database
    .prepare(`DELETE FROM changed_value WHERE in_table = ? AND row_id ${among}`)
    .run(table, list);
  if (table === 'incident') {
    for (const beside of ['decided_record', 'audit_code', 'audit_record']) {
      database.prepare(`DELETE FROM ${beside} WHERE incident ${among}`).run(list);
    }
  }
  dropEntries(writer, table, new Set(rows));
  return database.prepare(`DELETE FROM ${table} WHERE id ${among}`).run(list).changes;
}

/** Blanks rejected rows that name the reference, and the free text of incidents whose people were erased. */
function eraseTexts(
  { database }: Writer,
  reference: string,
  gone: Readonly<Record<string, readonly number[]>>,
): number {
  const rejected = database
    .prepare("UPDATE rejected_row SET text = '' WHERE instr(text, ?) > 0")
    .run(reference).changes;
  const people = [
    ['victim', gone['victim']],
    ['suspect', gone['suspect']],
  ] as const;
  let summaries = database
    .prepare('UPDATE incident SET summary = NULL WHERE instr(summary, ?) > 0')
    .run(reference).changes;
  for (const [table, rows] of people) {
    summaries += database
      .prepare(
        `UPDATE incident SET summary = NULL WHERE summary IS NOT NULL AND id IN
         (SELECT incident FROM ${table} WHERE id IN (SELECT value FROM json_each(?)))`,
      )
      .run(JSON.stringify(rows ?? [])).changes;
  }
  return rejected + summaries;
}

/**
 * Columns, index and the tables of kept runs hold copies of what was erased. The first two are made again from the
 * rows that are left; a run keeps its figures, and its tables come back when it is repeated.
 */
export function forgetColumns(writer: Writer): void {
  writer.database.exec(`
    DELETE FROM column_store;
    DELETE FROM setting WHERE name IN ('facts-version', 'classified-version', 'classification-summary');
    UPDATE analysis_run SET result = NULL, result_hash = NULL;
  `);
  forgetTextIndex(writer);
  bumpEvidenceVersion(writer, 'incidents');
}

/**
 * Writes the file anew without the pages of deleted rows, the journal too. Outside any transaction. Automatic copies
 * still hold them: `removeBackups` has to follow.
 */
export function scrub({ database }: Writer): void {
  database.exec('VACUUM');
  database.pragma('wal_checkpoint(TRUNCATE)');
}

/** Overwrites deleted rows from now on, on this connection; called before rows are deleted. */
export function deleteSecurely({ database }: Writer): void {
  database.pragma('secure_delete = ON');
}
