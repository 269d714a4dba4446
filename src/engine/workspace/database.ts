import Database from 'better-sqlite3';
import { journalFor } from './journal.ts';

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
  /** Whose key slot opened the workspace, as the log names them; null where users have none. */
  readonly user: string | null;
}

/** `PRAGMA application_id` of an Action Ten workspace: "Act1" in ASCII. */
export const applicationId = 0x41637431;

/**
 * Gives a connection its passphrase, before anything else is asked of it. AEGIS-256 with a key derived by Argon2id,
 * in SQLite3 Multiple Ciphers' own form; pages, journal and temporary tables are never written in plain text.
 */
function unlock(database: Database.Database, passphrase: string | null): void {
  if (passphrase === null) return;
  database.pragma("cipher = 'aegis'");
  database.key(Buffer.from(passphrase, 'utf8'));
  database.pragma('temp_store = MEMORY');
}

/** Opens the file for reading only. The file must exist. */
export function openReader(path: string, passphrase: string | null = null): Reader {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  unlock(database, passphrase);
  database.pragma('query_only = ON');
  database.pragma(`busy_timeout = ${patience(path)}`);
  return { brand: 'reader', database };
}

/**
 * Takes back a change that was broken off, from the journal that it left. The caller holds the writer's place and knows
 * that the passphrase is right: under a wrong one the journal would be written back as something else.
 */
export function takeBackBrokenChange(path: string, passphrase: string | null): void {
  const database = new Database(path, { fileMustExist: true });
  try {
    unlock(database, passphrase);
    database.pragma('schema_version');
  } finally {
    database.close();
  }
}

/**
 * Milliseconds to wait for another connection. Under a rollback journal readers wait while a commit is written, and a
 * commit waits for readers.
 */
function patience(path: string): number {
  return journalFor(path) === 'rollback' ? 60_000 : 5_000;
}

/**
 * Opens the file for writing: a write-ahead log (on a share a rollback journal), full synchronisation, foreign keys
 * on. A file that was last written to under the other journal is changed over, which needs it to be open nowhere else.
 */
export function openWriter(
  path: string,
  mustExist: boolean,
  passphrase: string | null = null,
  user: string | null = null,
): Writer {
  const database = new Database(path, { fileMustExist: mustExist });
  unlock(database, passphrase);
  database.pragma(`busy_timeout = ${patience(path)}`);
  if (journalFor(path) === 'rollback') {
    database.pragma('journal_mode = DELETE');
    // The folder too, so that a journal that was removed is not found again after a power cut.
    database.pragma('synchronous = EXTRA');
    // Changes wait in memory for the commit: written earlier they would shut readers out until then.
    database.pragma('cache_spill = OFF');
  } else {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
  }
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -32768');
  return { brand: 'writer', database, user };
}

/**
 * Opens a copy of a damaged file, with whatever can still be read of its list of tables: a fault there is no reason to
 * read nothing. Never for a file that is to be kept.
 */
export function openDamaged(path: string, passphrase: string | null): Database.Database {
  const database = new Database(path, { fileMustExist: true });
  unlock(database, passphrase);
  // The driver keeps this switch shut otherwise.
  database.unsafeMode(true);
  database.pragma('writable_schema = ON');
  return database;
}

/**
 * Opens a new file that is encrypted with a salt of another one (32 hexadecimal characters): under the same passphrase
 * its pages can then stand in that other file. For salvaging alone.
 */
export function openWithSalt(path: string, passphrase: string, salt: string): Writer {
  const database = new Database(path);
  database.pragma("cipher = 'aegis'");
  database.pragma(`cipher_salt = '${salt}'`);
  unlock(database, passphrase);
  return { brand: 'writer', database, user: null };
}

/**
 * Runs synchronous work in one transaction: all of it or none of it. Refuses a promise, since a transaction
 * must never be left open across other work by accident.
 */
export function inTransaction<Value>(writer: Writer, work: () => Value): Value {
  return writer.database.transaction(work).immediate();
}
