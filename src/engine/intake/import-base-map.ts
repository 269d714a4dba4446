import { basename } from 'node:path';
import type { ImportedFile, ImportKind } from '../../contract/results.ts';
import { openTileFile } from '../basemap/open-tile-file.ts';
import { readStart, tileFormatOf } from '../basemap/tile-file.ts';
import { breathe } from '../jobs.ts';
import { currentBaseMap, keepBaseMap } from '../workspace/base-maps.ts';
import { nextBatch, recordBatch } from '../workspace/batches.ts';
import { inLongTransaction } from '../workspace/long-transaction.ts';
import { hasTileTables } from '../workspace/mbtiles-file.ts';
import type { ImportContext } from './import-context.ts';
import { asFailure } from './read-file.ts';
import { asResult, newReading } from './reading.ts';

const rollbackJournal = 1;

/**
 * Whether a file holds map tiles: by what it was said to be, else by its content. A file named as one counts too, so
 * that what it is instead can be said.
 */
export function holdsBaseMap(path: string, kind: ImportKind | null): boolean {
  if (kind !== null) return kind === 'basemap';
  if (/\.(?:mbtiles|pmtiles)$/i.test(path)) return true;
  const start = readStart(path);
  const format = tileFormatOf(start);
  if (format !== 'sqlite') return format === 'pmtiles';
  // A GeoPackage may hold tiles beside its boundaries, in tables of its own.
  if (start.head.toString('latin1', 68, 72) === 'GPKG') return false;
  return start.head[18] === rollbackJournal && hasTileTables(path);
}

/**
 * Takes a file of tiles as the base map, in one batch whose rows are its tiles. The file stays where it is and only
 * what it is known by is kept. The same file at the same place again changes nothing.
 */
export async function importBaseMap(context: ImportContext, path: string): Promise<ImportedFile> {
  const { writer, input, job } = context;
  const reading = newReading('');
  reading.kind = 'basemap';
  const { counts } = reading;
  try {
    const start = readStart(path);
    const file = openTileFile(path, start);
    const { preset, outside, ...facts } = await file.facts().finally(() => file.close());
    reading.preset = preset;
    await inLongTransaction(writer, !input.dryRun, async () => {
      const batch = nextBatch(writer);
      const before = currentBaseMap(writer);
      const isSame = before !== null && before.path === path && before.mark === start.mark;
      counts.rows = facts.tiles + outside;
      counts[isSame ? 'duplicates' : 'accepted'] = facts.tiles;
      counts.rejected = outside;
      if (outside > 0) counts.reasons['tile-outside-the-grid'] = outside;
      const name = facts.name || basename(path);
      if (!isSame) keepBaseMap(writer, { ...facts, name, batch, path, mark: start.mark });
      await breathe(job);
      recordBatch(writer, batch, {
        ...counts,
        kind: 'basemap',
        preset,
        fileName: basename(path),
        label: '',
        header: null,
        fileSha256: start.mark,
        restsOn: isSame ? [before.batch] : [],
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
