import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysisMethods } from '../../../src/contract/hotspots.ts';
import { statsMethods } from '../../../src/engine/analysis/stats/methods.ts';
import { statsOnCsv } from '../../../src/engine/analysis/stats/run-stats.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne, temporaryFolder } from '../support.ts';

type Place = readonly [easting: number, northing: number];

/** What a real extract never is, and a first try with the product often. */
const places: Readonly<Record<string, readonly Place[]>> = {
  'no record': [],
  'one record': [[440_100, 330_100]],
  'all at one place': Array.from({ length: 30 }, (): Place => [440_100, 330_100]),
  'all cells equal': Array.from(
    { length: 16 },
    (_, at): Place => [440_125 + 250 * (at % 4), 330_125 + 250 * Math.floor(at / 4)],
  ),
  'far apart': [
    [440_100, 330_100],
    [440_200, 330_200],
    [90_000, 10_000],
    [650_000, 1_200_000],
  ],
};

const header = ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'];
const noNumber = /NaN|Infinity|undefined/;

describe.each(Object.keys(places))('every method, with %s', (name) => {
  it('says something true or refuses plainly, and accounts for every record', async () => {
    const { engine, folder } = await emptyWorkspace();
    const own = places[name] ?? [];
    const rows = own.map(([easting, northing], at) => [
      `A${at}`,
      'Exposure',
      '088/09',
      `0${1 + (at % 9)}/02/2026`,
      String(easting),
      String(northing),
    ]);
    if (own.length > 0) await importOne(engine, fileOf(folder, 'x.csv', csv(header, ...rows)));
    for (const method of analysisMethods) {
      for (const area of ['occupied-ring', 'rectangle'] as const) {
        const outcome = await engine.call('runAnalysis', {
          method,
          area,
          filter: { dateBasis: 'recorded' },
          settings:
            method === 'assess'
              ? { easting: '440200', northing: '330200', from: '2026-02-04' }
              : {},
        });
        if (!outcome.ok) {
          expect(['nothing-to-show', 'bad-request'], `${method}: ${outcome.code}`).toContain(
            outcome.code,
          );
          expect(`${outcome.message} ${outcome.remedy}`).not.toMatch(noNumber);
          continue;
        }
        const { run, words } = outcome.value;
        const leftOut = Object.values(run.leftOut).reduce((sum, count) => sum + count, 0);
        expect(run.countIn + leftOut, method).toBe(own.length);
        const summary = JSON.stringify(run.summary, (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value,
        );
        expect(`${method}: ${words.join(' ')} ${summary}`).not.toMatch(noNumber);
      }
    }
  });
});

it('a bandwidth below a cell, and an area whose lines cross, are refused or counted plainly', async () => {
  const { engine, folder } = await emptyWorkspace();
  const row = ['A1', 'Exposure', '088/09', '01/02/2026', '440100', '330100'];
  await importOne(engine, fileOf(folder, 'x.csv', csv(header, row)));
  for (const method of ['kde', 'relative-risk', 'stability'] as const) {
    const settings = { bandwidthMetres: '200' };
    const outcome = await engine.call('runAnalysis', { method, settings });
    // With nothing hot there is nothing whose stability a bandwidth could check.
    if (method === 'stability') expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ code: 'bad-request' });
  }
  const ring = [
    [-1.41, 52.86],
    [-1.39, 52.88],
    [-1.39, 52.86],
    [-1.41, 52.88],
  ] as [number, number][];
  const crossing = await ask(engine, 'filterCharts', {
    filter: { within: { kind: 'ring', ring } },
  });
  expect(crossing.n + (crossing.leftOut['outsideChosenArea'] ?? 0)).toBe(1);
});

it.each(Object.keys(statsMethods))('stats %s refuses a table without a point', async (method) => {
  const folder = temporaryFolder();
  const points = fileOf(folder, 'p.csv', 'id,x,y,day\n1,,abc,\n2,NaN,inf,x\n');
  const out = join(folder, 'out.csv');
  await expect(
    statsOnCsv({
      method,
      points,
      x: 'x',
      y: 'y',
      weight: null,
      from: null,
      to: null,
      grid: () => ({
        shape: 'square',
        cellMetres: 250,
        originEasting: 440_000,
        originNorthing: 330_000,
        columns: 4,
        rows: 4,
      }),
      settings: new Map(),
      out,
    }),
  ).rejects.toMatchObject({ failure: { code: 'nothing-to-show' } });
  expect(existsSync(out)).toBe(false);
});
