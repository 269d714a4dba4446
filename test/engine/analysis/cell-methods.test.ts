import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/contract/calls.ts';
import type { AnalysisMethod, RunResult, RunTable } from '../../../src/contract/hotspots.ts';
import { gridToWgs84 } from '../../../src/domain/geography/british-national-grid.ts';
import { loadShiftGrid } from '../../../src/engine/shift-grid.ts';
import { ask, csv, emptyWorkspace, fileOf, placedHeader as header, importOne } from '../support.ts';

const exposure = ['Exposure', '088/09'] as const;
const shoplifting = ['Shoplifting', '046/00'] as const;
type Place = readonly [easting: number, northing: number];

/** Twelve exposures around one spot, six spread out, and thefts in both wards. */
const spot = Array.from({ length: 12 }, (_, at): Place => [440_300 + 7 * at, 330_300 + 3 * at]);
const spread: readonly Place[] = [
  [440_100, 331_800],
  [441_900, 331_700],
  [442_600, 330_400],
  [443_300, 331_500],
  [443_800, 330_200],
  [441_200, 330_900],
];
const thefts = Array.from(
  { length: 30 },
  (_, at): Place => [440_060 + 130 * at, 330_150 + (at % 5) * 350],
);

async function workspaceOf(
  exposures: readonly Place[],
  others: readonly Place[] = [],
): Promise<Awaited<ReturnType<typeof emptyWorkspace>>> {
  const made = await emptyWorkspace();
  const row = (name: string, offence: readonly string[], [easting, northing]: Place) => [
    name,
    ...offence,
    '01/02/2026',
    String(easting),
    String(northing),
    'Street',
  ];
  const rows = [
    ...exposures.map((place, at) => row(`A${at}`, exposure, place)),
    ...others.map((place, at) => row(`B${at}`, shoplifting, place)),
  ];
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  return made;
}

type Made = Awaited<ReturnType<typeof emptyWorkspace>>;

const degrees = (easting: number, northing: number): [number, number] => {
  const point = gridToWgs84(loadShiftGrid(), easting, northing);
  if (point === undefined) throw new Error('outside');
  return [point.longitude, point.latitude];
};

/** Two wards of 2 by 2 km side by side, and the women who live there. */
async function withWards({ engine, folder }: Made, women: readonly [number, number] | null) {
  const ward = (code: string, west: number) => ({
    type: 'Feature',
    properties: { code, name: `Ward ${code}`, type: 'ward' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          degrees(west, 330_000),
          degrees(west + 2_000, 330_000),
          degrees(west + 2_000, 332_000),
          degrees(west, 332_000),
          degrees(west, 330_000),
        ],
      ],
    },
  });
  const features = [ward('W1', 440_000), ward('W2', 442_000)];
  await importOne(
    engine,
    fileOf(folder, 'w.geojson', JSON.stringify({ type: 'FeatureCollection', features })),
    { kind: 'areas' },
  );
  if (women === null) return;
  const rows = women.map((count, at) => [`W${at + 1}`, 'female', String(count)]);
  await importOne(engine, fileOf(folder, 'p.csv', csv(['areaCode', 'sex', 'count'], ...rows)), {
    kind: 'population',
  });
}

const run = (
  { engine }: Made,
  method: AnalysisMethod,
  more: Partial<CallInput<'runAnalysis'>> = {},
): Promise<RunResult> => ask(engine, 'runAnalysis', { method, ...more });

const column = ({ columns }: RunTable, name: string): number[] =>
  Array.from(columns.find((own) => own.name === name)?.values ?? [], Number);
const texts = ({ columns }: RunTable, name: string): string[] =>
  Array.from(columns.find((own) => own.name === name)?.values ?? [], String);
const figure = (table: RunTable, name: string): number =>
  column(table, 'value')[texts(table, 'statistic').indexOf(name)] ?? Number.NaN;

describe('kde', () => {
  it('divides by the share of the kernel inside the boundary, and says so', async () => {
    const made = await workspaceOf([...spot, ...spread]);
    await withWards(made, null);
    const settings = { bandwidthMetres: '500' };
    const result = await run(made, 'kde', { settings });
    expect(result.run.parameters).toMatchObject({ edgeBy: 'boundary', bandwidthMetres: 500 });
    const plain = await run(made, 'kde', { settings: { ...settings, edge: 'none' } });
    const mass = column(result.main, 'edge_mass');
    // The corner cell, its centre 125 m from two borders: 0.54661 by analytic integration.
    expect(mass[0]).toBeCloseTo(0.5466, 3);
    expect(Math.max(...mass)).toBeCloseTo(1, 9);
    const density = column(plain.main, 'per_km2');
    for (const [cell, value] of column(result.main, 'per_km2').entries()) {
      expect(value).toBeCloseTo((density[cell] ?? 0) / (mass[cell] ?? 1), 6);
    }
    expect(result.words.join(' ')).toContain('inside the boundary');
    // Nothing is left out for where it is: no correction unless asked for.
    const ring = { settings, area: 'occupied-ring' } as const;
    expect((await run(made, 'kde', ring)).run.parameters).toMatchObject({ edgeBy: 'none' });
    const asked = { ...ring, settings: { ...settings, edge: 'area' } };
    expect((await run(made, 'kde', asked)).run.parameters).toMatchObject({ edgeBy: 'study cells' });
    const within = { kind: 'area', code: 'W1' } as const;
    const chosen = await run(made, 'kde', { settings, filter: { within } });
    expect(chosen.run.parameters).toMatchObject({ edgeBy: 'chosen area' });
    // The corner of the ward is the corner of the whole.
    expect(column(chosen.main, 'edge_mass')[0]).toBeCloseTo(mass[0] ?? 0, 9);
  });

  it('takes its bandwidth by rule, one record alone, and refuses one below a cell', async () => {
    const made = await workspaceOf(spot.slice(0, 1));
    const result = await run(made, 'kde');
    expect(result.run.summary['bandwidthMetres']).toBe(250);
    expect(Math.max(...column(result.main, 'raw'))).toBeGreaterThan(0);
    expect(
      await made.engine.call('runAnalysis', {
        method: 'kde',
        settings: { bandwidthMetres: '249' },
      }),
    ).toMatchObject({ code: 'bad-request' });
  });
});

describe('relative risk', () => {
  it('holds VAWG against all incidents, with a floor instead of infinities', async () => {
    const made = await workspaceOf([...spot, ...spread], thefts);
    await withWards(made, null);
    const result = await run(made, 'relative-risk', { settings: { bandwidthMetres: '400' } });
    expect(result.run).toMatchObject({ countIn: 18, summary: { baseTotal: 48 } });
    expect(result.run.summary['overall']).toBeCloseTo((100 * 18) / 48, 10);
    const [cases, base, risk] = ['raw', 'base_raw', 'relative_risk'].map((name) =>
      column(result.main, name),
    );
    let given = 0;
    for (const [cell, value] of (risk ?? []).entries()) {
      const under = base?.[cell] ?? 0;
      if (under < 5) {
        expect(value).toBeNaN();
        continue;
      }
      given++;
      expect(value).toBeCloseTo((cases?.[cell] ?? 0) / under / (18 / 48), 10);
    }
    expect(given).toBeGreaterThan(0);
    expect(result.run.summary['cellsBelowFloor']).toBe((risk?.length ?? 0) - given);
    expect(result.shade?.breaks.reduce((sum, { rows }) => sum + rows, 0)).toBe(given);
    const out = join(made.folder, 'r.csv');
    await ask(made.engine, 'analyse', { method: 'relative-risk', out });
    expect(readFileSync(out, 'utf8')).not.toMatch(/NaN|Infinity/);
  });

  it('holds VAWG against the women who live there, all of them on the cells', async () => {
    const made = await workspaceOf([...spot, ...spread]);
    const settings = { against: 'population', bandwidthMetres: '400' };
    expect(
      await made.engine.call('runAnalysis', { method: 'relative-risk', settings }),
    ).toMatchObject({ code: 'nothing-to-show' });
    await withWards(made, [3_000, 1_000]);
    const result = await run(made, 'relative-risk', { settings });
    expect(result.run.summary['baseTotal']).toBeCloseTo(4_000, 6);
    expect(result.run.summary['overall']).toBeCloseTo((1_000 * 18) / 4_000, 10);
    // Where half of a ward is chosen, half of its women live there.
    const corners = [
      [441_000, 330_000],
      [444_000, 330_000],
      [444_000, 332_000],
      [441_000, 332_000],
    ] as const;
    const ring = corners.map(([east, north]) => degrees(east, north));
    const half = await run(made, 'relative-risk', {
      settings,
      filter: { within: { kind: 'ring', ring } },
    });
    expect(half.run.summary['baseTotal']).toBe(2_500);
    expect(
      await made.engine.call('runAnalysis', { method: 'relative-risk', settings, weight: 'harm' }),
    ).toMatchObject({ code: 'bad-request' });
  });
});

describe('counts by area', () => {
  it('gives rates and smoothed rates with intervals where people are known', async () => {
    const made = await workspaceOf([...spot, ...spread]);
    await withWards(made, [3_000, 500]);
    const {
      main,
      run: made1,
      geometry,
      words,
    } = await run(made, 'counts', {
      settings: { by: 'area' },
    });
    expect(geometry).toEqual({ kind: 'areas', codes: ['W1', 'W2'] });
    expect(column(main, 'count')).toEqual([15, 3]);
    expect(column(main, 'rate')).toEqual([5, 6]);
    const [smoothed, lower, upper] = ['rate_smoothed', 'rate_lower', 'rate_upper'].map((name) =>
      column(main, name),
    );
    for (const [area, value] of (smoothed ?? []).entries()) {
      expect(value).toBeGreaterThan(lower?.[area] ?? Number.NaN);
      expect(value).toBeLessThan(upper?.[area] ?? Number.NaN);
    }
    expect(made1.summary['rateOfAll']).toBeCloseTo((1_000 * 18) / 3_500, 10);
    expect(words.join(' ')).not.toContain('Area rule');
  });

  it('gives counts alone without people, and needs boundaries', async () => {
    const made = await workspaceOf(spot);
    const question = { method: 'counts', settings: { by: 'area' } } as const;
    expect(await made.engine.call('runAnalysis', question)).toMatchObject({
      code: 'nothing-to-show',
    });
    await withWards(made, null);
    const result = await ask(made.engine, 'runAnalysis', question);
    expect(column(result.main, 'count')).toEqual([12, 0]);
    expect(result.main.columns.map(({ name }) => name)).toEqual(['code', 'name', 'count']);
    expect(
      await made.engine.call('runAnalysis', {
        ...question,
        settings: { by: 'area', areaType: 'county' },
      }),
    ).toMatchObject({ code: 'bad-request', remedy: 'Choose one of ward.' });
  });
});

describe('Moran', () => {
  it('local: classes only what stays after the correction, the same each time', async () => {
    const made = await workspaceOf([...spot, ...spread]);
    await withWards(made, null);
    const result = await run(made, 'local-moran');
    const classes = new Set(texts(result.main, 'cluster'));
    for (const [cell, p] of column(result.main, 'p_bh').entries()) {
      const own = texts(result.main, 'cluster')[cell];
      expect(own === 'Not significant').toBe(p > 0.05);
    }
    expect(classes.has('Not significant')).toBe(true);
    expect(result.run.parameters['permutations']).toBe(20 * 128 - 1);
    const again = await run(made, 'local-moran');
    expect(again.main).toEqual(result.main);
    const few = await run(made, 'local-moran', { settings: { permutations: '99' } });
    expect(few.words.join(' ')).toContain('Set permutations higher');
  });

  it('global: one table of figures, and a plain sentence when all cells are equal', async () => {
    const made = await workspaceOf([...spot, ...spread]);
    await withWards(made, null);
    const { main, words, geometry } = await run(made, 'moran');
    expect(figure(main, 'expected')).toBeCloseTo(-1 / 127, 12);
    expect(Number.isFinite(figure(main, 'z'))).toBe(true);
    expect(words[0]).toMatch(/^Moran's I is/);
    expect(geometry.kind).toBe('none');
    const one = await workspaceOf(spot.slice(0, 1));
    const equal = await run(one, 'moran', { area: 'rectangle', cellMetres: 25 }).catch(String);
    expect(equal).toMatch(/nothing-to-show: Moran's I needs at least four cells/);
  });
});

describe('nearest neighbour, clusters and concentration', () => {
  it('nearest neighbour states the land and the shared spots', async () => {
    const made = await workspaceOf([...spot, spot[0] ?? [0, 0]]);
    await withWards(made, null);
    const { main, words } = await run(made, 'nearest-neighbour');
    expect(figure(main, 'area_km2')).toBe(8);
    expect(figure(main, 'share_of_duplicates')).toBeCloseTo(2 / 13, 12);
    expect(figure(main, 'index')).toBeLessThan(1);
    expect(words[0]).toMatch(/on the 8 km2 .* closer together than by chance.$/);
    const apart = await workspaceOf(spread);
    await withWards(apart, null);
    expect((await run(apart, 'nearest-neighbour')).words[0]).toMatch(/further apart/);
    const one = await workspaceOf(spot.slice(0, 1));
    expect(await one.engine.call('runAnalysis', { method: 'nearest-neighbour' })).toMatchObject({
      code: 'nothing-to-show',
    });
  });

  it('clusters have a hull each, also where all records share a spot', async () => {
    const made = await workspaceOf([...spot, ...spread]);
    const {
      main,
      geometry,
      run: own,
    } = await run(made, 'clusters', { filter: { space: 'public' } });
    expect(column(main, 'count')).toEqual([12]);
    expect(own.summary).toMatchObject({ clusters: 1, noise: 6 });
    if (geometry.kind !== 'hulls') throw new Error('no hulls');
    expect(geometry.starts.at(-1)).toBe(geometry.positions.length / 2);
    const same = await workspaceOf(Array.from({ length: 12 }, (): Place => [440_000, 330_000]));
    const out = join(same.folder, 'c.geojson');
    await ask(same.engine, 'analyse', { method: 'clusters', filter: { space: 'public' }, out });
    const { features } = JSON.parse(readFileSync(out, 'utf8')) as {
      features: { geometry: { type: string; coordinates: number[][][] } }[];
    };
    expect(features).toHaveLength(1);
    expect(features[0]?.geometry.coordinates[0]).toHaveLength(5);
    const none = await run(same, 'clusters', { settings: { minPoints: '50' } });
    expect(none.words[0]).toContain('there is no cluster to report');
  });

  it('concentration stands beside random placement of the same n, counts or harm', async () => {
    const made = await workspaceOf([...spot, ...spread]);
    await withWards(made, null);
    const { main, others, words } = await run(made, 'concentration');
    expect(column(main, 'cells')[1]).toBe(1);
    expect(column(main, 'random_cells')[1]).toBeGreaterThan(5);
    expect(others.map(({ name }) => name)).toEqual(['figures', 'lorenz']);
    expect(words[0]).toContain('The same 18 records thrown at random');
    const harm = await run(made, 'concentration', { weight: 'harm' });
    expect(column(harm.main, 'cells')[1]).toBe(1);
  });
});
