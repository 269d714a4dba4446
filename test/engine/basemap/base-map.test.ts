import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne, newEngine } from '../support.ts';
import { type MadeTile, pmTiles, pngTile, vectorTile, writeMbTiles } from './make-tile-files.ts';

const grey = pngTile(200, 200, 200);
const dark = pngTile(20, 20, 20);
const pictures: readonly MadeTile[] = [
  { z: 0, x: 0, y: 0, bytes: grey },
  { z: 1, x: 0, y: 0, bytes: dark },
  { z: 1, x: 1, y: 1, bytes: grey },
];
const words = {
  name: 'Made-up map',
  format: 'png',
  attribution: '&copy; <a href="https://example.org">Made-up &amp; Sons</a>',
  bounds: '-2,53,-1,54',
};

it('takes pictures of an MBTiles file in place, and gives tiles by the numbers of the web map', async () => {
  const { engine, folder } = await emptyWorkspace();
  expect(await ask(engine, 'baseMap', {})).toBeNull();
  expect(await ask(engine, 'baseMapTile', { z: 0, x: 0, y: 0 })).toBeNull();
  const path = writeMbTiles(join(folder, 'a.mbtiles'), pictures, words);
  expect(await importOne(engine, path, { kind: 'basemap' })).toMatchObject({
    ok: true,
    kind: 'basemap',
    preset: 'mbtiles',
    batch: 1,
    rows: 3,
    accepted: 3,
    rejected: 0,
  });
  expect(await ask(engine, 'baseMap', {})).toEqual({
    batch: 1,
    name: 'Made-up map',
    kind: 'raster',
    attribution: '© Made-up & Sons',
    minZoom: 0,
    maxZoom: 1,
    bounds: [-2, 53, -1, 54],
    tiles: 3,
    problem: null,
  });
  const north = await ask(engine, 'baseMapTile', { z: 1, x: 0, y: 0 });
  expect(north?.mediaType).toBe('image/png');
  expect(Buffer.from(north?.bytes ?? []).equals(dark)).toBe(true);
  expect(await ask(engine, 'baseMapTile', { z: 1, x: 0, y: 1 })).toBeNull();
});

it.each([
  { z: 0, x: 1, y: 0 },
  { z: 1, x: 0, y: 2 },
  { z: 2, x: 0, y: 0 },
  { z: 99, x: 0, y: 0 },
  { z: 1, x: 4_294_967_296, y: 0 },
])('has no tile at $z/$x/$y, outside what there is', async (place) => {
  const { engine, folder } = await emptyWorkspace();
  await importOne(engine, writeMbTiles(join(folder, 'a.mbtiles'), pictures, words));
  expect(await ask(engine, 'baseMapTile', place)).toBeNull();
});

it('refuses tile numbers that are no whole numbers from 0', async () => {
  const { engine } = await emptyWorkspace();
  for (const place of [
    { z: -1, x: 0, y: 0 },
    { z: 1, x: 0.5, y: 0 },
    { z: 1, x: 0, y: Number.NaN },
  ]) {
    expect(await engine.call('baseMapTile', place)).toMatchObject({ code: 'bad-request' });
  }
});

it('unpacks gzipped vector tiles of MBTiles and of PMTiles, whose number of tiles may be unknown', async () => {
  const { engine, folder } = await emptyWorkspace();
  const packed = gzipSync(vectorTile());
  writeMbTiles(join(folder, 'v.mbtiles'), [{ z: 2, x: 1, y: 1, bytes: packed }], { name: 'V' });
  for (const [name, isCountUnknown] of [
    ['v.mbtiles', false],
    ['v.pmtiles', false],
    ['w.pmtiles', true],
  ] as const) {
    const path = join(folder, name);
    if (name.endsWith('.pmtiles')) {
      // Ids of PMTiles: 1 + 4 tiles before zoom 2, and 1/1 is the third of its curve.
      const tiles = [{ id: 7, bytes: packed }];
      const metadata = { name: 'V', attribution: 'Made up' };
      fileOf(folder, name, pmTiles(tiles, [2, 2], { tileType: 1, metadata, isCountUnknown }));
    }
    expect(await importOne(engine, path)).toMatchObject({ kind: 'basemap', accepted: 1 });
    const facts = await ask(engine, 'baseMap', {});
    expect(facts).toMatchObject({ kind: 'vector', name: 'V', minZoom: 2, maxZoom: 2, tiles: 1 });
    const tile = await ask(engine, 'baseMapTile', { z: 2, x: 1, y: 1 });
    expect(tile?.mediaType).toBe('application/vnd.mapbox-vector-tile');
    expect(Buffer.from(tile?.bytes ?? []).equals(vectorTile())).toBe(true);
  }
});

it('reads pictures of a PMTiles file', async () => {
  const { engine, folder } = await emptyWorkspace();
  const tiles = [
    { id: 0, bytes: grey },
    { id: 1, bytes: dark },
  ];
  const bytes = pmTiles(tiles, [0, 1], { tileType: 2, metadata: { attribution: 'Made up' } });
  const path = fileOf(folder, 'p.pmtiles', bytes);
  expect(await importOne(engine, path)).toMatchObject({ preset: 'pmtiles', accepted: 2 });
  expect(await ask(engine, 'baseMap', {})).toMatchObject({
    // Without a name of its own it is called by its file.
    name: 'p.pmtiles',
    kind: 'raster',
    bounds: [-2, 53, -1, 54],
  });
  const tile = await ask(engine, 'baseMapTile', { z: 1, x: 0, y: 0 });
  expect(Buffer.from(tile?.bytes ?? []).equals(dark)).toBe(true);
});

it('reads the forms that keep equal tiles once, from their tables and not from their view', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = join(folder, 'once.mbtiles');
  const database = new Database(path);
  database.exec(`CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);
    CREATE TABLE images (tile_id TEXT PRIMARY KEY, tile_data BLOB);
    CREATE VIEW tiles AS SELECT 9 AS zoom_level, 0 AS tile_column, 0 AS tile_row, x'00' AS tile_data;
    INSERT INTO map VALUES (0, 0, 0, 'a'), (1, 0, 0, 'a');`);
  database.prepare('INSERT INTO images VALUES (?, ?)').run('a', grey);
  database.close();
  expect(await importOne(engine, path)).toMatchObject({ kind: 'basemap', accepted: 2 });
  expect(await ask(engine, 'baseMap', {})).toMatchObject({ minZoom: 0, maxZoom: 1 });
  expect((await ask(engine, 'baseMapTile', { z: 1, x: 0, y: 1 }))?.mediaType).toBe('image/png');
});

it('counts tiles outside the grid of their zoom as rejected, whatever the file says of its zooms', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = writeMbTiles(
    join(folder, 'a.mbtiles'),
    pictures,
    { ...words, minzoom: '-3', maxzoom: '40' },
    `INSERT INTO tiles VALUES (1, 7, 0, x'00'), (40, 0, 0, x'00'), (-1, 0, 0, x'00'), ('x', 0, 0, x'00')`,
  );
  expect(await importOne(engine, path)).toMatchObject({
    rows: 7,
    accepted: 3,
    rejected: 4,
    reasons: { 'tile-outside-the-grid': 4 },
  });
  expect(await ask(engine, 'baseMap', {})).toMatchObject({ minZoom: 0, maxZoom: 1, tiles: 3 });
});

it('knows the same file again, takes a newer one, and gives the one before back when that is undone', async () => {
  const { engine, folder } = await emptyWorkspace();
  const first = writeMbTiles(join(folder, 'a.mbtiles'), pictures, words);
  const second = writeMbTiles(join(folder, 'b.mbtiles'), pictures.slice(0, 1), { name: 'B' });
  const dry = await importOne(engine, first, { dryRun: true });
  expect(dry).toMatchObject({ accepted: 3, batch: null });
  expect(await ask(engine, 'baseMap', {})).toBeNull();
  await importOne(engine, first);
  expect(await importOne(engine, first)).toMatchObject({ accepted: 0, duplicates: 3 });
  await importOne(engine, second);
  expect(await ask(engine, 'baseMap', {})).toMatchObject({ name: 'B', batch: 3 });
  expect(await ask(engine, 'baseMapTile', { z: 1, x: 0, y: 0 })).toBeNull();
  expect(await ask(engine, 'undoBatch', { batch: 3 })).toMatchObject({ removed: { base_map: 1 } });
  expect(await ask(engine, 'baseMap', {})).toMatchObject({ name: 'Made-up map', batch: 1 });
  expect(await ask(engine, 'baseMapTile', { z: 1, x: 0, y: 0 })).not.toBeNull();
  expect(await engine.call('undoBatch', { batch: 1 })).toMatchObject({ code: 'needed-later' });
});

it('leaves what is counted current: a base map is no evidence', async () => {
  const { engine, folder } = await emptyWorkspace();
  const header = ['reference', 'offenceTitle', 'offenceCode', 'recordedOn'];
  const rows = csv(header, ['A1', 'Exposure', '088/09', '01/02/2026']);
  await importOne(engine, fileOf(folder, 'x.csv', rows));
  await ask(engine, 'classify', {});
  const { batch } = await importOne(
    engine,
    writeMbTiles(join(folder, 'a.mbtiles'), pictures, words),
  );
  expect((await ask(engine, 'workspaceSummary', {})).classificationStale).toBe(false);
  await ask(engine, 'undoBatch', { batch: batch ?? 0 });
  expect((await ask(engine, 'workspaceSummary', {})).classificationStale).toBe(false);
});

it('says when the file is gone or another, and finds it beside the workspace', async () => {
  const { engine, folder, path: workspace } = await emptyWorkspace();
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const path = writeMbTiles(join(elsewhere, 'a.mbtiles'), pictures, words);
  await importOne(engine, path);
  await ask(engine, 'closeWorkspace', {});
  await ask(engine, 'openWorkspace', { path: workspace });
  renameSync(path, join(folder, 'a.mbtiles'));
  expect((await ask(engine, 'baseMap', {}))?.problem).toBeNull();
  expect(await ask(engine, 'baseMapTile', { z: 0, x: 0, y: 0 })).not.toBeNull();
  rmSync(join(folder, 'a.mbtiles'));
  const gone = (await ask(engine, 'baseMap', {}))?.problem;
  expect(gone?.code).toBe('not-found');
  expect(`${gone?.message} ${gone?.remedy}`).not.toContain(folder);
  expect(await engine.call('baseMapTile', { z: 0, x: 0, y: 0 })).toMatchObject({
    code: 'not-found',
  });
  writeMbTiles(path, pictures.slice(0, 2), words);
  expect((await ask(engine, 'baseMap', {}))?.problem?.code).toBe('not-available');
});

it('a reader of the workspace sees the base map too', async () => {
  const { engine, folder, path: workspace } = await emptyWorkspace();
  await importOne(engine, writeMbTiles(join(folder, 'a.mbtiles'), pictures, words));
  const reader = newEngine();
  await ask(reader, 'openWorkspace', { path: workspace });
  expect(await ask(reader, 'baseMapTile', { z: 0, x: 0, y: 0 })).not.toBeNull();
});

it('reads the tile file without writing beside or into it', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = writeMbTiles(join(folder, 'a.mbtiles'), pictures, words);
  const copy = join(folder, 'copy');
  const there = readdirSync(folder).filter((name) => name.startsWith('a.mbtiles'));
  copyFileSync(path, copy);
  await importOne(engine, path);
  await ask(engine, 'baseMapTile', { z: 0, x: 0, y: 0 });
  expect(readFileSync(path).equals(readFileSync(copy))).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('a.mbtiles'))).toEqual(there);
});
