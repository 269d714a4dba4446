import { deflateSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';

/** A tile's place by the web map's numbers, and what is stored for it. */
export interface MadeTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}

/** A PNG of 256 by 256 pixels in one colour. */
export function pngTile(red: number, green: number, blue: number): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(256 * 3)]);
  for (let pixel = 0; pixel < 256; pixel++) row.set([red, green, blue], 1 + 3 * pixel);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(256, 0);
  header.writeUInt32BE(256, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: 256 }, () => row)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A field of a protocol buffer with a length. */
export function field(number: number, content: readonly number[]): number[] {
  return [...varint(number * 8 + 2), ...varint(content.length), ...content];
}

const signed = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);

/** A layer of a vector tile with one line or outline, given as commands or as corners. */
export function vectorLayer(
  name: string,
  type: 2 | 3,
  corners: readonly (readonly [number, number])[],
  properties: Readonly<Record<string, string>> = {},
): number[] {
  let [x, y] = [0, 0];
  const moves = corners.map(([toX, toY]) => {
    const move = [...varint(signed(toX - x)), ...varint(signed(toY - y))];
    [x, y] = [toX, toY];
    return move;
  });
  const geometry = [
    ...varint(1 + 8),
    ...(moves[0] ?? []),
    ...varint(2 + 8 * (moves.length - 1)),
    ...moves.slice(1).flat(),
    ...(type === 3 ? varint(7 + 8) : []),
  ];
  const names = Object.keys(properties);
  return layerOf(name, geometry, type, names, Object.values(properties));
}

/** A layer with one feature of this geometry, sound or not. */
export function layerOf(
  name: string,
  geometry: readonly number[],
  type = 2,
  keys: readonly string[] = [],
  values: readonly string[] = [],
): number[] {
  const text = (words: string): number[] => [...Buffer.from(words, 'utf8')];
  const feature = [
    ...field(
      2,
      keys.flatMap((_, at) => [...varint(at), ...varint(at)]),
    ),
    ...varint(3 * 8),
    type,
    ...field(4, geometry),
  ];
  return field(3, [
    ...field(1, text(name)),
    ...field(2, feature),
    ...keys.flatMap((key) => field(3, text(key))),
    ...values.flatMap((value) => field(4, field(1, text(value)))),
    ...varint(5 * 8),
    ...varint(4096),
    ...varint(15 * 8),
    2,
  ]);
}

/** A small sound vector tile: a lake and a main road. */
export function vectorTile(): Buffer {
  const lake = [
    [500, 500],
    [2500, 500],
    [2500, 2500],
    [500, 2500],
  ] as const;
  const road = [
    [0, 3000],
    [4096, 1000],
  ] as const;
  return Buffer.from([
    ...vectorLayer('water', 3, lake),
    ...vectorLayer('roads', 2, road, { kind: 'major_road', name: 'High Street' }),
  ]);
}

/** Writes a plain MBTiles file; `more` is SQL to run at the end. */
export function writeMbTiles(
  path: string,
  tiles: readonly MadeTile[],
  metadata: Readonly<Record<string, string>>,
  more = '',
): string {
  const database = new Database(path);
  database.exec(`
    CREATE TABLE metadata (name TEXT, value TEXT);
    CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
    CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);`);
  const say = database.prepare('INSERT INTO metadata VALUES (?, ?)');
  for (const [name, value] of Object.entries(metadata)) say.run(name, value);
  const put = database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)');
  for (const { z, x, y, bytes } of tiles) put.run(z, x, 2 ** z - 1 - y, bytes);
  database.exec(more);
  database.close();
  return path;
}

interface PmTilesParts {
  readonly tileType: 1 | 2;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Leaves the number of tiles 0, as writers do that do not know it. */
  readonly isCountUnknown?: boolean;
}

/** The bytes of a PMTiles file of version 3 whose tiles stand in the order of their ids, one directory. */
export function pmTiles(
  tiles: readonly { readonly id: number; readonly bytes: Uint8Array }[],
  zooms: readonly [number, number],
  { tileType, metadata, isCountUnknown = false }: PmTilesParts,
): Buffer {
  const ids = tiles.map(({ id }, at) => id - (tiles[at - 1]?.id ?? 0));
  const directory = gzipSync(
    Buffer.from([
      ...varint(tiles.length),
      ...ids.flatMap(varint),
      ...tiles.flatMap(() => varint(1)),
      ...tiles.flatMap(({ bytes }) => varint(bytes.length)),
      // 0 says: straight after the one before; the first stands at offset 0, written as 1.
      ...tiles.flatMap((_, at) => varint(at === 0 ? 1 : 0)),
    ]),
  );
  const words = gzipSync(JSON.stringify(metadata));
  const data = Buffer.concat(tiles.map(({ bytes }) => bytes));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 'latin1');
  header[7] = 3;
  const [wordsAt, dataAt] = [127 + directory.length, 127 + directory.length + words.length];
  const numbers = [127, directory.length, wordsAt, words.length, dataAt, 0, dataAt, data.length];
  const counts = isCountUnknown ? [0, 0, 0] : [tiles.length, tiles.length, tiles.length];
  for (const [at, value] of [...numbers, ...counts].entries()) {
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * at);
  }
  header.set([1, 2, tileType === 1 ? 2 : 1, tileType, ...zooms], 96);
  for (const [at, degrees] of [-2, 53, -1, 54].entries()) {
    header.writeInt32LE(degrees * 1e7, 102 + 4 * at);
  }
  return Buffer.concat([header, directory, words, data]);
}
