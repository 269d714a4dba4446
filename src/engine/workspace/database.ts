import Database from 'better-sqlite3';
import { FailureError } from '../../contract/outcome.ts';

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
  database.pragma('cache_size = -65536');
  return { brand: 'writer', database };
}

/**
 * Runs synchronous work in one transaction: all of it or none of it. Refuses a promise, since a transaction
 * must never be left open across other work by accident.
 */
export function inTransaction<Value>(writer: Writer, work: () => Value): Value {
  return writer.database.transaction(work).immediate();
}

/** Turns an SQLite or file-system error into a failure with a remedy; anything else is passed on. */
export function explainStorageError(error: unknown): unknown {
  if (error instanceof FailureError || typeof error !== 'object' || error === null) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new FailureError(
      'disk-full',
      'The disk is full, so the work was not saved.',
      'Free some space on this disk and try again. The workspace is as it was before.',
    );
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new FailureError(
      'not-permitted',
      'The folder or file may not be written to.',
      'Choose a folder you may write to, or ask IT for write access, and try again.',
    );
  }
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
    return new FailureError(
      'not-found',
      'The file or folder is not there, or one is in the place of the other.',
      'Check the folder and the name.',
    );
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new FailureError(
      'corrupt',
      'A part of the workspace file is damaged.',
      'Keep a copy of the file, then open the latest backup.',
    );
  }
  if (code === 'SQLITE_NOTADB') {
    return new FailureError(
      'not-a-workspace',
      'This file is not an Action Ten workspace.',
      'Choose a file that ends in .actionten.',
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new FailureError(
      'locked',
      'Another program is using the workspace file.',
      'Close the other program (or wait for its work to end) and try again.',
    );
  }
  return error;
}
