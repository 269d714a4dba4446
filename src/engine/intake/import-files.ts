import { FailureError } from '../../contract/outcome.ts';
import type { ImportedFile } from '../../contract/results.ts';
import { type Job, stopIfCancelled } from '../jobs.ts';
import type { Writer } from '../workspace/database.ts';
import { pseudonymKeys } from '../workspace/pseudonym-keys.ts';
import { refuseOutput } from '../write-whole.ts';
import { holdsBaseMap, importBaseMap } from './import-base-map.ts';
import { holdsBoundaries, importBoundaryFile } from './import-boundaries.ts';
import type { ImportContext, ImportInput } from './import-context.ts';
import { importTables } from './import-tables.ts';
import { asFailure } from './read-file.ts';
import { failedFile } from './reading.ts';
import { type RejectedLine, writeRejectedRows } from './rejected-rows.ts';

/** The input of an import with everything but the files as it comes. */
export function importInput(files: string[], kind: ImportInput['kind']): ImportInput {
  return {
    files,
    kind,
    preset: null,
    map: null,
    dates: null,
    sheet: null,
    damagedCodes: 'repair',
    keep: {},
    dryRun: false,
    rejects: null,
  };
}

/**
 * Imports files one after the other, each table in a transaction of its own: one bad file does not stop the
 * others and leaves nothing behind. A dry run does the same work and takes it back. Every row is counted exactly
 * once. A cancelled job throws; files finished before it was cancelled stay, and are listed in the failure's
 * detail.
 */
export async function importFiles(
  writer: Writer,
  input: ImportInput,
  job: Job,
): Promise<ImportedFile[]> {
  if (input.rejects !== null) refuseOutput(input.rejects, input.files);
  const rejected: RejectedLine[] = [];
  const context: ImportContext = {
    writer,
    input,
    pseudonymKey: pseudonymKeys(writer),
    job,
    rejected: input.rejects === null ? null : rejected,
  };
  const finished: ImportedFile[] = [];
  // Row numbers are given by the import itself, and `check` looks every link over: a lookup a row saves nothing.
  writer.database.pragma('foreign_keys = OFF');
  try {
    for (const path of input.files) finished.push(await importFile(context, path, finished));
  } finally {
    writer.database.pragma('foreign_keys = ON');
  }
  if (input.rejects === null) return finished;
  try {
    const written = writeRejectedRows(input.rejects, rejected, input.files);
    return written > 1 ? noted(finished, `rejects-in-several-files: ${written}`) : finished;
  } catch {
    // The files are imported by now: saying otherwise would be false.
    return noted(finished, 'rejects-not-written');
  }
}

function noted(files: readonly ImportedFile[], warning: string): ImportedFile[] {
  return files.map((file) => ({ ...file, warnings: [...file.warnings, warning] }));
}

async function importFile(
  context: ImportContext,
  path: string,
  finished: readonly ImportedFile[],
): Promise<ImportedFile> {
  try {
    stopIfCancelled(context.job);
    if (holdsBaseMap(path, context.input.kind)) return await importBaseMap(context, path);
    if (holdsBoundaries(path, context.input.kind)) return await importBoundaryFile(context, path);
    return await importTables(context, path);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code !== 'cancelled') return failedFile(path, failure);
    throw new FailureError('cancelled', failure.message, failure.remedy, { files: finished });
  }
}
