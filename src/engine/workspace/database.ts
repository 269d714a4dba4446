import Database from 'better-sqlite3';

/**
 * The two handles on a workspace file. The brands keep them apart: a function that takes a Writer cannot be
 * given a Reader, and a Reader's connection is opened read-only, so SQLite refuses a write through it too.
 */
export interface Reader {
  readonly brand: 'reader';
  readonly database: Database.Database;
}

export interface Writer {
  readonly brand: 'writer';
  readonly database: Database.Database;
}

/** `PRAGMA application_id` of an Action Ten workspace: "Act1" in ASCII. */
export const applicationId = 0x41637431;

/** Opens the file for reading only. The file must exist. */
export function openReader(path: string): Reader {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma('query_only = ON');
  database.pragma('busy_timeout = 5000');
  return { brand: 'reader', database };
}

/** Opens the file for writing: WAL, full synchronisation, foreign keys on. */
export function openWriter(path: string, mustExist: boolean): Writer {
  const database = new Database(path, { fileMustExist: mustExist });
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -32768');
  return { brand: 'writer', database };
}

/**
 * Runs synchronous work in one transaction: all of it or none of it. Refuses a promise, since a transaction
 * must never be left open across other work by accident.
 */
export function inTransaction<Value>(writer: Writer, work: () => Value): Value {
  return writer.database.transaction(work).immediate();
}
