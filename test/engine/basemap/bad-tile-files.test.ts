import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ask, emptyWorkspace, fileOf, importOne } from '../support.ts';
import {
  field,
  layerOf,
  pmTiles,
  pngTile,
  varint,
  vectorTile,
  writeMbTiles,
} from './make-tile-files.ts';

const grey = pngTile(200, 200, 200);
const tiles = [{ z: 0, x: 0, y: 0, bytes: grey }];

/** Imports the file as a base map, expects a refusal that left nothing, and gives its code. */
async function refused(engine: Engine, path: string): Promise<string | undefined> {
  const result = await importOne(engine, path, { kind: 'basemap' });
  expect(result).toMatchObject({ ok: false, accepted: 0, batch: null });
  expect(await ask(engine, 'baseMap', {})).toBeNull();
  expect((await ask(engine, 'listBatches', {})).batches).toEqual([]);
  return result.error?.code;
}

it.each([
  ['a table', 'reference,offenceTitle\nA1,Exposure\n'],
  ['a web page', '<!doctype html><html><body>Not found</body></html>'],
  ['a picture', grey],
  ['a few bytes', 'PK'],
])('refuses %s', async (_what, content) => {
  const { engine, folder } = await emptyWorkspace();
  expect(await refused(engine, fileOf(folder, 'x.mbtiles', content))).toBe('wrong-format');
});

it('refuses a file that is not there, is empty, or is a folder', async () => {
  const { engine, folder } = await emptyWorkspace();
  expect(await refused(engine, join(folder, 'none.mbtiles'))).toBe('not-found');
  expect(await refused(engine, fileOf(folder, 'empty.mbtiles', ''))).toBe('empty-file');
  expect(await refused(engine, folder)).toBe('not-a-file');
});

it('refuses files that are cut off or overwritten', async () => {
  const { engine, folder } = await emptyWorkspace();
  const cut = writeMbTiles(join(folder, 'cut.mbtiles'), tiles, {});
  truncateSync(cut, 4096);
  expect(await refused(engine, cut)).toBe('corrupt');
  const junk = Buffer.alloc(40_000, 0xa5);
  junk.write('SQLite format 3\0', 'latin1');
  junk[18] = 1;
  expect(await refused(engine, fileOf(folder, 'junk.mbtiles', junk))).toBe('corrupt');
  const whole = pmTiles([{ id: 0, bytes: grey }], [0, 0], { tileType: 2, metadata: {} });
  const short = fileOf(folder, 'cut.pmtiles', whole.subarray(0, whole.length - 20));
  expect(await refused(engine, short)).toBe('corrupt');
  const spoilt = Buffer.from(whole);
  spoilt.fill(0xff, 127, 150);
  expect(await refused(engine, fileOf(folder, 'spoilt.pmtiles', spoilt))).toBe('corrupt');
  expect(await refused(engine, fileOf(folder, 'head.pmtiles', whole.subarray(0, 60)))).toBe(
    'corrupt',
  );
});

it('refuses another version of PMTiles, packing that is not read, and offsets beyond the file', async () => {
  const { engine, folder } = await emptyWorkspace();
  const sound = pmTiles([{ id: 0, bytes: grey }], [0, 0], { tileType: 2, metadata: {} });
  const changed = (name: string, change: (bytes: Buffer) => void): string => {
    const bytes = Buffer.from(sound);
    change(bytes);
    return fileOf(folder, name, bytes);
  };
  const old = changed('old.pmtiles', (bytes) => bytes.writeUInt8(2, 7));
  expect(await refused(engine, old)).toBe('wrong-format');
  const zstandard = changed('zstd.pmtiles', (bytes) => bytes.writeUInt8(4, 97));
  expect(await refused(engine, zstandard)).toBe('wrong-format');
  const far = changed('far.pmtiles', (bytes) => bytes.writeBigUInt64LE(2n ** 63n, 8));
  expect(await refused(engine, far)).toBe('corrupt');
  const huge = changed('huge.pmtiles', (bytes) => bytes.writeBigUInt64LE(2n ** 40n, 16));
  expect(await refused(engine, huge)).toBe('corrupt');
});

it('does not unpack a tile that swells beyond all measure', async () => {
  const { engine, folder } = await emptyWorkspace();
  const bomb = gzipSync(Buffer.alloc(64 << 20));
  const path = writeMbTiles(join(folder, 'bomb.mbtiles'), [{ z: 0, x: 0, y: 0, bytes: bomb }], {});
  expect(await refused(engine, path)).toBe('wrong-format');
});

it('does not run a view, a virtual table or a computed column that stands where tiles should', async () => {
  const { engine, folder } = await emptyWorkspace();
  const endless = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
    SELECT i AS zoom_level, 0 AS tile_column, 0 AS tile_row, x'00' AS tile_data FROM n`;
  const hostile: Readonly<Record<string, string>> = {
    view: `CREATE VIEW tiles AS ${endless};`,
    virtual: 'CREATE VIRTUAL TABLE tiles USING fts5(zoom_level, tile_column, tile_row, tile_data);',
    computed: `CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,
      tile_data BLOB AS (zeroblob(900000000)));`,
    other: 'CREATE TABLE letters (a TEXT);',
  };
  for (const [name, sql] of Object.entries(hostile)) {
    const path = join(folder, `${name}.mbtiles`);
    const database = new Database(path);
    database.exec(sql);
    database.close();
    expect(await refused(engine, path)).toBe('wrong-format');
  }
});

it('does not trust metadata: markup, other forms of bounds, a view in its place', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = writeMbTiles(join(folder, 'a.mbtiles'), tiles, {
    name: '<script>alert(1)</script>Map\u202e\u0000\n two',
    attribution: '<img src=x onerror=alert(1)>',
    bounds: '5,5,-900,nonsense',
  });
  await importOne(engine, path);
  const facts = await ask(engine, 'baseMap', {});
  expect(facts).toMatchObject({ name: 'alert(1)Map two', attribution: '', bounds: null });
  const hidden = writeMbTiles(
    join(folder, 'b.mbtiles'),
    tiles,
    {},
    "DROP TABLE metadata; CREATE VIEW metadata AS SELECT 'name' AS name, 'from a view' AS value",
  );
  await importOne(engine, hidden);
  expect((await ask(engine, 'baseMap', {}))?.name).toBe('b.mbtiles');
});

it('refuses a file in write-ahead mode rather than write beside it', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = writeMbTiles(join(folder, 'a.mbtiles'), tiles, {});
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.close();
  expect(await refused(engine, path)).toBe('locked');
});

it('refuses a large file without an index of its tiles', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = writeMbTiles(join(folder, 'a.mbtiles'), tiles, {}, 'DROP INDEX tile_index;');
  const indexed = writeMbTiles(join(folder, 'b.mbtiles'), tiles, {});
  // Room at the end that no page uses makes a large file at no cost.
  for (const one of [path, indexed]) truncateSync(one, 33 << 20);
  expect(await refused(engine, path)).toBe('wrong-format');
  expect(await importOne(engine, indexed)).toMatchObject({ ok: true, accepted: 1 });
});

it('gives no tile that is damaged or of the other kind; sound ones beside it are drawn', async () => {
  const { engine, folder } = await emptyWorkspace();
  const line = [...varint(9), 0, 0];
  const bad: Readonly<Record<string, number[]>> = {
    'cut off': [...vectorTile().subarray(0, 30)],
    'closing for ever': layerOf('roads', [...line, ...varint(7 + 8 * 500_000_000)]),
    'points that are not there': layerOf('roads', [...line, ...varint(2 + 8 * 500_000_000), 2]),
    'a line without a beginning': layerOf('roads', [...varint(2 + 8), 2, 2]),
    'an unknown command': layerOf('roads', [...varint(5 + 8)]),
    'points far off': layerOf('roads', [...varint(9), ...varint(2 ** 40), 0]),
    'a feature longer than its layer': field(3, [...varint(2 * 8 + 2), ...varint(5000), 0]),
    'no layers': [...varint(8), 1],
    'a picture': [...grey],
  };
  const stored = Object.values(bad).map((bytes, x) => ({
    z: 4,
    x,
    y: 0,
    bytes: Buffer.from(bytes),
  }));
  const sound = { z: 5, x: 0, y: 0, bytes: vectorTile() };
  await importOne(engine, writeMbTiles(join(folder, 'v.mbtiles'), [...stored, sound], {}));
  for (const [x, name] of Object.keys(bad).entries()) {
    expect([name, await ask(engine, 'baseMapTile', { z: 4, x, y: 0 })]).toEqual([name, null]);
  }
  expect(await ask(engine, 'baseMapTile', { z: 5, x: 0, y: 0 })).not.toBeNull();
});

it('a table of records is still none when it is said to be one, and a database still no table', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = writeMbTiles(join(folder, 'a.mbtiles'), tiles, {});
  const result = await importOne(engine, path, { kind: 'incidents' });
  expect(result.error?.code).toBe('wrong-format');
});
