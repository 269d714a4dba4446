import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { geoPackage, geoPackageBlob, geoPackageBytes, type XY } from './make-files.ts';
import {
  cornersOf,
  home,
  homeCorners,
  imported,
  island,
  second,
  toDegrees,
  toMercator,
} from './support.ts';

describe('a GeoPackage', () => {
  const layer = (
    reference: number,
    blob: Buffer | null,
    name = 'areas',
    codeColumn = 'LSOA21CD',
  ) => ({
    name,
    codeColumn,
    reference,
    rows: [['E01000001', blob] as const],
  });
  it.each([
    [27700, (point: XY) => point, []],
    [4326, toDegrees, []],
    [4258, toDegrees, []],
    [3857, toMercator, []],
    [99001, (point: XY) => point, []],
    [0, toDegrees, ['reference-system-assumed']],
    [-1, (point: XY) => point, ['reference-system-assumed']],
  ])('in reference system %i comes to the grid', async (reference, turn, warnings) => {
    const blob = geoPackageBlob([[home.map(turn)]]);
    const { file, areas } = await imported((folder) =>
      geoPackage(folder, [layer(reference, blob)]),
    );
    expect(file).toMatchObject({ ok: true, kind: 'areas', accepted: 1, warnings });
    expect(cornersOf(areas)).toEqual(homeCorners);
  });

  it.each([true, false])(
    'reads every layout of a geometry, little-endian: %s',
    async (isLittleEndian) => {
      const layouts = ([0, 1000, 2000, 3000] as const).map((thousands) =>
        geoPackageBlob([[home, island], [second]], {
          isLittleEndian,
          thousands,
          envelope: thousands > 1000,
        }),
      );
      const rows = layouts.map((blob, i) => [`E0100000${i}`, blob] as const);
      const { areas } = await imported((folder) =>
        geoPackage(folder, [{ ...layer(27700, null), rows }], false),
      );
      expect(areas).toHaveLength(4);
      for (const area of areas) {
        expect(area.polygons.map((rings) => rings.length)).toEqual([2, 1]);
        expect(cornersOf([area])).toEqual(homeCorners);
      }
    },
  );

  it('rejects a shape that is cut off, empty or no polygon, and keeps the others', async () => {
    const good = geoPackageBlob([[home]]);
    const empty = Buffer.from(good);
    empty.writeUInt8(0x11, 3);
    const endless = Buffer.from(good);
    endless.writeUInt32LE(0xffffffff, 13);
    const line = Buffer.from(good);
    line.writeUInt32LE(2, 9);
    const blobs = [good, good.subarray(0, 60), empty, endless, line, null, Buffer.from('no')];
    const rows = blobs.map((blob, i) => [`E0100000${i}`, blob] as const);
    const { file } = await imported((folder) =>
      geoPackage(folder, [{ ...layer(27700, null), rows }]),
    );
    expect(file).toMatchObject({ accepted: 1, rejected: 6, reasons: { 'unreadable-shape': 6 } });
  });

  it('takes the first table of areas with a known code', async () => {
    const { file, areas } = await imported((folder) =>
      geoPackage(
        folder,
        [
          { ...layer(27700, geoPackageBlob([[second]]), 'centres'), type: 'POINT' },
          layer(27700, geoPackageBlob([[second]]), 'odd "name"', 'label'),
          layer(27700, geoPackageBlob([[home]]), 'wards', 'GSS_CODE'),
        ].map((one) => ({ ...one, name: one.name.replaceAll('"', '') })),
      ),
    );
    expect(file.warnings).toEqual(['other-layers-not-read']);
    expect(cornersOf(areas)).toEqual(homeCorners);
  });

  it('is read also when it was left in write-ahead mode', async () => {
    const { file } = await imported((folder) => {
      const bytes = geoPackageBytes(folder, [layer(27700, geoPackageBlob([[home]]))]);
      bytes.writeUInt8(2, 18);
      bytes.writeUInt8(2, 19);
      return bytes;
    });
    expect(file.accepted).toBe(1);
  });

  it('says clearly what is wrong with it', async () => {
    const wrong = async (make: (folder: string) => string | Buffer, code = 'wrong-format') => {
      const { file } = await imported(make);
      expect(file.error?.code).toBe(code);
      return file.error?.message;
    };
    const whole = (folder: string): Buffer =>
      geoPackageBytes(folder, [layer(27700, geoPackageBlob([[home]]))]);
    expect(await wrong((folder) => geoPackage(folder, []))).toContain('no table of features');
    expect(await wrong((folder) => whole(folder).subarray(0, 5000))).toContain('damaged');
    expect(await wrong((folder) => whole(folder).fill(7, 100, 9000))).toContain('damaged');
    const irish = { ...layer(29902, geoPackageBlob([[home]])) };
    expect(await wrong((folder) => geoPackage(folder, [irish]))).toContain('EPSG:29902');
    const none = { ...layer(27700, null), rows: [] };
    expect(await wrong((folder) => geoPackage(folder, [none]), 'empty-file')).toContain('no areas');
    const other = (folder: string): string => {
      const path = join(folder, 'other.db');
      new Database(path).exec('CREATE TABLE things (x)').close();
      return path;
    };
    expect(await wrong(other)).toContain('not a GeoPackage');
    const busy = (folder: string): string => {
      const path = geoPackage(folder, [layer(27700, geoPackageBlob([[home]]))]);
      writeFileSync(`${path}-wal`, 'x');
      return path;
    };
    expect(await wrong(busy, 'locked')).toContain('open');
  });
});
