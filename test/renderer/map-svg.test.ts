import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type MapSheet, mapAsSvg } from '../../renderer/map/map-svg.ts';
import { shadingOf } from '../../renderer/map/shading.ts';
import { areaShapes, shapesOf } from '../../renderer/map/shapes.ts';
import { wholeFilter } from '../../src/contract/filter.ts';
import type { RunResult } from '../../src/contract/hotspots.ts';

const ring = (west: number, south: number, wide: number, high: number) =>
  Float64Array.from([
    west,
    south,
    west + wide,
    south,
    west + wide,
    south + high,
    west,
    south + high,
  ]);

const result: RunResult = {
  run: {
    run: 'abc',
    method: 'counts',
    parameters: { cellMetres: 250, shape: 'square' },
    filter: wholeFilter,
    fingerprint: '',
    madeAt: '2026-11-01T10:00:00Z',
    countIn: 4,
    leftOut: {},
    summary: {},
    departures: [],
  },
  settings: {},
  main: {
    name: 'cells',
    title: 'Cells',
    columns: [{ name: 'count', title: 'Records', unit: null, values: Float64Array.of(1, 3, 0) }],
  },
  others: [],
  geometry: {
    kind: 'cells',
    verticesPerCell: 4,
    polygons: Float64Array.from([
      ...ring(0.5, 54.5, 0.01, 0.01),
      ...ring(0.51, 54.5, 0.01, 0.01),
      ...ring(0.52, 54.5, 0.01, 0.01),
    ]),
  },
  shade: {
    column: 'count',
    kind: 'sequential',
    breaks: [
      { upTo: 0, rows: 1 },
      { upTo: 1, rows: 1 },
      { upTo: 3, rows: 1 },
    ],
    unit: 'records',
  },
  words: ['Made up <finding> & more.'],
};

const sheet: MapSheet = {
  result,
  shading: shadingOf(result),
  rows: shapesOf(result.geometry, new Map()),
  ground: areaShapes([[ring(0.4, 54.4, 0.3, 0.2)]]),
  venues: null,
  marking: 'OFFICIAL-SENSITIVE',
  title: 'Made up <finding> & more.',
  facts: ['n = 4 incidents', 'Source: made up'],
  cannotBeMapped: ['1 online, no location'],
  notOnMap: ['2 no location'],
  areSpots: false,
  // A degree of latitude is 111.3 km here: the frame is some 22 km high.
  extent: [0.4, 54.4, 0.7, 54.6],
};

describe('a map that is saved', () => {
  const svg = mapAsSvg(sheet);
  const { document } = parseHTML(svg);

  it('carries marking, finding, n, source, what is not on it, scale and north', () => {
    const words = document.querySelector('svg')?.textContent ?? '';
    for (const part of [
      'OFFICIAL-SENSITIVE',
      'Made up <finding> & more.',
      'n = 4 incidents',
      'Source: made up',
      'Not on this map',
      '1 online, no location',
      '2 no location',
      'km',
      'N ↑',
      'Records',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('is well formed, refers to nothing outside itself and holds no NaN', () => {
    expect(svg).not.toMatch(/<finding>|NaN|Infinity/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href/);
  });

  it('draws a path a class, and none for cells that hold nothing', () => {
    const paths = [...document.querySelectorAll('g[clip-path] path')];
    // The ground, the cell with one record, the cell with three.
    expect(paths.map((path) => (path.getAttribute('d') ?? '').match(/M/g)?.length)).toEqual([
      1, 1, 1,
    ]);
  });

  it('has a scale bar of the length it says', () => {
    const bar = [...document.querySelectorAll('path')].find(
      (path) => path.getAttribute('fill') === 'none',
    );
    const [, from, to] = /^M(\d+) .*H([\d.]+)V/.exec(bar?.getAttribute('d') ?? '') ?? [];
    const label = /(\d+) km/.exec(svg)?.[1];
    // The ground's west side, from its first corner to its fourth, is 0.2 degrees of latitude on the ellipsoid: 22.27 km.
    const ground = document.querySelector('g[clip-path] path')?.getAttribute('d') ?? '';
    const corners = [...ground.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const [[x0 = 0, y0 = 0] = [], , , [x3 = 0, y3 = 0] = []] = corners;
    const metresPerUnit = 22_266 / Math.hypot(x3 - x0, y3 - y0);
    const length = (Number(to) - Number(from)) * metresPerUnit;
    expect(Math.abs(length / (Number(label) * 1_000) - 1)).toBeLessThan(0.002);
  });
});
