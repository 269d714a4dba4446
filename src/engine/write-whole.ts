import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../contract/outcome.ts';
import { inTransaction, type Writer } from './workspace/database.ts';
import { sha256 } from './workspace/digest.ts';
import { readSetting, removeSetting, writeSetting } from './workspace/settings.ts';

/**
 * Refuses a place to write to before any work is done for it: a folder that is not there, a folder itself, a
 * workspace or one of its side files, and a file that the same job reads. An output never replaces evidence.
 */
export function refuseOutput(path: string, inputs: readonly string[] = []): void {
  refuseMissingFolder(path);
  const target = statSync(path, { throwIfNoEntry: false });
  if (target !== undefined && !target.isFile()) {
    throw new FailureError(
      'not-a-file',
      'The output is a folder, not a file.',
      'Add a file name to it.',
    );
  }
  const isInput = inputs.some((input) => {
    const facts = statSync(input, { throwIfNoEntry: false });
    return facts !== undefined && facts.ino === target?.ino && facts.dev === target.dev;
  });
  const isWorkspace = /\.actionten(-\w+)*$/i.test(basename(path));
  if (isInput || isWorkspace || (target !== undefined && isDatabase(path))) {
    throw new FailureError(
      'bad-request',
      'The output would replace a workspace or a file that is being read. Nothing was written.',
      'Choose another name for the output.',
    );
  }
}

/** Refuses a path whose folder is not there. */
export function refuseMissingFolder(path: string): void {
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new FailureError(
    'not-found',
    'The folder to write into is not there.',
    'Make the folder first, or choose another one.',
  );
}

function isDatabase(path: string): boolean {
  const start = Buffer.alloc(15);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === 'SQLite format 3';
}

/** Brings a file's content onto the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Brings the names in a file's folder onto the disk, where the system can do that: Windows keeps them by itself. */
export function syncFolderOf(path: string): void {
  try {
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows, and some file systems of the network: the name is there, only not yet proof against a power cut.
  }
}

/** Writes a file whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  inPart(path, content, { finish: () => {} });
}

/**
 * Writes a file together with the record of it: `record` runs in a transaction, and the file gets its name as that
 * transaction's last step. What cannot be recorded is not written. Between the name and the end of the transaction the
 * process can be stopped; so what is about to be written is noted first, and `removeUnrecorded` sees to it.
 * `onlyForThisAccount`: no other account may read it.
 */
export function writeRecorded<Value>(
  writer: Writer,
  path: string,
  content: string | Uint8Array,
  record: () => Value,
  { onlyForThisAccount = false } = {},
): Value {
  const whole = { sha256: sha256(content), bytes: Buffer.byteLength(content) };
  const note = (mark: string | null): void => {
    const facts = JSON.stringify({ path, mark, ...whole } satisfies UnrecordedFile);
    inTransaction(writer, () => writeSetting(writer, 'file-being-written', facts));
  };
  return inPart(path, content, {
    mode: onlyForThisAccount ? 0o600 : 0o666,
    announce: () => note(null),
    begin: (part) => note(markOf(part)),
    finish: (place) =>
      inTransaction(writer, () => {
        const value = record();
        removeSetting(writer, 'file-being-written');
        place();
        return value;
      }),
  });
}

/** `mark` is null until the part is there: what lies in its place then is the part only if it is empty. */
const unrecordedFile = z.object({
  path: z.string(),
  mark: z.string().nullable(),
  /** Of the whole content. */
  sha256: z.string(),
  bytes: z.number(),
});

type UnrecordedFile = z.output<typeof unrecordedFile>;

/**
 * A file's place on the disk. It keeps it under another name; a file made later can be given it again. (When a file was
 * made would tell more, but shares and older file systems do not keep that.)
 */
function markOf(path: string): string | null {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  return facts === undefined ? null : `${facts.dev}-${facts.ino}`;
}

/** Whether what has the name is the file that was begun: in its place on the disk, and with all that it was to hold. */
function isWhatWasBegun(path: string, { mark, bytes, sha256: hash }: UnrecordedFile): boolean {
  return (
    markOf(path) === mark && statSync(path).size === bytes && sha256(readFileSync(path)) === hash
  );
}

/**
 * Removes the file of a work that was stopped before its record was safe: nobody was told that it is there. Only if it
 * is the very file that was begun. For the writer, when a workspace is opened.
 */
export function removeUnrecorded(writer: Writer): void {
  const note = readSetting(writer, 'file-being-written');
  if (note === null) return;
  const facts = unrecordedFile.parse(JSON.parse(note));
  const { path, mark, bytes } = facts;
  const part = `${path}.part`;
  try {
    const size = statSync(part, { throwIfNoEntry: false })?.size ?? null;
    if (mark === null) {
      if (size === 0) rmSync(part);
    } else {
      if (isWhatWasBegun(path, facts)) rmSync(path);
      if (size !== null && size <= bytes && markOf(part) === mark) rmSync(part);
    }
  } catch {
    // On a drive that is gone, or in a folder that may not be written to any more: tried again next time.
    return;
  }
  inTransaction(writer, () => removeSetting(writer, 'file-being-written'));
}

/** `announce` comes before there is a part, `begin` sees it while it is still empty, `finish` gives it its name. */
function inPart<Value>(
  path: string,
  content: string | Uint8Array,
  {
    announce,
    begin,
    finish,
    mode = 0o666,
  }: {
    announce?: () => void;
    begin?: (part: string) => void;
    finish: (place: () => void) => Value;
    mode?: number;
  },
): Value {
  const part = `${path}.part`;
  let isPlaced = false;
  const place = (): void => {
    renameSync(part, path);
    syncFolderOf(path);
    isPlaced = true;
  };
  try {
    // The mode is of a new file: one that was left lying keeps its own.
    rmSync(part, { force: true });
    announce?.();
    writeFileSync(part, '', { mode });
    begin?.(part);
    writeFileSync(part, content);
    // On the disk before it has its name: after a power cut there is the whole file or none, never an empty one.
    syncFile(part);
    const value = finish(place);
    if (!isPlaced) place();
    return value;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
