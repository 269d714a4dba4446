import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Failure, failure, type Outcome, success } from '../src/contract/outcome.ts';

/**
 * Writes a file whole or not at all: beside the target first, then renamed over it. `beforeRename` runs when the
 * bytes are safe on the disk; when it fails, its failure is the result and the target stays as it was.
 */
export async function saveWhole(
  target: string,
  bytes: Uint8Array,
  beforeRename?: () => Promise<Outcome<unknown>>,
): Promise<Outcome<null>> {
  const part = `${target}.${randomUUID()}.part`;
  try {
    const file = await open(part, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const agreed = await beforeRename?.();
    if (agreed?.ok === false) return agreed;
    await rename(part, target);
    await syncFolderOf(target);
    return success(null);
  } catch (error) {
    return explainFileError(error);
  } finally {
    // What could not be written cannot be removed either, and why has been said.
    await rm(part, { force: true }).catch(() => undefined);
  }
}

/** Brings the file's new name onto the disk, so that a power cut does not bring the old one back. */
async function syncFolderOf(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows, and some file systems of the network: the name is there, only not yet proof against a power cut.
  }
}

function explainFileError(error: unknown): Failure {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failure(
        'disk-full',
        'The disk is full, so the file was not written.',
        'Free some space on this disk, or choose another place, and try again.',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failure(
        'not-permitted',
        'The folder or file may not be written to.',
        'Choose a folder you may write to, or close the program that shows the file, and try again.',
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return failure(
        'not-found',
        'The folder to save in does not exist.',
        'Choose another folder and try again.',
      );
    case 'EISDIR':
      return failure(
        'not-a-file',
        'There is a folder of this name.',
        'Choose another name and try again.',
      );
    default:
      return failure(
        'print-failed',
        'The file could not be written.',
        'Choose another place and try again.',
      );
  }
}
