import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ImportedFile, ImportKind } from '../../contract/results.ts';
import { breathe } from '../jobs.ts';
import { loadShiftGrid } from '../shift-grid.ts';
import { nextBatch, recordBatch, rejectedRowWriter } from '../workspace/batches.ts';
import { inLongTransaction } from '../workspace/long-transaction.ts';
import { importBoundaries } from './boundaries/import-boundaries.ts';
import { isBoundaryFile, readBoundaries } from './boundaries/read-boundaries.ts';
import type { ImportContext } from './import-context.ts';
import { asFailure } from './read-file.ts';
import { asResult, newReading } from './reading.ts';

/** Whether a file holds boundaries rather than a table: by what it was said to be, else by its content. */
export function holdsBoundaries(path: string, kind: ImportKind | null): boolean {
  return kind === null ? isBoundaryFile(path) : kind === 'areas';
}

/** Imports the areas of a boundary file in one transaction, as one batch. */
export async function importBoundaryFile(
  context: ImportContext,
  path: string,
): Promise<ImportedFile> {
  const { writer, input, rejected, job } = context;
  const reading = newReading('');
  reading.kind = 'areas';
  reading.preset = 'boundaries';
  const { counts } = reading;
  try {
    const boundaries = await readBoundaries(path);
    await inLongTransaction(writer, !input.dryRun, async () => {
      const batch = nextBatch(writer);
      const keep = rejectedRowWriter(writer, batch);
      const restsOn = importBoundaries(
        writer,
        batch,
        boundaries,
        loadShiftGrid(),
        counts,
        (line, reason, text) => {
          keep(line, reason, text);
          rejected?.push({ file: basename(path), line, reason, text, header: null });
        },
      );
      await breathe(job);
      recordBatch(writer, batch, {
        ...counts,
        kind: 'areas',
        preset: 'boundaries',
        fileName: basename(path),
        label: '',
        header: null,
        fileSha256: createHash('sha256').update(boundaries.bytes).digest('hex'),
        restsOn,
        kept: {},
      });
      if (!input.dryRun) reading.batch = batch;
    });
    return asResult(path, reading, null);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'cancelled') throw error;
    return asResult(path, reading, failure);
  }
}
