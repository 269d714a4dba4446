import { openSync, statSync } from 'node:fs';
import { FailureError } from '../../contract/outcome.ts';

/** Opens a path for reading after making sure that it is a file with something in it. */
export function openPlainFile(path: string): { file: number; bytes: number } {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) {
    throw new FailureError(
      'not-found',
      'There is no file with this name.',
      'Check the folder and the name.',
    );
  }
  if (!facts.isFile()) {
    throw new FailureError(
      'not-a-file',
      'This is a folder or a device, not a file.',
      'Choose the files inside the folder.',
    );
  }
  if (facts.size === 0) {
    throw new FailureError('empty-file', 'The file is empty.', 'Export it again from its system.');
  }
  try {
    return { file: openSync(path, 'r'), bytes: facts.size };
  } catch {
    throw new FailureError(
      'unreadable',
      'The file may not be read.',
      'Ask for read access, or copy it to a folder of your own.',
    );
  }
}
