import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { FailureError } from '../../contract/outcome.ts';
import type { OpenedWorkspace, WriterHolder } from '../../contract/results.ts';
import { refuseMissingFolder } from '../write-whole.ts';
import { appendAudit } from './audit.ts';
import type { Reader, Writer } from './database.ts';
import { applicationId, inTransaction, openReader, openWriter } from './database.ts';
import { fileVersion, migrate } from './migrate.ts';
import { currentVersion } from './migrations/all.ts';
import { writeSetting } from './settings.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

/** An open workspace file. `writer` is null when another process holds the writer's place. */
export interface Workspace {
  readonly path: string;
  readonly reader: Reader;
  readonly writer: Writer | null;
  readonly heldBy: WriterHolder | null;
  readonly status: OpenedWorkspace['status'];
  close(): void;
}

export interface NewWorkspace {
  readonly path: string;
  readonly force: string;
  readonly marking: string;
  readonly isSample: boolean;
}

/**
 * Makes a workspace file and opens it for writing. Refuses to replace a file, and refuses while a passphrase is
 * asked for, since this version cannot encrypt: a plain file is never written in its place.
 */
export function createWorkspace(wanted: NewWorkspace): Workspace {
  if ((process.env['ACTION_TEN_PASSPHRASE'] ?? '') !== '') {
    throw new FailureError(
      'not-available',
      'A passphrase was given, but this version cannot encrypt a workspace yet.',
      'Unset ACTION_TEN_PASSPHRASE to make a plain workspace on an encrypted disk. Nothing was written.',
    );
  }
  refuseMissingFolder(wanted.path);
  if (existsSync(wanted.path)) {
    throw new FailureError(
      'exists',
      'A file with this name is there already.',
      'Choose another name, or open the existing workspace.',
    );
  }
  const lock = takeWriterLock(wanted.path);
  if ('heldBy' in lock) throw lockedFailure(lock.heldBy);
  let writer: Writer | null = null;
  try {
    writer = openWriter(wanted.path, false);
    migrate(writer);
    fillNewWorkspace(writer, wanted);
    return opened(wanted.path, writer, lock, 'ok');
  } catch (error) {
    writer?.database.close();
    lock.release();
    removeWorkspace(wanted.path);
    throw error;
  }
}

/** Removes a workspace that was never finished, or a demo's; never one that somebody has open. */
export function removeWorkspace(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}

function fillNewWorkspace(writer: Writer, wanted: NewWorkspace): void {
  inTransaction(writer, () => {
    writeSetting(writer, 'force', wanted.force);
    writeSetting(writer, 'marking', wanted.marking);
    writeSetting(writer, 'is-sample', wanted.isSample ? 'yes' : 'no');
    writeSetting(writer, 'created-on', new Date().toISOString().slice(0, 10));
    writeSetting(writer, 'pseudonym-key', randomBytes(32).toString('hex'));
    writeSetting(writer, 'evidence-version', '0');
    appendAudit(writer, 'workspace created', { format: currentVersion });
  });
}

/**
 * Opens a workspace: for writing when the place is free (bringing an older file to the current format), else as
 * a reader that knows who writes. Anything that is not a sound workspace of this or an older format is refused
 * with its own code, and is not touched.
 */
export function openWorkspace(path: string): Workspace {
  const version = inspect(path);
  const lock = takeWriterLock(path);
  if ('heldBy' in lock) {
    if (version < currentVersion) throw lockedFailure(lock.heldBy);
    const reader = openReader(path);
    return {
      path,
      reader,
      writer: null,
      heldBy: lock.heldBy,
      status: 'reader',
      close: () => reader.database.close(),
    };
  }
  let writer: Writer | null = null;
  try {
    writer = openWriter(path, true);
    if (version < currentVersion) {
      writer.database.exec(`VACUUM INTO '${`${path}-before-${version}`.replaceAll("'", "''")}'`);
    }
    const before = migrate(writer);
    return opened(path, writer, lock, before < currentVersion ? 'migrated' : 'ok');
  } catch (error) {
    writer?.database.close();
    lock.release();
    throw error;
  }
}

function opened(
  path: string,
  writer: Writer,
  lock: WriterLock,
  status: OpenedWorkspace['status'],
): Workspace {
  const reader = openReader(path);
  return {
    path,
    reader,
    writer,
    heldBy: null,
    status,
    close() {
      reader.database.close();
      writer.database.pragma('wal_checkpoint(TRUNCATE)');
      writer.database.close();
      lock.release();
    },
  };
}

/** Looks at the file without changing it and returns its format version. */
function inspect(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) {
    throw new FailureError(
      'not-found',
      'There is no file with this name.',
      'Check the folder and the name; a workspace ends in .actionten.',
    );
  }
  if (!facts.isFile()) {
    throw new FailureError(
      'not-a-file',
      'This is a folder, not a workspace file.',
      'Choose a file that ends in .actionten.',
    );
  }
  if (!startsLikeSqlite(path)) throw notAWorkspace();
  const reader = openReader(path);
  try {
    const application = Number(reader.database.pragma('application_id', { simple: true }));
    const version = fileVersion(reader);
    if (application !== applicationId || version === 0 || !hasAuditLog(reader))
      throw notAWorkspace();
    if (version > currentVersion) {
      throw new FailureError(
        'newer-than-app',
        `This workspace was made by a newer version of Action Ten (format ${version}, this version knows ${currentVersion}).`,
        'Install the current version of Action Ten. The file was not changed.',
      );
    }
    if (version === 1) refuseTrialFile(reader);
    return version;
  } finally {
    reader.database.close();
  }
}

/** The trial format knew records by other means: reading its files again on top would double every record. */
function refuseTrialFile(reader: Reader): void {
  const batches = reader.database
    .prepare<[], number>('SELECT count(*) FROM import_batch')
    .pluck()
    .get();
  if (batches === 0) return;
  throw new FailureError(
    'not-available',
    'This workspace was made by a trial version before the first release, in a format that is no longer read.',
    'Make a new workspace and import its files again. The file was not changed.',
  );
}

/** Every format has had these two tables: a file without them only claims to be a workspace. */
function hasAuditLog(reader: Reader): boolean {
  const tables = reader.database
    .prepare<[], number>(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('audit_entry', 'setting')",
    )
    .pluck()
    .get();
  return tables === 2;
}

function startsLikeSqlite(path: string): boolean {
  const start = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === 'SQLite format 3\0';
}

function notAWorkspace(): FailureError {
  return new FailureError(
    'not-a-workspace',
    'This file is not an Action Ten workspace. It was not changed.',
    'Choose a file that ends in .actionten, or make a new workspace.',
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
    'Wait until that work is done or close Action Ten there, then try again. Reading is possible meanwhile.',
    { heldBy },
  );
}
