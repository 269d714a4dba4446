import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from './support.ts';

const square = (east: number) => [
  [
    [east, 51],
    [east + 0.01, 51],
    [east + 0.01, 51.01],
    [east, 51.01],
    [east, 51],
  ],
];

it('sums residents of one type of area by census group, however the tables are broken down', async () => {
  const { engine, folder } = await emptyWorkspace();
  const features = [1, 2].map((at) => ({
    type: 'Feature',
    properties: { code: `W${at}`, name: `Ward ${at}`, type: 'ward' },
    geometry: { type: 'Polygon', coordinates: square(-2 + at / 50) },
  }));
  const areas = JSON.stringify({ type: 'FeatureCollection', features });
  await importOne(engine, fileOf(folder, 'wards.geojson', areas));
  const people = csv(
    ['areaCode', 'sex', 'ageBand', 'ethnicity', 'count'],
    ['W1', 'Female', '', 'Black', '300'],
    ['W1', 'Male', '', 'Black', '200'],
    ['W1', 'Female', '', 'White', '1000'],
    // The same women again by age: not added.
    ['W1', 'Female', '0-9', 'Black', '100'],
    ['W2', 'Female', '0-9', 'Black', '40'],
    ['W2', 'Female', '10+', 'Black', '60'],
    // No area of the force.
    ['X9', 'Female', '', 'Black', '7000'],
  );
  await importOne(engine, fileOf(folder, 'people.csv', people));
  const extract = csv(
    [
      'reference',
      'recordType',
      'offenceCode',
      'recordedOn',
      'suspectReference',
      'suspectEthnicity',
    ],
    ...Array.from({ length: 6 }, (_, at) => [
      `R${at}`,
      'crime',
      '008/66',
      '2026-04-01',
      `S${at}`,
      'B1',
    ]),
  );
  await importOne(engine, fileOf(folder, 'extract.csv', extract));
  const { html } = await ask(engine, 'buildProfile', {});
  expect(html).toMatch(/Black<\/td><td[^>]*>6<\/td><td[^>]*>600<\/td><td[^>]*>10\.0 \(/);
});
