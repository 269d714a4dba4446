import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Backup } from '../../contract/backup-calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import { syncFile, syncFolderOf } from '../write-whole.ts';
import { backupFolders } from './backup-folder.ts';
import { openReader, type Writer } from './database.ts';
import { inspectWorkspace } from './inspect.ts';
import { wayInto } from './open.ts';
import { copyInto } from './rekey.ts';

/** Newest copies that stay whatever day they are of, so that a copy of this morning survives this noon's. */
const alwaysKept = 3;

/** What is lost of a time when it is set: a coarser file system makes one copy more than is needed, no harm. */
const clockGrainMilliseconds = 10;

/** Each has a number that counts up: the order holds when the computer's clock is moved. */
const backupName = /^(\d{6}) (\d{4}-\d{2}-\d{2}) (\d{2})\.(\d{2})\.actionten$/;

interface FoundBackup extends Backup {
  readonly file: string;
}

/**
 * The automatic copies of the workspace at `path`, the newest first; none where there is no folder of them. `setByIt`
 * here and below: the folder that IT has set for them.
 */
export function findBackups(path: string, setByIt: string | null): FoundBackup[] {
  return backupFolders(path, setByIt)
    .filter((folder) => existsSync(folder))
    .flatMap(copiesIn)
    .toSorted((one, other) => other.number - one.number);
}

function copiesIn(folder: string): FoundBackup[] {
  return readdirSync(folder).flatMap((name) => {
    const [, number, date, hours, minutes] = backupName.exec(name) ?? [];
    if (number === undefined || date === undefined) return [];
    const file = join(folder, name);
    const { size } = statSync(file);
    return [{ number: Number(number), madeAt: `${date}T${hours}:${minutes}`, bytes: size, file }];
  });
}

/**
 * True when something was saved since the newest copy, or there is none: a copy bears the time at which the workspace's
 * file was last written to, and any other time, later or earlier, means that it was written to since.
 */
export function isBackupDue(path: string, setByIt: string | null): boolean {
  const [newest] = findBackups(path, setByIt);
  if (newest === undefined) return true;
  const journal = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (journal !== undefined && journal.size > 0) return true;
  return Math.abs(statSync(newest.file).mtimeMs - statSync(path).mtimeMs) > clockGrainMilliseconds;
}

/**
 * Copies the workspace into its folder of copies, under the passphrase it has, and removes copies that are no longer
 * kept: the newest three stay, and of each earlier day its last one, `kept` in all.
 */
export function makeBackup(
  writer: Writer,
  path: string,
  setByIt: string | null,
  { kept, now }: { readonly kept: number; readonly now: Date },
): void {
  const [folder] = backupFolders(path, setByIt);
  // One level alone: where the drive for copies is not there, none must be made in the place that it leaves empty.
  if (!existsSync(folder)) mkdirSync(folder);
  // What a copy left that never came to its end.
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  }
  const number = (findBackups(path, setByIt)[0]?.number ?? 0) + 1;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const name = `${String(number).padStart(6, '0')} ${day} ${two(now.getHours())}.${two(now.getMinutes())}.actionten`;
  const part = join(folder, `${name}.part`);
  try {
    // So that closing the workspace has nothing left to write into it.
    writer.database.pragma('wal_checkpoint(TRUNCATE)');
    copyInto(writer, part);
    syncFile(part);
    const { atime, mtime } = statSync(path);
    utimesSync(part, atime, mtime);
    renameSync(part, join(folder, name));
    syncFolderOf(part);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  const there = findBackups(path, setByIt);
  const stays = new Set(backupsToKeep(there, kept));
  for (const backup of there) {
    if (!stays.has(backup.number)) rmSync(backup.file, { force: true });
  }
}

/** Numbers of the copies that stay, of copies the newest first. */
export function backupsToKeep(backups: readonly Backup[], kept: number): number[] {
  const lastOfItsDay = backups.filter(
    ({ madeAt }, index) => backups[index - 1]?.madeAt.slice(0, 10) !== madeAt.slice(0, 10),
  );
  return backups
    .filter((backup, index) => index < alwaysKept || lastOfItsDay.includes(backup))
    .slice(0, kept)
    .map(({ number }) => number);
}

interface PutBack {
  readonly number: number;
  /** Of one of the workspace's users, or that of the file itself. */
  readonly passphrase: string | null;
  readonly now: Date;
}

/**
 * Puts a copy in the place of the workspace, and what was there beside it under a name of its own; gives that name
 * (null when nothing was there) and when the copy was made. The caller holds the writer's place and has no connection
 * open. Nothing is changed before the copy has been opened and looked over.
 *
 * @throws FailureError `not-found` for an unknown number, `wrong-passphrase`, `corrupt` for a damaged copy.
 */
export function putBackupInPlace(
  path: string,
  setByIt: string | null,
  { number, passphrase, now }: PutBack,
): { readonly keptAs: string | null; readonly madeAt: string } {
  const backup = findBackups(path, setByIt).find((one) => one.number === number);
  if (backup === undefined) {
    throw new FailureError(
      'not-found',
      'This backup is no longer there. Nothing was changed.',
      'Choose another backup from the list.',
    );
  }
  refuseDamaged(backup.file, wayInto(path, passphrase, backup.file).key);
  const unfinished = `${path}-restore`;
  try {
    copyFileSync(backup.file, unfinished);
    syncFile(unfinished);
    const keptAs = keepAside(path, now);
    // The old file's journal would be read as belonging to the new one. It is beside the old one by now.
    for (const end of ['-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
    renameSync(unfinished, path);
    syncFolderOf(path);
    return { keptAs, madeAt: backup.madeAt };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function refuseDamaged(file: string, passphrase: string | null): void {
  const { isEncrypted } = inspectWorkspace(file, passphrase);
  const reader = openReader(file, isEncrypted ? passphrase : null);
  try {
    if (reader.database.pragma('quick_check', { simple: true }) === 'ok') return;
  } finally {
    reader.database.close();
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
  throw new FailureError(
    'corrupt',
    'This backup is damaged. Nothing was changed.',
    'Choose another backup from the list.',
  );
}

/** Copies the workspace with its journal and its users' slots under a free name beside it; gives the name. */
function keepAside(path: string, now: Date): string | null {
  if (!existsSync(path)) return null;
  const stem = basename(path).replace(/\.actionten$/i, '');
  const day = now.toISOString().slice(0, 10);
  for (let number = 1; ; number += 1) {
    const name = `${stem} before restoring ${day}${number === 1 ? '' : ` (${number})`}.actionten`;
    const aside = join(dirname(path), name);
    if (existsSync(aside)) continue;
    for (const end of ['', '-wal', '-journal', '-keys']) {
      if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${aside}${end}`);
    }
    return name;
  }
}
