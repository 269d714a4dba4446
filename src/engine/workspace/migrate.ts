import { applicationId, inTransaction, type Writer } from './database.ts';
import { currentVersion, migrations } from './migrations/all.ts';

/** `PRAGMA user_version`: the number of the last migration the file went through; 0 for a new file. */
export function fileVersion(handle: { readonly database: Writer['database'] }): number {
  return Number(handle.database.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to the current format, each step in a transaction of its own, and returns the version it had
 * before. A step that fails leaves the file at the version before it, and the error goes on to the caller.
 *
 * @param upTo An older format to stop at: for salvaging a file of that format.
 */
export function migrate(writer: Writer, upTo: number = currentVersion): number {
  const before = fileVersion(writer);
  for (const migration of migrations) {
    if (migration.version <= before || migration.version > upTo) continue;
    inTransaction(writer, () => {
      writer.database.exec(migration.sql);
      writer.database.pragma(`user_version = ${migration.version}`);
      writer.database.pragma(`application_id = ${applicationId}`);
    });
  }
  if (fileVersion(writer) !== upTo) {
    throw new Error(`migrations ended at ${fileVersion(writer)}, not at ${upTo}`);
  }
  return before;
}
