import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../src/contract/hotspots.ts';
import { breathe, quietJob, runSteps } from '../../../src/engine/jobs.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'];

/** Exposures at the places given, a rape at the last one; two more records have no place. */
async function workspaceAt(places: readonly (readonly [number, number])[]) {
  const made = await emptyWorkspace();
  const rows = places.map(([easting, northing], index) => [
    `A${index}`,
    ...(index === places.length - 1
      ? ['Rape of a female aged 16 or over', '019/11']
      : ['Exposure', '088/09']),
    '01/02/2026',
    String(easting),
    String(northing),
  ]);
  rows.push(['B1', 'Exposure', '088/09', '01/02/2026', '', '']);
  rows.push(['B2', 'Shoplifting', '046/00', '01/02/2026', '440000', '330000']);
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  return made;
}

const near: readonly (readonly [number, number])[] = [
  [440_010, 330_010],
  [440_020, 330_020],
  [440_300, 330_010],
  [442_000, 331_000],
];

const numbers = (result: RunResult, name: string): number[] => {
  const values = result.main.columns.find((column) => column.name === name)?.values;
  return Array.from(values ?? [], Number);
};

/** A square boundary of one area, in degrees, about the places used here. */
const boundary = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'W1', name: 'Ward 1' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-1.41, 52.86],
            [-1.39, 52.86],
            [-1.39, 52.87],
            [-1.41, 52.87],
            [-1.41, 52.86],
          ],
        ],
      },
    },
  ],
});

describe('a run', () => {
  it('counts each record once, in or out, and says so in words', async () => {
    const { engine } = await workspaceAt(near);
    const result = await ask(engine, 'runAnalysis', { method: 'counts' });
    expect(result.run).toMatchObject({
      countIn: 4,
      leftOut: { noLocation: 1, notVawg: 1 },
      parameters: { cellMetres: 250, shape: 'square', area: 'occupied-ring', weight: 'count' },
      summary: { occupiedCells: 3, highestCount: 2 },
      departures: [],
    });
    expect(
      numbers(result, 'count')
        .filter((count) => count > 0)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 1, 2]);
    expect(result.shade?.breaks.map(({ upTo, rows }) => [upTo, rows])).toEqual([
      [0, numbers(result, 'count').length - 3],
      [1, 2],
      [2, 1],
    ]);
    expect(result.words.join(' ')).toContain('n = 4 of 6');
    expect(result.words.join(' ')).toContain('Area rule: Every cell with at least one record');
  });

  it('gives the page longitude and latitude, four corners a cell', async () => {
    const { engine } = await workspaceAt(near);
    const { geometry, main } = await ask(engine, 'runAnalysis', { method: 'gi-star' });
    if (geometry.kind !== 'cells') throw new Error('no cells');
    expect(geometry.polygons).toHaveLength((main.columns[0]?.values.length ?? 0) * 8);
    for (const [at, value] of geometry.polygons.entries()) {
      if (at % 2 === 0) expect(Math.abs(value + 1.4)).toBeLessThan(0.05);
      else expect(Math.abs(value - 52.87)).toBeLessThan(0.05);
    }
  });

  it('has the same id for the same question on the same data, and another for other data', async () => {
    const { engine, folder } = await workspaceAt(near);
    const run = async () => (await ask(engine, 'analyse', { method: 'gi-star' })).run;
    const first = await run();
    expect(await run()).toBe(first);
    const partner = csv(
      ['reference', 'source', 'category', 'occurredFrom', 'easting', 'northing'],
      ['P1', 'Health', 'Assault', '01/02/2026', '440000', '330000'],
    );
    await importOne(engine, fileOf(folder, 'p.csv', partner));
    expect(await run()).toBe(first);
    await importOne(
      engine,
      fileOf(
        folder,
        'y.csv',
        csv(header, ['C1', 'Exposure', '088/09', '01/02/2026', '440000', '330000']),
      ),
    );
    expect(await run()).not.toBe(first);
  });

  it('takes one far-off record without an outcry, and refuses a rectangle with the size that fits', async () => {
    const { engine } = await workspaceAt([...near, [600_000, 900_000]]);
    const ring = await ask(engine, 'analyse', { method: 'gi-star', cellMetres: 25 });
    expect(ring).toMatchObject({ countIn: 5 });
    const refused = await engine.call('runAnalysis', {
      method: 'gi-star',
      area: 'rectangle',
      cellMetres: 25,
    });
    expect(refused).toMatchObject({ code: 'bad-request', detail: { fittingMetres: 160 } });
    if (refused.ok) throw new Error('not refused');
    expect(refused.message).toContain('the most is 4,000,000');
    expect(refused.remedy).toContain('160 m');
  });

  it('weighs by harm, leaves what has no weight out, and refuses other evidence', async () => {
    const { engine } = await workspaceAt(near);
    const result = await ask(engine, 'runAnalysis', { method: 'counts', weight: 'harm' });
    const harm = numbers(result, 'harm');
    expect(Math.max(...harm)).toBeGreaterThan(100);
    expect(result.run.countIn + (result.run.leftOut['noHarmWeight'] ?? 0)).toBe(4);
    expect(result.run.parameters).toMatchObject({ weight: 'harm', harmList: 'severity' });
    const question = { method: 'counts', weight: 'harm' } as const;
    expect(
      await engine.call('runAnalysis', { ...question, filter: { evidence: 'partner' } }),
    ).toMatchObject({ code: 'bad-request' });
    expect(
      await engine.call('runAnalysis', { ...question, settings: { harmList: 'cambridge' } }),
    ).toMatchObject({ code: 'nothing-to-show' });
  });

  it('keeps to an area by its code or drawn, and counts what lies outside', async () => {
    const { engine, folder } = await workspaceAt(near);
    await importOne(engine, fileOf(folder, 'w.geojson', boundary), { kind: 'areas' });
    const area = await ask(engine, 'runAnalysis', {
      method: 'counts',
      filter: { within: { kind: 'area', code: 'W1' } },
    });
    expect(area.run).toMatchObject({ countIn: 3, leftOut: { outsideChosenArea: 1 } });
    const ring: [number, number][] = [
      [-1.406, 52.864],
      [-1.402, 52.864],
      [-1.402, 52.868],
    ];
    const drawn = await ask(engine, 'runAnalysis', {
      method: 'counts',
      area: 'rectangle',
      filter: { within: { kind: 'ring', ring } },
    });
    expect(drawn.run.countIn + (drawn.run.leftOut['outsideChosenArea'] ?? 0)).toBe(4);
    expect(
      await engine.call('runAnalysis', {
        method: 'counts',
        filter: { within: { kind: 'area', code: 'X' } },
      }),
    ).toMatchObject({ code: 'not-found' });
  });

  it('refuses unknown methods and settings, an empty filter, and a method to come', async () => {
    const { engine } = await workspaceAt(near);
    const code = async (question: Record<string, unknown>) =>
      engine.call('runAnalysis', { method: 'counts', ...question });
    expect(await code({ method: 'magic' })).toMatchObject({ code: 'bad-request' });
    expect(await code({ settings: { magic: '1' } })).toMatchObject({ code: 'bad-request' });
    expect(await code({ filter: { threat: 'honour-based' } })).toMatchObject({
      code: 'nothing-to-show',
      detail: { leftOut: { notVawg: 1, otherThreat: 5 } },
    });
  });
});

describe('the file of a run', () => {
  it('is CSV in grid metres with the promised columns first, or GeoJSON', async () => {
    const { engine, folder } = await workspaceAt(near);
    const out = join(folder, 'cells.csv');
    const run = await ask(engine, 'analyse', { method: 'gi-star', out });
    const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(out, 'utf8').trim(), {
      header: true,
    });
    expect(meta.fields).toEqual([
      'cell_id',
      'count',
      'z',
      'p',
      'p_bh',
      'bin_bh',
      'centre_easting',
      'centre_northing',
    ]);
    expect(data).toHaveLength(Number(run.summary['studyAreaCells']));
    const busiest = data.find((row) => row['count'] === '2');
    expect(busiest).toMatchObject({ centre_easting: '440125', centre_northing: '330125' });
    expect(readFileSync(out, 'utf8')).not.toMatch(/NaN|undefined|null/);
    for (const shape of ['square', 'hexagon'] as const) {
      const map = join(folder, `${shape}.geojson`);
      await ask(engine, 'analyse', { method: 'counts', shape, out: map });
      const { features } = JSON.parse(readFileSync(map, 'utf8')) as {
        features: { geometry: { coordinates: number[][][] } }[];
      };
      for (const { geometry } of features) {
        const [ring] = geometry.coordinates;
        expect(ring).toHaveLength(shape === 'square' ? 5 : 7);
        expect(ring?.[0]).toEqual(ring?.at(-1));
      }
    }
    expect(await engine.call('analyse', { method: 'counts', out: `${out}.txt` })).toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('work in steps', () => {
  function* slowly(): Generator<number, string> {
    for (let step = 0; step < 6; step++) {
      const until = performance.now() + 15;
      while (performance.now() < until);
      yield step / 6;
    }
    return 'done';
  }

  it('reports, lets others go on, and gives its result', async () => {
    const seen: number[] = [];
    const job = { ...quietJob, report: ({ done }: { done: number }) => seen.push(done) };
    let others = 0;
    const working = runSteps(slowly(), job, 'Working');
    const ended = working.then(() => true);
    while (!(await Promise.race([ended, breathe(quietJob).then(() => false)]))) others++;
    expect(await working).toBe('done');
    expect(others).toBeGreaterThan(0);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('stops when the analyst asks', async () => {
    const controller = new AbortController();
    const job = { report: () => controller.abort(), signal: controller.signal };
    await expect(runSteps(slowly(), job, 'Working')).rejects.toThrow(/cancelled/);
  });
});
