import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { WriterHolder } from '../../contract/results.ts';
import { canLockBeside, cannotKeepApart, refuseLocksOfThisComputer } from './share-locks.ts';

/**
 * The writer's place. One process at a time holds it: an exclusive transaction on a small side file, which the
 * operating system lets go of by itself when the process ends, however it ends. Who holds it is written beside
 * it in plain text so that others can be told.
 */
export interface WriterLock {
  /** Whether it still is ours. A server gives the place to another computer when it hears nothing of this one. */
  isOurs(): boolean;
  release(): void;
}

const holderSchema = z.object({
  user: z.string(),
  computer: z.string(),
  processId: z.number(),
  since: z.string(),
});

const lockPath = (workspace: string): string => `${workspace}-lock`;
const holderPath = (workspace: string): string => `${workspace}-holder`;

/**
 * Takes the writer's place, or returns who holds it (null when that cannot be read).
 *
 * @throws FailureError `not-permitted` where locks do not keep computers apart, or cannot be had.
 */
export function takeWriterLock(
  workspace: string,
  { canLock = canLockBeside } = {},
): WriterLock | { heldBy: WriterHolder | null } {
  refuseLocksOfThisComputer(workspace);
  const database = new Database(lockPath(workspace));
  try {
    database.pragma('busy_timeout = 0');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    // Whoever holds the place says so a moment later. Where nobody does, it may be that nobody can.
    if (readHolder(workspace) === null && !canLock(workspace)) throw cannotKeepApart();
    return { heldBy: readHolder(workspace) };
  }
  const holder: WriterHolder = {
    user: userInfo().username,
    computer: hostname(),
    processId: process.pid,
    since: new Date().toISOString(),
  };
  let isNamed = false;
  try {
    writeFileSync(holderPath(workspace), JSON.stringify(holder));
    isNamed = true;
  } catch {
    // The place is taken all the same; only by whom cannot be told on a full disk.
  }
  const isOurs = (): boolean =>
    !isNamed || JSON.stringify(readHolder(workspace)) === JSON.stringify(holder);
  return {
    isOurs,
    release() {
      // Another computer's name stays where the place went to it.
      if (isOurs()) rmSync(holderPath(workspace), { force: true });
      try {
        database.exec('ROLLBACK');
      } catch {
        // A lock that the server took away leaves an error behind, and nothing to give back.
      }
      // The side file stays: removing it would let a waiting process lock a file that no longer has a name.
      database.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    String(error.code).startsWith('SQLITE_BUSY')
  );
}

function readHolder(workspace: string): WriterHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(holderPath(workspace), 'utf8')));
  } catch {
    // Not there or half written: the place is held all the same, only by whom is not known.
    return null;
  }
}
