import { closeSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
import {
  Compression,
  type Entry,
  type Header,
  PMTiles,
  SharedPromiseCache,
  type Source,
  tileIdToZxy,
} from 'pmtiles';
import { FailureError } from '../../contract/outcome.ts';
import { asTile, unpack } from './tile-bytes.ts';
import {
  cutOff,
  type FileStart,
  noUsableTiles,
  plainWords,
  soundBounds,
  type TileFile,
} from './tile-file.ts';

const readAsync = promisify(read);
const versionAt = 7;
/** A directory or tile is far smaller; a file that asks for more at once is damaged. */
const largestReadBytes = 16 << 20;
const mostLevels = 4;
const mostZoom = 22;

/**
 * Opens a PMTiles file of version 3. It is read in the parts that are asked for, through a source of our own: the
 * library is never given an address.
 *
 * @throws FailureError `wrong-format` for another version, `corrupt` when it is cut off.
 */
export function openPmTilesFile(path: string, start: FileStart): TileFile {
  if (start.head[versionAt] !== 3) {
    throw new FailureError(
      'wrong-format',
      'The PMTiles file is not of version 3.',
      'Convert it to version 3 (for example with "pmtiles convert") and import it again.',
    );
  }
  if (start.head.length < 127) throw cutOff();
  const file = openSync(path, 'r');
  const source: Source = {
    getKey: () => 'base-map',
    async getBytes(offset, length) {
      const isSound = Number.isSafeInteger(offset) && offset >= 0 && length >= 0;
      if (!isSound || length > largestReadBytes || offset > start.bytes) throw damaged();
      const wanted = Math.min(length, start.bytes - offset);
      const data = new ArrayBuffer(wanted);
      const { bytesRead } = await readAsync(file, new Uint8Array(data), 0, wanted, offset);
      if (bytesRead < wanted) throw cutOff();
      return { data };
    },
  };
  const cache = new SharedPromiseCache(32, true, decompress);
  const archive = new PMTiles(source, cache, decompress);
  return {
    facts: () => guarded(() => factsOf(archive, cache, source, start.bytes)),
    tile: (z, x, y) =>
      guarded(async () => {
        const found = await archive.getZxy(z, x, y);
        return found === undefined ? null : new Uint8Array(found.data);
      }),
    close: () => closeSync(file),
  };
}

async function factsOf(
  archive: PMTiles,
  cache: SharedPromiseCache,
  source: Source,
  bytes: number,
): ReturnType<TileFile['facts']> {
  const header = await archive.getHeader();
  if (header.tileDataOffset + (header.tileDataLength ?? 0) > bytes) throw cutOff();
  const metadata = (await archive.getMetadata()) as Readonly<Record<string, unknown>> | null;
  const sample = await firstTile(archive, entriesOf(cache, source, header));
  const { minZoom, maxZoom } = header;
  if (sample === null || maxZoom > mostZoom || minZoom > maxZoom) throw noUsableTiles();
  let tiles = header.numAddressedTiles;
  // Writers that do not know the number leave it 0.
  if (tiles === 0) {
    for await (const entry of entriesOf(cache, source, header)) tiles += entry.runLength;
  }
  return {
    preset: 'pmtiles',
    kind: sample.mediaType.startsWith('image/') ? 'raster' : 'vector',
    name: plainWords(metadata?.['name']),
    attribution: plainWords(metadata?.['attribution']),
    minZoom,
    maxZoom,
    bounds: soundBounds([header.minLon, header.minLat, header.maxLon, header.maxLat]),
    tiles,
    outside: 0,
  };
}

async function firstTile(archive: PMTiles, entries: AsyncGenerator<Entry>) {
  for await (const { tileId } of entries) {
    const found = await archive.getZxy(...tileIdToZxy(tileId));
    return found === undefined ? null : asTile(new Uint8Array(found.data));
  }
  return null;
}

/** Every entry of a tile, directory by directory, in order. */
async function* entriesOf(
  cache: SharedPromiseCache,
  source: Source,
  header: Header,
  offset = header.rootDirectoryOffset,
  length = header.rootDirectoryLength,
  level = 1,
): AsyncGenerator<Entry> {
  if (level > mostLevels) throw damaged();
  for (const entry of await cache.getDirectory(source, offset, length, header)) {
    if (entry.runLength > 0) yield entry;
    else {
      const at = header.leafDirectoryOffset + entry.offset;
      yield* entriesOf(cache, source, header, at, entry.length, level + 1);
    }
  }
}

async function decompress(packed: ArrayBuffer, how: Compression): Promise<ArrayBuffer> {
  if (how === Compression.None || how === Compression.Unknown) return packed;
  if (how !== Compression.Gzip && how !== Compression.Brotli) {
    throw new FailureError(
      'wrong-format',
      'The file is packed in a way that is not read (Zstandard).',
      'Convert it so that it is packed with gzip, and import it again.',
    );
  }
  const bytes = await unpack(new Uint8Array(packed), how === Compression.Gzip ? 'gzip' : 'brotli');
  return new Uint8Array(bytes).buffer;
}

/** The library's own errors say what is wrong with the bytes: for the analyst the file is damaged. */
async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FailureError ? error : damaged();
  }
}

function damaged(): FailureError {
  return new FailureError(
    'corrupt',
    'The PMTiles file is damaged, so it cannot be read.',
    'Copy or download it again and import it. The workspace is as it was.',
  );
}
