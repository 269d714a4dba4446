import { openMbTilesFile } from './mbtiles.ts';
import { openPmTilesFile } from './pmtiles.ts';
import { type FileStart, notTiles, type TileFile, tileFormatOf } from './tile-file.ts';

/** Opens a file of tiles by what is in it. @throws FailureError when it is none, damaged or of another version. */
export function openTileFile(path: string, start: FileStart): TileFile {
  const format = tileFormatOf(start);
  if (format === 'sqlite') return openMbTilesFile(path, start);
  if (format === 'pmtiles') return openPmTilesFile(path, start);
  throw notTiles(start);
}
