import { existsSync, renameSync, rmSync } from 'node:fs';
import { FailureError } from '../../contract/outcome.ts';
import { syncFile, syncFolderOf } from '../write-whole.ts';
import { inTransaction, openReader, openWriter, type Writer } from './database.ts';

/** Where the workspace lies while it is written anew under another passphrase. */
const unfinishedPath = (path: string): string => `${path}-rekey`;

/** Removes what a change of passphrase or a restore left that never came to its end. Only the writer may do this. */
export function removeUnfinished(path: string): void {
  rmSync(`${path}-restore`, { force: true });
  for (const end of ['', '-wal', '-shm', '-journal']) {
    rmSync(`${unfinishedPath(path)}${end}`, { force: true });
  }
}

/**
 * Writes the workspace anew under another key (null: plain) and puts it in the place of the old file in one step:
 * whenever it is stopped, either the old file or the new one is there, whole. The caller holds the writer's place and
 * has no connection open.
 *
 * @param work What is changed in the new file, its entry in the log included, in one transaction.
 * @param beforePlacing Runs when the new file is whole on the disk, before it takes the place of the old one.
 */
export function rewriteUnderKey(
  path: string,
  before: string | null,
  after: string | null,
  user: string | null,
  work: (renewed: Writer) => void,
  beforePlacing: () => void = () => undefined,
): void {
  const unfinished = unfinishedPath(path);
  removeUnfinished(path);
  try {
    const old = openWriter(path, true, before);
    try {
      old.database.pragma('wal_checkpoint(TRUNCATE)');
      copyInto(old, unfinished);
    } finally {
      old.database.close();
    }
    changeKey(unfinished, before, after, user, work);
    syncFile(unfinished);
    beforePlacing();
    renameSync(unfinished, path);
    syncFolderOf(path);
    // Journals of the old file would be read as belonging to the new one.
    for (const end of ['-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  } finally {
    removeUnfinished(path);
  }
}

/** Refuses to copy over a file that is there. */
export function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw new FailureError(
    'exists',
    'A file with this name is there already. It was not replaced.',
    'Choose another name: a copy never replaces a file.',
  );
}

/** Copies a workspace whole, under the passphrase it has, into a file that must not be there. */
export function copyInto(writer: Writer, target: string): void {
  writer.database.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
}

function changeKey(
  path: string,
  before: string | null,
  after: string | null,
  user: string | null,
  work: (renewed: Writer) => void,
): void {
  const copy = openWriter(path, true, before);
  try {
    // A key is changed under the old-fashioned journal: a write-ahead log would mix pages of both.
    copy.database.pragma('journal_mode = DELETE');
    copy.database.pragma("cipher = 'aegis'");
    copy.database.rekey(Buffer.from(after ?? '', 'utf8'));
  } finally {
    copy.database.close();
  }
  const renewed = openWriter(path, true, after, user);
  try {
    inTransaction(renewed, () => work(renewed));
    renewed.database.pragma('wal_checkpoint(TRUNCATE)');
    renewed.database.pragma('journal_mode = DELETE');
  } finally {
    renewed.database.close();
  }
  const reader = openReader(path, after);
  try {
    if (reader.database.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new FailureError(
        'corrupt',
        'The workspace could not be written under the new passphrase.',
        'The workspace is as it was before. Check the disk and try again.',
      );
    }
  } finally {
    reader.database.close();
  }
}
