import type Database from 'better-sqlite3';
import { appendAudit, intactEntries, type StoredEntry } from '../audit.ts';
import type { Writer } from '../database.ts';
import type { CopiedTable } from './copy-tables.ts';
import { readTable } from './copy-tables.ts';

/** The damaged file's log as far as it can be read. */
export interface SalvagedLog {
  /** Entries from the first on that are as they were written, none missing between them. */
  readonly chained: number;
  /** Entries that could be read and stand behind a gap: set aside. */
  readonly aside: readonly StoredEntry[];
  /** The last head that could be read; null without any entry. */
  readonly head: string | null;
  /** Entries that are missing between those that could be read. */
  readonly missing: number;
}

/**
 * Brings the log over: its unbroken beginning stays the log, as it was written. The new file's schema keeps entries
 * from being changed later, so this comes first of all that is written there.
 *
 * @param key The key of the log's marks; null when it was lost, and then no entry can be held against its mark.
 */
export function copyLog(
  damaged: Database.Database,
  writer: Writer,
  key: string | null,
): SalvagedLog {
  const { database } = writer;
  const columns = database
    .prepare<[], string>("SELECT name FROM pragma_table_info('audit_entry')")
    .pluck()
    .all();
  const entries: StoredEntry[] = [];
  readTable(damaged, writer, 'audit_entry', (row) => {
    entries.push(entryOf((column) => row[columns.indexOf(column)] ?? null));
  });
  const chained = key === null ? 0 : intactEntries(entries, key);
  const insert = database.prepare(
    `INSERT INTO audit_entry (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  for (const entry of entries.slice(0, chained)) insert.run(entry);
  const last = entries.at(-1);
  return {
    chained,
    aside: entries.slice(chained),
    head: last?.hash ?? null,
    missing: (last?.sequence ?? 0) - entries.length,
  };
}

/**
 * Goes on with the log: that the file was salvaged, from which head, and what was lost. Entries behind a gap follow as
 * what they are, each with what it said and the mark it had. Inside the caller's transaction.
 */
export function logSalvage(
  writer: Writer,
  { chained, aside, head, missing }: SalvagedLog,
  tables: readonly CopiedTable[],
): void {
  const lost = tables.filter(({ unread, isOpenEnded }) => unread > 0 || isOpenEnded);
  appendAudit(writer, 'workspace salvaged', {
    fromHead: head,
    entriesKept: chained,
    entriesSetAside: aside.length,
    entriesMissing: missing,
    rowsLost: Object.fromEntries(
      lost.map(({ name, unread, isOpenEnded }) => [name, isOpenEnded ? 'not known' : unread]),
    ),
  });
  for (const { sequence, at, actor, action, detail, hash } of aside) {
    appendAudit(writer, 'entry set aside', { sequence, at, actor, action, detail, hash });
  }
}

/** An entry from the values of its row; the column `keyed` is not there in the earliest formats. */
function entryOf(value: (column: keyof StoredEntry) => unknown): StoredEntry {
  return {
    sequence: Number(value('sequence')),
    at: String(value('at')),
    actor: String(value('actor')),
    action: String(value('action')),
    detail: String(value('detail')),
    previous: String(value('previous')),
    hash: String(value('hash')),
    keyed: Number(value('keyed') ?? 0),
  };
}
