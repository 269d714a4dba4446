import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../contract/outcome.ts';

/** Options of Linux mounts under which a lock is known to this computer alone, by type of file system. */
const locksStayHere: Readonly<Record<string, RegExp>> = {
  cifs: /(^|,)nobrl(,|$)/,
  smb3: /(^|,)nobrl(,|$)/,
  nfs: /(^|,)(nolock|local_lock=(all|posix))(,|$)/,
  nfs4: /(^|,)(nolock|local_lock=(all|posix))(,|$)/,
};

/**
 * Whether a folder lies on a share that was mounted so that locks stay on this computer.
 *
 * @param mounts The text of /proc/self/mountinfo: a line a mount, its fifth word the place, and behind a lone hyphen
 * the type, the source and the options of the share (proc_pid_mountinfo(5)).
 */
export function locksStayOnThisComputer(mounts: string, folder: string): boolean {
  let found: { readonly place: string; readonly isUnsafe: boolean } | null = null;
  for (const line of mounts.split('\n')) {
    const [before = '', behind = ''] = line.split(' - ');
    const place = plain(before.split(' ')[4] ?? '');
    const [type = '', , options = ''] = behind.split(' ');
    if (place === '' || !isWithin(folder, place)) continue;
    // The innermost mount counts, and of two in one place the later one.
    if (found !== null && found.place.length > place.length) continue;
    found = { place, isUnsafe: locksStayHere[type]?.test(options) === true };
  }
  return found?.isUnsafe === true;
}

/** Refuses a share whose locks stay on this computer: two computers could both write to a workspace there. */
export function refuseLocksOfThisComputer(workspace: string): void {
  if (process.platform !== 'linux') return;
  let mounts: string;
  let folder: string;
  try {
    mounts = readFileSync('/proc/self/mountinfo', 'utf8');
    folder = realpathSync(dirname(workspace));
  } catch {
    // The folder is not there, which whoever opens the file says better.
    return;
  }
  if (locksStayOnThisComputer(mounts, folder)) throw cannotKeepApart();
}

/**
 * Whether files in the folder of `workspace` can be locked at all, tried on a new file of its own. On Linux, SMB with
 * its usual mount options cannot: a shared lock never becomes an exclusive one there. Where no file can be made, as in a
 * folder that may only be read, nothing is known, and nothing said against the place.
 */
export function canLockBeside(workspace: string): boolean {
  const file = join(dirname(workspace), `.action-ten-${randomBytes(6).toString('hex')}`);
  let database: Database.Database | null = null;
  try {
    database = new Database(file);
    database.pragma('busy_timeout = 0');
    database.exec('BEGIN EXCLUSIVE');
    database.exec('ROLLBACK');
    return true;
  } catch (error) {
    return !isLockRefused(error);
  } finally {
    database?.close();
    for (const end of ['', '-journal']) rmSync(`${file}${end}`, { force: true });
  }
}

function isLockRefused(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return /^SQLITE_(BUSY|IOERR\w*LOCK|PROTOCOL|NOLFS)/.test(String(error.code));
}

/** The failure where a lock keeps nobody out, or cannot be had. */
export function cannotKeepApart(): FailureError {
  return new FailureError(
    'not-permitted',
    'The place where the workspace lies cannot keep two writers apart: locking files does not work there. Nothing was changed.',
    'Move the workspace to a disk of this computer, or ask IT for a share on which files can be locked (the guide for IT says which).',
  );
}

function isWithin(folder: string, place: string): boolean {
  return place === '/' || folder === place || folder.startsWith(`${place}/`);
}

/** Blanks and the like stand as a backslash with three octal digits. */
function plain(word: string): string {
  return word.replaceAll(/\\([0-7]{3})/g, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
