import { resolve } from 'node:path';
import { type CallInput, importKinds } from '../contract/calls.ts';
import { FailureError } from '../contract/outcome.ts';
import type { ImportedFile } from '../contract/results.ts';
import type { Engine } from '../engine/engine.ts';
import { failedFile } from '../engine/intake/reading.ts';
import { quietJob } from '../engine/jobs.ts';
import { explainStorageError } from '../engine/storage-errors.ts';
import { type CommandLine, type Options, readMapFile } from './arguments.ts';
import { ask } from './ask.ts';
import { type CommandResult, open } from './command.ts';

/**
 * Imports the files named on the command line. Whatever is refused, an option too, is told with an entry for each
 * of the files, so that a script finds the same shape in every answer. Ctrl+C takes the file at hand back and is
 * told like any failure; a second one ends the process at once.
 */
export async function importCommand(
  engine: Engine,
  { words, options }: CommandLine,
): Promise<CommandResult> {
  const paths = words.slice(1).map((file) => resolve(file));
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  process.once('SIGINT', stop);
  try {
    const input = inputOf(paths, options);
    await open(engine, words);
    const { files } = await ask(engine, 'importFiles', input, {
      ...quietJob,
      signal: interrupted.signal,
    });
    return importResult(files);
  } catch (thrown) {
    const error = explainStorageError(thrown);
    if (!(error instanceof FailureError)) throw error;
    const { code, message, remedy, detail } = error.failure;
    const files = paths.map((path) => failedFile(path, error.failure));
    throw new FailureError(code, message, remedy, { files, ...detail });
  } finally {
    process.off('SIGINT', stop);
  }
}

function inputOf(files: string[], options: Options): CallInput<'importFiles'> {
  const map = options.path('map');
  return {
    files,
    kind: oneOf(options, 'as', importKinds),
    preset: options.text('preset') ?? null,
    map: map === null ? null : readMapFile(map),
    dates: oneOf(options, 'dates', ['dmy', 'mdy'] as const),
    sheet: options.text('sheet') ?? null,
    keep: Object.fromEntries(options.pairs('keep')),
    damagedCodes: oneOf(options, 'damaged-codes', ['repair', 'reject'] as const) ?? 'repair',
    dryRun: options.isSet('dry-run'),
    rejects: options.path('rejects'),
  };
}

/** The value of an option that takes one of a few words; null when it was not given. */
function oneOf<Word extends string>(
  options: Options,
  name: string,
  words: readonly Word[],
): Word | null {
  const given = options.text(name);
  if (given === undefined) return null;
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new FailureError(
    name === 'as' ? 'unknown-kind' : 'bad-request',
    `--${name} takes none called "${given}".`,
    `Choose one of ${words.join(', ')}.`,
  );
}

/** Exit 1 only when no file succeeded; with one file, its error is also the command's. */
function importResult(files: readonly ImportedFile[]): CommandResult {
  if (files.some((file) => file.ok)) return { ok: true, files };
  const [first] = files;
  const error = first?.error;
  return {
    ok: false,
    code: error?.code ?? 'unreadable',
    message: files.length === 1 ? (error?.message ?? '') : 'None of the files could be imported.',
    remedy: files.length === 1 ? (error?.remedy ?? '') : 'See the reason beside each file.',
    files,
  };
}
