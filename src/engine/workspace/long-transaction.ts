import type { Writer } from './database.ts';

/**
 * Runs a job that gives way between slices inside one transaction on the writer's connection: all of it or none
 * of it, also when it is cancelled, fails or the process dies. The caller must hold the write queue, so that no
 * other work touches this connection meanwhile; readers have a connection of their own and see the state before.
 * With `keep` false (a dry run) everything is rolled back at the end.
 */
export async function inLongTransaction<Value>(
  writer: Writer,
  keep: boolean,
  work: () => Promise<Value>,
): Promise<Value> {
  const { database } = writer;
  if (database.inTransaction) throw new Error('the writer is in a transaction already');
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = await work();
    database.exec(keep ? 'COMMIT' : 'ROLLBACK');
    return value;
  } catch (error) {
    // SQLite itself rolls back on some errors (a full disk): then there is nothing left to undo.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
