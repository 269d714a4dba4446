import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { FailureError } from '../../contract/outcome.ts';

/**
 * The folders that automatic copies of the workspace at `path` may lie in: first the one for new copies. That is beside
 * the workspace, where the force chose to keep evidence, unless IT has set a folder for the computer (`setByIt`). There
 * each workspace has a folder of its own, by its name and its place, since many are called alike; copies from before
 * stay beside the workspace and count all the same.
 */
export function backupFolders(path: string, setByIt: string | null): [string, ...string[]] {
  const beside = `${path}-backups`;
  if (setByIt === null) return [beside];
  const place = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 12);
  return [join(setByIt, `${basename(path)}-${place}-backups`), beside];
}

/** Removes every automatic copy: they hold what was erased, or are under a passphrase that was given up. */
export function removeBackups(path: string, setByIt: string | null): void {
  for (const folder of backupFolders(path, setByIt))
    rmSync(folder, { recursive: true, force: true });
}

/**
 * Refuses work after which older copies must not stay, while the folder that IT has set cannot be reached.
 *
 * @throws FailureError `not-found`.
 */
export function refuseBackupsOutOfReach(setByIt: string | null): void {
  if (setByIt === null || existsSync(setByIt)) return;
  throw new FailureError(
    'not-found',
    'The folder that IT set for automatic copies cannot be reached, and copies in it would keep what is to go. Nothing was changed.',
    'Connect the drive or the network with that folder, then try again.',
  );
}
