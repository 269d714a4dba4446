import { describe, expect, it } from 'vitest';
import { emptyWorkspace, fileOf, importOne } from '../support.ts';
import { geoJson, gridPrj, lsoaDbf, shp, square, zip } from './make-files.ts';
import { cornersOf, home, homeCorners, importedContent, toDegrees } from './support.ts';

describe('GeoJSON', () => {
  it.each([
    'urn:ogc:def:crs:EPSG::27700',
    'EPSG:27700',
    'http://www.opengis.net/def/crs/EPSG/0/27700',
  ])('in %s is taken in grid metres', async (crs) => {
    const { file, areas } = await importedContent('a.json', geoJson([['E01000001', [home]]], crs));
    expect(file).toMatchObject({ accepted: 1, warnings: [] });
    expect(cornersOf(areas)).toEqual(homeCorners);
  });

  it('without crs is in degrees, and in metres only as an assumption', async () => {
    const degrees = await importedContent(
      'a.json',
      geoJson([['E01000001', [home.map(toDegrees)]]]),
    );
    expect(degrees.file.warnings).toEqual([]);
    expect(cornersOf(degrees.areas)).toEqual(homeCorners);
    const metres = await importedContent('a.json', geoJson([['E01000001', [home]]]));
    expect(metres.file.warnings).toEqual(['reference-system-assumed']);
    expect(cornersOf(metres.areas)).toEqual(homeCorners);
  });

  it('rejects areas whose coordinates are no numbers or outside the grid, and keeps the others', async () => {
    const text = geoJson(
      [
        ['E01000001', [home]],
        ['E01000002', [[['1', '2']]]],
        ['E01000003', 'none'],
        ['E01000004', [square(-500_000, 0, 10)]],
        ['E01000005', []],
      ],
      'EPSG:27700',
    );
    const { file } = await importedContent('a.json', text);
    expect(file).toMatchObject({ accepted: 1, rejected: 4 });
    expect(file.reasons).toEqual({ 'unreadable-shape': 3, 'unreadable-position': 1 });
  });
});

it('reads the same area from two formats as the same', async () => {
  const { engine, folder } = await emptyWorkspace();
  const json = fileOf(folder, 'a.json', geoJson([['E01000001', [home]]], 'EPSG:27700'));
  const parts = { 'a.shp': shp([[home]]), 'a.dbf': lsoaDbf(['E01000001']), 'a.prj': gridPrj };
  const shape = fileOf(folder, 'a.zip', await zip(parts));
  expect((await importOne(engine, json)).accepted).toBe(1);
  expect((await importOne(engine, shape)).duplicates).toBe(1);
});
