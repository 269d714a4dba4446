import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';
import { square, type XY } from './make-files.ts';
import { toDegrees } from './support.ts';

/** A GeoJSON file of squares, each with its properties. */
function boundaries(
  ...areas: readonly (readonly [Record<string, string>, readonly XY[]])[]
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: areas.map(([properties, ring]) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [ring.map(toDegrees)] },
    })),
  });
}

const west = square(400_000, 300_000, 1_000);
const east = square(401_000, 300_000, 1_000);
const country = square(390_000, 290_000, 40_000);
const lsoa = (year: string, code: string) => ({
  [`LSOA${year}CD`]: code,
  [`LSOA${year}NM`]: `LSOA ${code}`,
});

async function workspaceWith(...files: readonly string[]) {
  const { engine, folder } = await emptyWorkspace();
  const results = [];
  for (const [index, file] of files.entries()) {
    results.push(await importOne(engine, fileOf(folder, `${index}.geojson`, file)));
  }
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'easting', 'northing'];
  const at = (reference: string, easting: number, northing: number) => [
    reference,
    'Stalking',
    '14/02/2026',
    `${easting}`,
    `${northing}`,
  ];
  const rows = [at('A1', 400_500, 300_500), at('A2', 401_500, 300_500), at('A3', 405_000, 300_500)];
  await importOne(engine, fileOf(folder, 'x.csv', csv(columns, ...rows)));
  return { engine, results };
}

it('keeps the LSOAs of 2011 beside those of 2021, though they share a code', async () => {
  const { results } = await workspaceWith(
    boundaries([lsoa('11', 'E01000001'), west], [lsoa('11', 'E01000002'), east]),
    boundaries([lsoa('21', 'E01000001'), west], [lsoa('21', 'E01000009'), east]),
  );
  expect(results).toMatchObject([
    { accepted: 2, updated: 0 },
    { accepted: 2, updated: 0 },
  ]);
});

it('counts an incident once by area, and takes only the own police force area for the force', async () => {
  const { engine } = await workspaceWith(
    boundaries(
      [{ PFA23CD: 'E23000001', PFA23NM: 'Testshire' }, square(400_000, 300_000, 2_000)],
      [{ PFA23CD: 'E23000002', PFA23NM: 'Elsewhere' }, square(403_000, 300_000, 20_000)],
    ),
    boundaries([{ LAD24CD: 'E06000001', LAD24NM: 'District' }, country]),
    boundaries(
      [{ WD24CD: 'E05000001', WD24NM: 'West ward' }, west],
      [{ WD24CD: 'E05000002', WD24NM: 'East ward' }, east],
      [{ WD24CD: 'E05000003', WD24NM: 'Far ward' }, square(420_000, 300_000, 1_000)],
    ),
  );
  const { positions } = await ask(engine, 'dataQuality', {});
  expect(positions.outsideForce).toBe(1);
  expect(positions.outsidePoints).toEqual([{ easting: 405_000, northing: 300_500, records: 1 }]);
  await ask(engine, 'classify', {});
  const { rows } = await ask(engine, 'harmRanking', { by: 'areas' });
  expect(rows.map(({ unit, count }) => `${unit}: ${count}`).toSorted()).toEqual([
    'East ward: 1',
    'West ward: 1',
  ]);
});
