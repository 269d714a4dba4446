import { FailureError } from '../../contract/outcome.ts';
import { openMbTiles } from '../workspace/mbtiles-file.ts';
import { asTile } from './tile-bytes.ts';
import {
  cutOff,
  type FileStart,
  noUsableTiles,
  plainWords,
  soundBounds,
  type TileFile,
} from './tile-file.ts';

/**
 * Opens an MBTiles file.
 *
 * @throws FailureError `corrupt` when it is cut off or damaged, `locked` while it keeps changes beside itself,
 *   `wrong-format` when it is another database.
 */
export function openMbTilesFile(path: string, start: FileStart): TileFile {
  refuseCutOff(start);
  refuseWriteAhead(start);
  const tiles = openMbTiles(path, start.bytes);
  return {
    async facts() {
      const { rows, zooms } = tiles.count();
      const first = zooms[0];
      const last = zooms.at(-1);
      const stored = last === undefined ? null : tiles.first(last.zoom);
      const sample = stored === null ? null : await asTile(stored);
      if (first === undefined || last === undefined || sample === null) throw noUsableTiles();
      const inside = zooms.reduce((sum, zoom) => sum + zoom.tiles, 0);
      return {
        preset: 'mbtiles',
        kind: sample.mediaType.startsWith('image/') ? 'raster' : 'vector',
        name: plainWords(tiles.metadata.get('name')),
        attribution: plainWords(tiles.metadata.get('attribution')),
        minZoom: first.zoom,
        maxZoom: last.zoom,
        bounds: soundBounds((tiles.metadata.get('bounds') ?? '').split(',').map(Number)),
        tiles: inside,
        outside: rows - inside,
      };
    },
    tile: async (z, x, y) => tiles.tile(z, x, y),
    close: () => tiles.close(),
  };
}

const pageSizeAt = 16;
const journalFormatAt = 18;
const changesAt = 24;
const pagesAt = 28;
const changesOfPagesAt = 92;

function refuseCutOff({ head, bytes }: FileStart): void {
  if (head.length < 100) throw cutOff();
  // The number of pages only counts when it was written with the last change.
  if (head.readUInt32BE(changesAt) !== head.readUInt32BE(changesOfPagesAt)) return;
  const pageSize = head.readUInt16BE(pageSizeAt);
  if (head.readUInt32BE(pagesAt) * (pageSize === 1 ? 65_536 : pageSize) > bytes) throw cutOff();
}

/** Even to read such a file SQLite writes beside it, and a copy without the files beside it may lack tiles. */
function refuseWriteAhead({ head }: FileStart): void {
  if (head[journalFormatAt] === 1) return;
  throw new FailureError(
    'locked',
    "The file of map tiles is in SQLite's write-ahead mode, as while a program works on it.",
    'Close it in the program that made it, or switch the mode off (PRAGMA journal_mode = DELETE), and import it again.',
  );
}
