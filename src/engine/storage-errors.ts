import { FailureError } from '../contract/outcome.ts';
import { cannotKeepApart } from './workspace/share-locks.ts';

/** Turns an SQLite or file-system error into a failure with a remedy; anything else is passed on. */
export function explainStorageError(error: unknown): unknown {
  if (error instanceof FailureError || typeof error !== 'object' || error === null) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new FailureError(
      'disk-full',
      'The disk is full, so the work was not saved.',
      'Free some space on this disk and try again. The workspace is as it was before.',
    );
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new FailureError(
      'not-permitted',
      'The folder or file may not be written to.',
      'Choose a folder you may write to, or ask IT for write access, and try again.',
    );
  }
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
    return new FailureError(
      'not-found',
      'The file or folder is not there, or one is in the place of the other.',
      'Check the folder and the name.',
    );
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new FailureError(
      'corrupt',
      'A part of the workspace file is damaged.',
      'Keep the file as it is. Restore the latest backup or, if that is too old, salvage what can be read into a new file: both from the home screen.',
    );
  }
  if (code === 'SQLITE_NOTADB') {
    return new FailureError(
      'not-a-workspace',
      'This file is not an Action Ten workspace.',
      'Choose a file that ends in .actionten.',
    );
  }
  if (code === 'SQLITE_IOERR_LOCK' || code === 'SQLITE_NOLFS' || code === 'SQLITE_PROTOCOL') {
    return cannotKeepApart();
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO' || code === 'ESTALE' || code === 'ENODEV') {
    return new FailureError(
      'unreadable',
      'The disk or share with the workspace cannot be read or written to at the moment. What was saved before is kept there.',
      'Connect the drive or the network again, then close the workspace and open it again.',
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new FailureError(
      'locked',
      'Another program is using the workspace file.',
      'Close the other program (or wait for its work to end) and try again.',
    );
  }
  return error;
}
