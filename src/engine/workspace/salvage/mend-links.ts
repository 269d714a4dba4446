import { randomBytes } from 'node:crypto';
import type { Writer } from '../database.ts';
import { evidenceTables } from '../flat-tables.ts';
import { addEntries, entriesOf, keepEntries } from '../row-index.ts';
import type { CopiedTable } from './copy-tables.ts';

/** Rows that a batch had rejected and that were lost stand in their place without their text. */
const lostReason = 'lost-in-damage';

/** What the analyst has to know of the new file, as codes with a number of what they are about. */
export type SalvageNotes = Record<
  'batchesMadeUp' | 'batchesWithoutIndex' | 'wordsLost' | 'rejectedRowsBlank',
  number
>;

/**
 * Makes the copied rows agree with each other again: every batch that rows name, no row that points at a lost one, an
 * index of exactly the records that are there, and as many rejected rows as each batch counted. Adds what is lost by
 * it to the tables' accounts. Inside the caller's transaction, without foreign keys.
 */
export function mendLinks(writer: Writer, tables: readonly CopiedTable[]): SalvageNotes {
  const account = (name: string) => tables.find((table) => table.name === name);
  const notes: SalvageNotes = {
    batchesMadeUp: nameLostBatches(writer),
    batchesWithoutIndex: 0,
    wordsLost: nameLostWords(writer, account('word')),
    rejectedRowsBlank: 0,
  };
  dropLoose(writer, account);
  notes.batchesWithoutIndex = mendIndex(writer, account);
  dropBeside(writer);
  notes.rejectedRowsBlank = blankRejected(writer);
  return notes;
}

type Account = (name: string) => CopiedTable | undefined;

/** A line for each batch that is gone and whose records are there. Gives how many. */
function nameLostBatches({ database }: Writer): number {
  const add = database.prepare(
    `INSERT INTO import_batch (id, kind, preset, file_name, file_sha256, imported_at, rows, accepted, rejected,
       duplicates, updated, without_location, reasons, warnings)
     VALUES (?, ?, '', 'name lost in damage', '', ?, ?, ?, 0, 0, 0, 0, '{}', '[]')`,
  );
  const kinds: Readonly<Record<string, string>> = {
    victim_suspect: 'incidents',
    victim: 'incidents',
    suspect: 'incidents',
    incident: 'incidents',
    partner_event: 'partner',
    perception: 'perceptions',
    statement: 'voices',
    venue: 'venues',
    population: 'population',
    area: 'areas',
    activity: 'activities',
    calendar_entry: 'calendar',
    postcode: 'postcodes',
    deprivation: 'deprivation',
    area_lookup: 'lookup',
    offence_entry: 'offences',
    harm_weight: 'harm',
    comparator: 'comparators',
    capability: 'capability',
    conduct: 'conduct',
    police_outcome: 'outcomes',
    stop_and_search: 'stop-and-search',
  };
  const now = new Date().toISOString();
  let added = 0;
  // Incidents before what hangs on them: the first table that names a batch says of what kind it was.
  for (const table of evidenceTables.toReversed()) {
    const lost = database
      .prepare<[], { batch: number; rows: number }>(
        `SELECT batch, count(*) AS rows FROM ${table}
         WHERE batch NOT IN (SELECT id FROM import_batch) GROUP BY batch`,
      )
      .all();
    for (const { batch, rows } of lost) add.run(batch, kinds[table], now, rows, rows);
    added += lost.length;
  }
  return added;
}

/** Words that are gone are named as lost, so that no record says nothing where it said something. Gives how many. */
function nameLostWords({ database }: Writer, table: CopiedTable | undefined): number {
  if (table === undefined || (table.unread === 0 && !table.isOpenEnded)) return 0;
  const columns = database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_info('incident') WHERE type = 'INTEGER' AND name IN (
         'source', 'record_type', 'crime_status', 'offence_title', 'offence_code', 'location_type', 'area_code',
         'at_home_address_of', 'risk_level', 'risk_indicators', 'order_type', 'referral_service', 'outcome_code',
         'platform')`,
    )
    .pluck()
    .all();
  const last =
    database
      .prepare<[], number | null>(
        `SELECT max(${columns.map((name) => `coalesce(max(${name}), 0)`).join(', ')}) FROM incident`,
      )
      .pluck()
      .get() ?? 0;
  const known = database.prepare<[], number | null>('SELECT max(id) FROM word').pluck().get() ?? 0;
  const { changes } = database
    .prepare(
      `WITH RECURSIVE number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < ?)
       INSERT INTO word (id, text)
       SELECT id, 'lost in damage (' || id || ')' FROM number WHERE id NOT IN (SELECT id FROM word)`,
    )
    .run(Math.max(last, known));
  table.unread = changes;
  table.isOpenEnded = false;
  return changes;
}

/** Removes rows that point at rows which are lost, and counts them as lost with those. */
function dropLoose({ database }: Writer, account: Account): void {
  const links = database
    .prepare<[], { child: string; parent: string; column: string; target: string }>(
      `SELECT child.name AS child, link."table" AS parent, link."from" AS "column", link."to" AS target
       FROM pragma_table_list AS child, pragma_foreign_key_list(child.name) AS link
       WHERE child.schema = 'main' AND child.type = 'table'`,
    )
    .all();
  for (let removed = 1; removed > 0; ) {
    removed = 0;
    for (const { child, parent, column, target } of links) {
      const { changes } = database
        .prepare(
          `DELETE FROM ${child} WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT ${target} FROM ${parent})`,
        )
        .run();
      removed += changes;
      const table = account(child);
      if (table === undefined) continue;
      table.kept -= changes;
      table.unread += changes;
    }
  }
}

/**
 * Holds the index of records against the rows: entries of lost rows go, so that their file brings them in again. Where
 * the index itself was lost, rows get entries that no record meets, so that new rows get other numbers. From the index
 * it is known how many rows were lost. Gives the number of batches whose records can no longer be recognised.
 */
function mendIndex(writer: Writer, account: Account): number {
  const { database } = writer;
  const unknown = new Set<number>();
  for (const name of evidenceTables) {
    const rows = database
      .prepare<[], [number, number]>(`SELECT id, batch FROM ${name} ORDER BY id`)
      .raw()
      .all();
    const there = new Set(rows.map(([id]) => id));
    const indexed = new Set(entriesOf(writer, name));
    const table = account(name);
    if (table !== undefined && (table.unread > 0 || table.isOpenEnded)) {
      const lost = [...indexed].filter((id) => !there.has(id)).length;
      const isKnown =
        account('row_index')?.unread === 0 && account('row_index')?.isOpenEnded === false;
      table.unread = isKnown ? lost : Math.max(lost, table.unread);
      table.isOpenEnded &&= !isKnown;
    }
    keepEntries(writer, name, there);
    const without = rows.filter(([id]) => !indexed.has(id));
    for (const [, batch] of without) unknown.add(batch);
    addEntries(
      writer,
      name,
      without.map(([id, batch]) => ({ id, batch, hashes: randomBytes(16) })),
    );
  }
  return unknown.size;
}

/** What was kept beside rows that are gone. */
function dropBeside({ database }: Writer): void {
  for (const table of ['derived_position', 'changed_value']) {
    const names = database
      .prepare<[], string>(`SELECT DISTINCT in_table FROM ${table}`)
      .pluck()
      .all();
    for (const name of names) {
      const isKnown = (evidenceTables as readonly string[]).includes(name);
      database
        .prepare(
          `DELETE FROM ${table} WHERE in_table = ?${isKnown ? ` AND row_id NOT IN (SELECT id FROM ${name})` : ''}`,
        )
        .run(name);
    }
  }
}

/** Gives how many rejected rows are there without their text. */
function blankRejected({ database }: Writer): number {
  const short = database
    .prepare<[], { id: number; missing: number }>(
      `SELECT id, rejected - (SELECT count(*) FROM rejected_row WHERE batch = import_batch.id) AS missing
       FROM import_batch WHERE undone_at IS NULL AND missing > 0`,
    )
    .all();
  const add = database.prepare(
    `INSERT INTO rejected_row (batch, line, reason, text) VALUES (?, 0, '${lostReason}', '')`,
  );
  let blank = 0;
  for (const { id, missing } of short) {
    for (let row = 0; row < missing; row++) add.run(id);
    blank += missing;
  }
  return blank;
}
