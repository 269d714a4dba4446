import { closeSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { FailureError } from '../../contract/outcome.ts';
import {
  applicationId,
  openDamaged,
  openReader,
  type Reader,
  takeBackBrokenChange,
} from './database.ts';
import { fileVersion } from './migrate.ts';
import { currentVersion } from './migrations/all.ts';
import { readSetting } from './settings.ts';
import { takeWriterLock } from './writer-lock.ts';

/** Bytes of a page, which a workspace file is always a whole number of. */
const pageBytes = 4_096;

/**
 * Looks at the file without changing it: its format version, and whether it is encrypted. An encrypted file cannot be
 * told from any other file of random bytes without its passphrase; the messages say so.
 */
export function inspectWorkspace(
  path: string,
  passphrase: string | null,
): { version: number; isEncrypted: boolean } {
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
  const isEncrypted = !startsLikeSqlite(path);
  if (isEncrypted) {
    if (!looksLikeChance(path)) throw notAWorkspace();
    if (!isWholePages(facts.size)) throw isNamedAsOne(path) ? cutShort() : notAWorkspace();
    if (passphrase === null) throw passphraseNeeded();
  }
  const reader = openForLooking(path, isEncrypted ? passphrase : null);
  try {
    if (isEncrypted) refuseWrongPassphrase(reader);
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
    return { version, isEncrypted };
  } finally {
    reader.database.close();
  }
}

/** Whether a file is encrypted and, of a plain workspace, whether it is a made-up sample. Changes nothing. */
export function lookAt(path: string): {
  readonly isEncrypted: boolean;
  readonly isSample: boolean;
} {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  // What is no file is told by whoever opens it.
  if (!isFile || !startsLikeSqlite(path)) return { isEncrypted: true, isSample: false };
  inspectWorkspace(path, null);
  const reader = openReader(path);
  try {
    return { isEncrypted: false, isSample: readSetting(reader, 'is-sample') === 'yes' };
  } finally {
    reader.database.close();
  }
}

/** A connection that reads. A change that was broken off is taken back first: a reader cannot do that. */
function openForLooking(path: string, passphrase: string | null): Reader {
  const reader = openReader(path, passphrase);
  try {
    reader.database.pragma('schema_version');
    return reader;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // A wrong passphrase and a damaged page are told apart by whoever looks.
    if (code !== 'SQLITE_READONLY_ROLLBACK') return reader;
  }
  reader.database.close();
  if (passphrase !== null) refuseWrongFor(path, passphrase);
  const lock = takeWriterLock(path);
  if ('heldBy' in lock) return openReader(path, passphrase);
  try {
    takeBackBrokenChange(path, passphrase);
  } finally {
    lock.release();
  }
  return openReader(path, passphrase);
}

/** Tries the passphrase on the first page alone, copied beside the file, which is not to be touched before. */
function refuseWrongFor(path: string, passphrase: string): void {
  const copy = `${path}-first`;
  try {
    writeFileSync(copy, firstBytes(path, pageBytes), { mode: 0o600 });
    const database = openDamaged(copy, passphrase);
    try {
      database.pragma('schema_version');
    } catch {
      throw wrongPassphrase();
    } finally {
      database.close();
    }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${end}`, { force: true });
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

/** Encrypted pages look like chance: a text or another program's file mostly does not. */
function looksLikeChance(path: string): boolean {
  const start = firstBytes(path, 512);
  return new Set(start).size > 128 || start.some((byte) => byte > 126 || (byte < 9 && byte > 0));
}

function isWholePages(bytes: number): boolean {
  return bytes >= pageBytes && bytes % pageBytes === 0;
}

/** Whether a file bears the name of a workspace, of a backup or of a copy made before a change of format. */
function isNamedAsOne(path: string): boolean {
  return /\.actionten(-before-\d+)?$/i.test(path);
}

/** Reads the first page alone: if that opens, the passphrase is right, whatever is wrong with later pages. */
function refuseWrongPassphrase(reader: Reader): void {
  try {
    reader.database.pragma('schema_version');
  } catch (error) {
    // Anything but "not a database" means that the first page was opened: the file is damaged further on.
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')) throw error;
    throw wrongPassphrase();
  }
}

function wrongPassphrase(): FailureError {
  return new FailureError(
    'wrong-passphrase',
    'The passphrase is wrong, or the start of this file is damaged or not that of an Action Ten workspace. It was not changed.',
    'Type the passphrase again. Where users have passphrases of their own, the file of the same name that ends in -keys has to lie beside the workspace; without it only the recovery key opens it. A forgotten passphrase cannot be recovered. If it is certainly right, the file is damaged: restore the latest backup from the home screen.',
  );
}

function passphraseNeeded(): FailureError {
  return new FailureError(
    'wrong-passphrase',
    'This file is encrypted, or it is not an Action Ten workspace.',
    'Give its passphrase (for commands in ACTION_TEN_PASSPHRASE).',
    { needed: true },
  );
}

/** An encrypted file has no other sign of itself than its name and that its size is one of whole pages. */
function cutShort(): FailureError {
  return new FailureError(
    'corrupt',
    'This file is not whole: a workspace was cut short or damaged, or something else bears its name. It was not changed.',
    'If it was copied, copy it again from where it came. Otherwise keep the file and restore the latest backup or, if that is too old, salvage what can be read into a new file: both from the home screen.',
  );
}

function startsLikeSqlite(path: string): boolean {
  return firstBytes(path, 16).toString('latin1') === 'SQLite format 3\0';
}

function firstBytes(path: string, bytes: number): Buffer {
  const start = Buffer.alloc(bytes);
  const file = openSync(path, 'r');
  try {
    return start.subarray(0, readSync(file, start, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}

function notAWorkspace(): FailureError {
  return new FailureError(
    'not-a-workspace',
    'This file is not an Action Ten workspace. It was not changed.',
    'Choose a file that ends in .actionten, or make a new workspace.',
  );
}
