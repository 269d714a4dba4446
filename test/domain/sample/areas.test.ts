import { area, booleanPointInPolygon, featureCollection, point, union } from '@turf/turf';
import type { FeatureCollection, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { buildMesh } from '../../../src/domain/sample/mesh.ts';
import { incidentsIn, plainDegrees, rowsBy, sampleWith } from './sample-files.ts';

const sample = sampleWith({ seed: 1, incidents: 1500 });
const boundaries = JSON.parse(sample.textOf('northmoor-areas.geojson')) as FeatureCollection<
  Polygon,
  { code: string; name: string; type: string }
>;

test('areas have unlike codes, closed rings that run anticlockwise, and six decimals', () => {
  const codes = boundaries.features.map((feature) => feature.properties.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(150);
  for (const { properties, geometry } of boundaries.features) {
    expect(properties.type).toBe('LSOA');
    const [ring = []] = geometry.coordinates;
    expect(ring[0]).toEqual(ring.at(-1));
    let twiceArea = 0;
    for (const [index, [x = 0, y = 0]] of ring.entries()) {
      const [nextX = 0, nextY = 0] = ring[index + 1] ?? ring[0] ?? [];
      twiceArea += x * nextY - nextX * y;
      expect(Number(x.toFixed(6))).toBe(x);
    }
    expect(twiceArea, properties.code).toBeGreaterThan(0);
  }
});

test('areas tile the land: each inner side is in exactly two rings, once each way', () => {
  const sides = new Map<string, number>();
  for (const { ring } of buildMesh(4).areas) {
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length];
      const key = `${from.join()} ${(to ?? []).join()}`;
      sides.set(key, (sides.get(key) ?? 0) + 1);
    }
  }
  let coast = 0;
  for (const [key, count] of sides) {
    expect(count, key).toBe(1);
    if (!sides.has(key.split(' ').toReversed().join(' '))) coast++;
  }
  expect(coast).toBeGreaterThan(20);
  expect(coast).toBeLessThan(sides.size / 3);
});

test('the areas add up to their union', () => {
  const merged = union(featureCollection(boundaries.features));
  const sum = boundaries.features.reduce((total, feature) => total + area(feature), 0);
  expect(merged && sum / area(merged)).toBeCloseTo(1, 6);
});

test('each incident with a position lies in exactly one area: its own', () => {
  const located = incidentsIn(sample.rowsOf('northmoor-incidents.csv')).filter(
    (row) => row['easting'] !== '',
  );
  expect(located.length).toBeGreaterThan(1200);
  for (const row of located) {
    const { longitude, latitude } = plainDegrees(Number(row['easting']), Number(row['northing']));
    const holding = boundaries.features.filter((feature) =>
      booleanPointInPolygon(point([longitude, latitude]), feature),
    );
    expect(holding).toHaveLength(1);
    if (row['areaCode'] !== '') expect(row['areaCode']).toBe(holding[0]?.properties.code);
  }
});

test('the population has about 610,000 people, women and girls in every area', () => {
  const rows = sample.rowsOf('northmoor-population.csv');
  const total = rows.reduce((sum, row) => sum + Number(row['count']), 0);
  expect(Math.abs(total - 610_000)).toBeLessThan(2_000);
  const female = rowsBy(
    rows.filter((row) => row['sex'] === 'Female'),
    'areaCode',
  );
  for (const { properties } of boundaries.features) {
    expect(female.get(properties.code)?.length, properties.code).toBeGreaterThan(0);
  }
});
