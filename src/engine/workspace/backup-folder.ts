import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
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

/**
 * Removes every automatic copy: they hold what was erased, or are under a passphrase that was given up. Called once that
 * is done.
 *
 * @param remedyToo What else the analyst has to do when one is left.
 * @throws FailureError `not-permitted` when one is left.
 */
export function removeBackups(path: string, setByIt: string | null, remedyToo = ''): void {
  let isLeft = false;
  for (const folder of backupFolders(path, setByIt)) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      isLeft = true;
    }
  }
  if (!isLeft) return;
  throw new FailureError(
    'not-permitted',
    'It was done and is kept, but automatic copies from before could not all be removed: they hold the workspace as it was.',
    `Close what has them open, or ask IT for the right to remove them, and remove the folder that ends in "-backups" by hand.${remedyToo}`,
  );
}

/**
 * Refuses work after which older copies must not stay, while the folder that IT has set cannot be reached.
 *
 * @throws FailureError `not-found`.
 */
export function refuseBackupsOutOfReach(setByIt: string | null): void {
  const isThere =
    setByIt === null || statSync(setByIt, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isThere) return;
  throw new FailureError(
    'not-found',
    'The folder that IT set for automatic copies cannot be reached, and copies in it would keep what is to go. Nothing was changed.',
    'Connect the drive or the network with that folder, then try again.',
  );
}
