import { describe, expect, it } from 'vitest';
import { emptyWorkspace, fileOf, importOne } from '../support.ts';
import {
  dbf,
  gridPrj,
  irishPrj,
  lsoaDbf,
  mercatorPrj,
  shp,
  square,
  wgs84Prj,
  type XY,
  zip,
} from './make-files.ts';
import {
  cornersOf,
  home,
  homeCorners,
  importedContent,
  island,
  second,
  toDegrees,
  toMercator,
} from './support.ts';

describe('a zipped shapefile', () => {
  it('keeps grid metres as they are, and holes, empty shapes and the rows beside them', async () => {
    const bytes = await zip({
      'folder/LSOA.SHP': shp([[home, island], null, [second]]),
      'folder/LSOA.DBF': lsoaDbf(['E01000001', 'E01000002', 'E01000003']),
      'folder/LSOA.PRJ': gridPrj,
      'folder/readme.txt': 'about',
    });
    const { file, areas } = await importedContent('anything.dat', bytes);
    expect(file).toMatchObject({ ok: true, kind: 'areas', rows: 3, accepted: 2, warnings: [] });
    expect(file.reasons).toEqual({ 'unreadable-shape': 1 });
    expect(areas.map(({ code, name, type }) => [code, name, type])).toEqual([
      ['E01000001', 'Name of E01000001', 'LSOA'],
      ['E01000003', 'Name of E01000003', 'LSOA'],
    ]);
    expect(areas[0]?.polygons[0]?.[1]).toHaveLength(5);
    expect(cornersOf(areas)).toEqual(homeCorners);
  });

  it.each([
    ['degrees', wgs84Prj, toDegrees, []],
    ['web Mercator', mercatorPrj, toMercator, []],
    ['degrees without .prj', '', toDegrees, ['reference-system-assumed']],
    ['web Mercator without .prj', '', toMercator, ['reference-system-assumed']],
    ['metres without .prj', '', (point: XY) => point, ['reference-system-assumed']],
    ['degrees said to be the grid', gridPrj, toDegrees, ['reference-system-assumed']],
  ])('brings %s to the grid through OSTN15', async (_, prj, turn, warnings) => {
    const bytes = await zip({
      'a.shp': shp([[home.map(turn)]]),
      'a.dbf': lsoaDbf(['E01000001']),
      ...(prj === '' ? {} : { 'a.prj': prj }),
    });
    const { file, areas } = await importedContent('a.zip', bytes);
    expect(file.warnings).toEqual(warnings);
    expect(cornersOf(areas)).toEqual(homeCorners);
  });

  it('refuses another reference system by its name', async () => {
    const bytes = await zip({
      'a.shp': shp([[home]]),
      'a.dbf': lsoaDbf(['E01000001']),
      'a.prj': irishPrj,
    });
    const { file } = await importedContent('a.zip', bytes);
    expect(file.error?.message).toContain('TM65_Irish_Grid');
  });

  it('reads shapes with heights and measures', async () => {
    const bytes = await zip({
      'a.shp': shp([[home, island]], 15),
      'a.dbf': lsoaDbf(['E01000001']),
    });
    const { areas } = await importedContent('a.zip', bytes);
    expect(cornersOf(areas)).toEqual(homeCorners);
    expect(areas[0]?.polygons[0]).toHaveLength(2);
  });

  it('takes the first layer with a known code and says that there are others', async () => {
    const bytes = await zip({
      'roads.shp': shp([[second]]),
      'roads.dbf': dbf(['ROAD'], [['A1']]),
      'wards.shp': shp([[home]]),
      'wards.dbf': dbf(['WD23CD', 'WD23NM'], [['E05000001', 'One']]),
    });
    const { file, areas } = await importedContent('a.zip', bytes);
    expect(file.warnings).toContain('other-layers-not-read');
    expect(areas).toMatchObject([{ code: 'E05000001', name: 'One', type: 'WD' }]);
  });

  it('gives each hole to the outline it lies in, though the boxes of both outlines hold it', async () => {
    // A hook around a smaller square with a hole.
    const hook: XY[] = [
      [400_000, 300_000],
      [400_000, 301_000],
      [400_100, 301_000],
      [400_100, 300_100],
      [401_000, 300_100],
      [401_000, 300_000],
      [400_000, 300_000],
    ];
    const inner = square(400_300, 300_300, 600);
    const hole = square(400_500, 300_500, 200).reverse();
    const holeOfHook = square(400_020, 300_020, 30).reverse();
    const bytes = await zip({
      'a.shp': shp([[inner, hook, hole, holeOfHook]]),
      'a.dbf': lsoaDbf(['E01000001']),
      'a.prj': gridPrj,
    });
    const { file, areas } = await importedContent('a.zip', bytes);
    expect(file.warnings).toEqual([]);
    const firstCorners = areas[0]?.polygons.map((rings) => rings.map((ring) => ring.length));
    expect(firstCorners).toEqual([
      [5, 5],
      [7, 5],
    ]);
  });

  it('leaves out rows that are marked as deleted, and reads a table with a gap and old text', async () => {
    const bytes = await zip({
      'a.shp': shp([[home], [second]]),
      'a.dbf': dbf(
        ['lsoa21_cod', 'lsoa21_nam'],
        [
          ['W01000001', 'Gone'],
          ['W01000002', 'Tŷ Môn'.replace('ŷ', 'y')],
        ],
        { deleted: [0], gap: 263, encoding: 'latin1' },
      ),
    });
    const { file, areas } = await importedContent('a.zip', bytes);
    expect(file.rows).toBe(1);
    expect(areas).toMatchObject([{ code: 'W01000002', name: 'Ty Môn', type: 'LSOA' }]);
  });

  it('says clearly what is wrong with a ZIP', async () => {
    const parts = { 'a.shp': shp([[home]]), 'a.dbf': lsoaDbf(['E01000001']) };
    const good = await zip(parts);
    const messageOf = async (content: Uint8Array): Promise<string> => {
      const { engine, folder } = await emptyWorkspace();
      const file = await importOne(engine, fileOf(folder, 'a.zip', content), { kind: 'areas' });
      expect(file.error?.code).toBe('wrong-format');
      return file.error?.message ?? '';
    };
    expect(await messageOf(good.subarray(0, good.length - 40))).toContain('cut off');
    expect(await messageOf(await zip({ 'a.shp': parts['a.shp'] }))).toContain('no shapefile');
    expect(await messageOf(await zip({ 'a.txt': 'x' }))).toContain('no shapefile');
    const cut = parts['a.shp'].subarray(0, 150);
    expect(await messageOf(await zip({ ...parts, 'a.shp': cut }))).toContain('cut off');
    const wild = Buffer.from(parts['a.shp']);
    wild.writeInt32LE(1_000_000, 100 + 8 + 40);
    expect(await messageOf(await zip({ ...parts, 'a.shp': wild }))).toContain('cut off');
    const otherRows = lsoaDbf(['E01000001', 'E01000002']);
    expect(await messageOf(await zip({ ...parts, 'a.dbf': otherRows }))).toContain(
      'belong together',
    );
    const table = parts['a.dbf'].subarray(0, 110);
    expect(await messageOf(await zip({ ...parts, 'a.dbf': table }))).toContain('cut off');
    const renamed = Buffer.from(
      (await zip({ ...parts, 'xx/b.prj': 'x' }))
        .toString('latin1')
        .replaceAll('xx/b.prj', '../b.prj'),
      'latin1',
    );
    expect(await messageOf(renamed)).toContain('outside');
    expect(await messageOf(withFlag(good, 0x01))).toContain('password');
    expect(await messageOf(withSize(good, 400 << 20))).toContain('300 MB');
    const flipped = Buffer.from(good);
    flipped.writeUInt8((flipped[60] ?? 0) ^ 0xff, 60);
    expect(await messageOf(flipped)).toContain('damaged');
  });

  it('knows a cut-off shapefile ZIP for what it is, and leaves other ZIPs alone', async () => {
    const good = await zip({ 'a.shp': shp([[home]]), 'a.dbf': lsoaDbf(['E01000001']) });
    expect((await importedContent('a.zip', good.subarray(0, 90))).file.error?.message).toContain(
      'cut off',
    );
    const workbook = await zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' });
    expect((await importedContent('a.xlsx', workbook)).file.kind).not.toBe('areas');
  });
});

/** The ZIP with a general purpose flag set on each entry of its list. */
function withFlag(bytes: Buffer, flag: number): Buffer {
  return eachListed(bytes, (copy, at) =>
    copy.writeUInt16LE(copy.readUInt16LE(at + 8) | flag, at + 8),
  );
}

/** The ZIP with another unpacked size on each entry of its list. */
function withSize(bytes: Buffer, size: number): Buffer {
  return eachListed(bytes, (copy, at) => copy.writeUInt32LE(size, at + 24));
}

function eachListed(bytes: Buffer, change: (copy: Buffer, at: number) => void): Buffer {
  const copy = Buffer.from(bytes);
  const mark = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = copy.indexOf(mark); at >= 0; at = copy.indexOf(mark, at + 1)) change(copy, at);
  return copy;
}
