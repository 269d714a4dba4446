import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { FailureError } from '../../contract/outcome.ts';
import type { OpenedWorkspace, WriterHolder } from '../../contract/results.ts';
import { refuseMissingFolder, removeUnrecorded } from '../write-whole.ts';
import { appendAudit } from './audit.ts';
import type { Reader, Writer } from './database.ts';
import { inTransaction, openReader, openWriter } from './database.ts';
import { inspectWorkspace } from './inspect.ts';
import { journalFor } from './journal.ts';
import {
  keySlots,
  mendKeyFile,
  removeKeyFile,
  type Unlocked,
  waysToOpen,
  writeKeyFile,
} from './key-slots.ts';
import { migrate } from './migrate.ts';
import { currentVersion } from './migrations/all.ts';
import { copyInto, removeUnfinished } from './rekey.ts';
import { writeSetting } from './settings.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

/** An open workspace file. `writer` is null when another process holds the writer's place. */
export interface Workspace {
  readonly path: string;
  readonly reader: Reader;
  readonly writer: Writer | null;
  readonly heldBy: WriterHolder | null;
  readonly status: OpenedWorkspace['status'];
  /** What the file is encrypted with; null for a plain one. Never logged, never sent anywhere. */
  readonly passphrase: string | null;
  /** Id of the key slot that opened it, and whose it is; null where none did. */
  readonly slot: string | null;
  readonly user: string | null;
  /**
   * Throws `not-found` when the file is no longer where it was opened: what is written then would be lost with it. On a
   * share throws `locked` when the writer's place went to another computer.
   */
  refuseIfGone(): void;
  close(): void;
}

export interface NewWorkspace {
  readonly path: string;
  readonly force: string;
  readonly marking: string;
  readonly isSample: boolean;
  /** Encrypts the workspace from its first byte; null makes a plain one. */
  readonly passphrase: string | null;
}

/** Makes a workspace file, encrypted when a passphrase is given, and opens it for writing. Never replaces a file. */
export function createWorkspace(wanted: NewWorkspace): Workspace {
  refuseMissingFolder(wanted.path);
  if (existsSync(wanted.path)) {
    throw new FailureError(
      'exists',
      'A file with this name is there already. It was not replaced.',
      'Choose another name, or open the existing workspace.',
    );
  }
  const lock = takeWriterLock(wanted.path);
  if ('heldBy' in lock) throw lockedFailure(lock.heldBy);
  let writer: Writer | null = null;
  try {
    writer = openWriter(wanted.path, false, wanted.passphrase);
    migrate(writer);
    fillNewWorkspace(writer, wanted);
    return opened(writer, lock, 'ok', {
      path: wanted.path,
      passphrase: wanted.passphrase,
      slot: null,
    });
  } catch (error) {
    writer?.database.close();
    lock.release();
    removeWorkspace(wanted.path);
    throw error;
  }
}

/** Removes a workspace that was never finished, or a demo's; never one that somebody has open. */
export function removeWorkspace(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  removeKeyFile(path);
}

function fillNewWorkspace(writer: Writer, wanted: NewWorkspace): void {
  inTransaction(writer, () => {
    writeSetting(writer, 'force', wanted.force);
    writeSetting(writer, 'marking', wanted.marking);
    writeSetting(writer, 'is-sample', wanted.isSample ? 'yes' : 'no');
    writeSetting(writer, 'created-on', new Date().toISOString().slice(0, 10));
    writeSetting(writer, 'pseudonym-key', randomBytes(32).toString('hex'));
    writeSetting(writer, 'evidence-version', '0');
    appendAudit(writer, 'workspace created', {
      format: currentVersion,
      encrypted: wanted.passphrase !== null,
    });
  });
}

/**
 * Opens a workspace: for writing when the place is free (bringing an older file to the current format), else as
 * a reader that knows who writes. Anything that is not a sound workspace of this or an older format is refused
 * with its own code, and is not touched.
 *
 * @param given A passphrase: of one of the users' key slots, or that of the file itself.
 */
export function openWorkspace(path: string, given: string | null = null): Workspace {
  return openUnlocked(path, wayInto(path, given));
}

/**
 * How a passphrase opens the workspace at `path`, or a copy of it (`file`), which has no file of slots of its own: by
 * one of the users' slots, or as the file's own key. Whether the last of these opens it is for the caller to find out.
 */
export function wayInto(path: string, given: string | null, file: string = path): Unlocked {
  const ways = waysToOpen(path, given);
  const last = ways.at(-1) ?? { key: given, slot: null };
  return ways.slice(0, -1).find((way) => opens(file, way)) ?? last;
}

function opens(path: string, { key }: Unlocked): boolean {
  try {
    inspectWorkspace(path, key);
    return true;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'wrong-passphrase') return false;
    throw error;
  }
}

/** The same with the file's own key at hand: for opening it again after it was written anew. */
export function openUnlocked(path: string, { key, slot }: Unlocked): Workspace {
  const { version, isEncrypted } = inspectWorkspace(path, key);
  // A plain file needs none: a passphrase given for it is not a reason to refuse it, nor to encrypt it unasked.
  const passphrase = isEncrypted ? key : null;
  const facts = { path, passphrase, slot: isEncrypted ? slot : null };
  const lock = takeWriterLock(path);
  if ('heldBy' in lock) {
    if (version < currentVersion) throw lockedFailure(lock.heldBy);
    const reader = openReader(path, passphrase);
    return {
      ...facts,
      user: userOf(reader, facts.slot),
      reader,
      writer: null,
      heldBy: lock.heldBy,
      status: 'reader',
      refuseIfGone: watchOver(path, null),
      close: () => reader.database.close(),
    };
  }
  let writer: Writer | null = null;
  try {
    removeUnfinished(path);
    writer = openWriter(path, true, passphrase);
    if (version < currentVersion) {
      const copy = `${path}-before-${version}`;
      copyInto(writer, copy);
      if (passphrase !== null && keySlots(writer).length > 0)
        writeKeyFile(copy, keySlots(writer), [passphrase]);
    }
    const before = migrate(writer);
    mendKeyFile(path, writer, passphrase);
    removeUnrecorded(writer);
    return opened(writer, lock, before < currentVersion ? 'migrated' : 'ok', facts);
  } catch (error) {
    writer?.database.close();
    lock.release();
    throw error;
  }
}

/** Does work on a closed workspace while holding the writer's place. @throws FailureError `locked`. */
export function underWriterLock(path: string, work: () => void): void {
  const lock = takeWriterLock(path);
  if ('heldBy' in lock) throw lockedFailure(lock.heldBy);
  try {
    work();
  } finally {
    lock.release();
  }
}

/** Whose slot it is; a file that was opened by its own key although its users have slots is said to be. */
function userOf(handle: Reader | Writer, slot: string | null): string | null {
  const slots = keySlots(handle);
  if (slots.length === 0) return null;
  return slots.find(({ id }) => id === slot)?.name ?? 'recovery key';
}

function opened(
  nobodys: Writer,
  lock: WriterLock,
  status: OpenedWorkspace['status'],
  facts: Pick<Workspace, 'path' | 'passphrase' | 'slot'>,
): Workspace {
  const writer: Writer = { ...nobodys, user: userOf(nobodys, facts.slot) };
  const reader = openReader(facts.path, facts.passphrase);
  return {
    ...facts,
    user: writer.user,
    reader,
    writer,
    heldBy: null,
    status,
    refuseIfGone: watchOver(facts.path, lock),
    close() {
      reader.database.close();
      try {
        writer.database.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // On a full disk what was saved stays in the side file, and the next opening takes it from there.
      }
      writer.database.close();
      lock.release();
    },
  };
}

/**
 * What tells that a file was taken away. An open file can be written to on many systems when its name is gone, and all
 * of that is lost when it is closed. On a share a file can get another number by itself: there only its name counts.
 */
function watchOver(path: string, lock: WriterLock | null): () => void {
  const numberOf = (): bigint | undefined =>
    statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
  const before = numberOf();
  const isNumberKept = journalFor(path) === 'write-ahead';
  return () => {
    const now = numberOf();
    if (now !== undefined && (now === before || !isNumberKept)) {
      if (!isNumberKept && lock?.isOurs() === false) throw placeLost();
      return;
    }
    throw new FailureError(
      'not-found',
      'The workspace file is no longer where it was opened: it was moved, replaced or removed, or its drive was taken out. Nothing was saved to it since.',
      'Put the drive or the file back, then close the workspace and open it again. What you typed stays in the window until it is saved.',
    );
  };
}

/** The failure of a writer that a server has forgotten, after this computer slept or lost the network. */
function placeLost(): FailureError {
  return new FailureError(
    'locked',
    'This computer lost its connection to the share, and the server gave the writer’s place back. Nothing was saved since.',
    'Close the workspace and open it again: if somebody else writes by then, you are told who. What you typed stays in the window until it is saved.',
  );
}

/** The failure of a second writer: says who writes and since when. */
export function lockedFailure(heldBy: WriterHolder | null): FailureError {
  const who =
    heldBy === null
      ? 'another process'
      : `${heldBy.user} on ${heldBy.computer} (process ${heldBy.processId}, since ${heldBy.since})`;
  return new FailureError(
    'locked',
    `The workspace is being written to by ${who}.`,
    `Wait until that work is done or close Action Ten there, then try again. Reading is possible meanwhile.${
      heldBy === null || heldBy.computer === hostname()
        ? ''
        : ' If that computer was switched off or lost the network, the server gives the place back by itself after some minutes; if it does not, ask IT to close the file on the server.'
    }`,
    { heldBy },
  );
}
