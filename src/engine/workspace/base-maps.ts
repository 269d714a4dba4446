import type { BaseMapFacts } from '../../contract/base-map.ts';
import type { Reader, Writer } from './database.ts';

/** A base map as the workspace knows it. */
export interface StoredBaseMap extends Omit<BaseMapFacts, 'problem'> {
  /** Where its file was when it was imported. */
  readonly path: string;
  /** What the file is known again by. */
  readonly mark: string;
}

interface BaseMapRow extends Omit<StoredBaseMap, 'bounds'> {
  readonly bounds: string | null;
}

/** The base map that was imported last and not taken back; null without one. */
export function currentBaseMap(handle: Reader | Writer): StoredBaseMap | null {
  const row = handle.database
    .prepare<[], BaseMapRow>(
      `SELECT batch, path, mark, kind, name, attribution, min_zoom AS minZoom, max_zoom AS maxZoom, bounds, tiles
       FROM base_map ORDER BY batch DESC LIMIT 1`,
    )
    .get();
  if (row === undefined) return null;
  const bounds = row.bounds === null ? null : (JSON.parse(row.bounds) as StoredBaseMap['bounds']);
  return { ...row, bounds };
}

/** Keeps the base map of a batch. */
export function keepBaseMap(writer: Writer, map: StoredBaseMap): void {
  writer.database
    .prepare(
      `INSERT INTO base_map (batch, path, mark, kind, name, attribution, min_zoom, max_zoom, bounds, tiles)
       VALUES (@batch, @path, @mark, @kind, @name, @attribution, @minZoom, @maxZoom, @bounds, @tiles)`,
    )
    .run({ ...map, bounds: map.bounds === null ? null : JSON.stringify(map.bounds) });
}

/** Forgets the base map of a batch; false when the batch had none. */
export function removeBaseMap(writer: Writer, batch: number): boolean {
  return writer.database.prepare('DELETE FROM base_map WHERE batch = ?').run(batch).changes > 0;
}
