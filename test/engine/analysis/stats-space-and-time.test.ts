import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { StatsInput } from '../../../src/engine/analysis/stats/run-stats.ts';
import { statsOnCsv } from '../../../src/engine/analysis/stats/run-stats.ts';
import { haveShared, readShared } from '../../domain/hotspots/reference-files.ts';
import { csv, fileOf, temporaryFolder } from '../support.ts';

const grid: StatsInput['grid'] = () => ({
  shape: 'square',
  cellMetres: 250,
  originEasting: 440_000,
  originNorthing: 330_000,
  columns: 80,
  rows: 80,
});

/** Runs a method on a table with the columns x, y, from and to (or as named); gives its rows and figures. */
async function stats(
  method: string,
  content: string,
  settings: Readonly<Record<string, string>> = {},
  columns: Partial<Pick<StatsInput, 'from' | 'to'>> = { from: 'from' },
) {
  const folder = temporaryFolder();
  const out = join(folder, 'out.csv');
  const summary = await statsOnCsv({
    method,
    points: fileOf(folder, 'points.csv', content),
    x: 'x',
    y: 'y',
    weight: null,
    from: columns.from ?? null,
    to: columns.to ?? null,
    grid,
    settings: new Map(Object.entries(settings)),
    out,
  });
  const text = readFileSync(out, 'utf8');
  expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  return { summary, rows: data, header: meta.fields };
}

const points = (...rows: readonly (readonly [number, number, string])[]) =>
  csv(['x', 'y', 'from'], ...rows.map(([x, y, from]) => [String(x), String(y), from]));

const few = points(
  [440_100, 330_100, '2026-01-01'],
  [440_110, 330_100, '2026-01-03'],
  [440_100, 330_100, '2026-02-20'],
  [441_000, 331_000, '2026-03-15'],
);

describe('stats in space and time', () => {
  it('has the promised columns', async () => {
    const near = await stats('near-repeat', few, { spaceBands: '0,50', timeBandsDays: '0,7' });
    expect(near.header).toEqual('space_lo,space_hi,time_lo,time_hi,observed,expected,p'.split(','));
    expect(near.rows).toHaveLength(1);
    expect(near.rows[0]).toMatchObject({ observed: '1', expected: '0.5' });

    const emerging = await stats('emerging', few);
    expect(emerging.header).toEqual(['cell_id', 'class', 'mk_z', 'mk_p']);
    expect(emerging.rows).toHaveLength(6400);
    expect(emerging.summary).toMatchObject({ firstMonth: '2026-01', lastMonth: '2026-03' });
    const share = await stats('emerging', few, { trend: 'share', inference: 'even' });
    expect(share.header).toEqual(['cell_id', 'class', 'trend_t', 'trend_p', 'trend_p_bh']);

    const repeats = await stats('repeats', few, {}, {});
    expect(repeats.rows).toEqual([{ x: '440100', y: '330100', count: '2' }]);

    const held = await stats('evaluate', few, { split: '2026-02-01', coverage: '1,100' });
    expect(held.header).toEqual('cells,area_share,hits,hit_rate,pai,pei,rri'.split(','));
    expect(held.rows[1]).toMatchObject({ cells: '6400', hits: '2', pai: '1', rri: '1' });

    const assessed = await stats(
      'assess',
      few + '440100,330100,2026-03-16\r\n441000,331000,2026-01-02\r\n',
      {
        easting: '440100',
        northing: '330100',
        from: '2026-02-08',
        to: '2026-03-16',
        against: 'days-before',
      },
    );
    expect(assessed.rows.map(({ zone, before, after }) => [zone, before, after])).toEqual([
      ['treated', '1', '2'],
      ['buffer', '0', '0'],
      ['comparison', '1', '1'],
    ]);
  });

  it('shares hours with Sunday first, by either rule', async () => {
    // 2026-03-29 was a Sunday, on which 01:00 to 02:00 was skipped.
    const night = csv(
      ['x', 'y', 'from', 'to'],
      ['1', '1', '2026-03-29T00:00', '2026-03-29T03:00'],
      ['1', '1', '2026-03-29', ''],
    );
    const own = await stats('aoristic', night, {}, { from: 'from', to: 'to' });
    expect(own.header).toEqual(['hour_of_week', 'weight']);
    expect(own.rows).toHaveLength(168);
    expect(own.rows.slice(0, 3).map(({ weight }) => Number(weight))).toEqual([0.5, 0, 0.5]);
    expect(own.summary).toMatchObject({ used: 1, timeUnknown: 1 });
    const reference = await stats(
      'aoristic',
      night,
      { rule: 'reference' },
      { from: 'from', to: 'to' },
    );
    expect(Number(reference.rows[0]?.['weight'])).toBeCloseTo(1 + 1 / 3, 9);
  });

  it('says in plain words what is missing or cannot be', async () => {
    const code = async (...input: Parameters<typeof stats>) =>
      stats(...input).then(
        () => 'done',
        (error: { failure: { code: string } }) => error.failure.code,
      );
    const empty = csv(['x', 'y', 'from']);
    for (const method of ['near-repeat', 'emerging', 'aoristic', 'repeats', 'evaluate', 'assess']) {
      expect(await code(method, empty)).toMatch(/nothing-to-show|bad-request/);
    }
    const one = points([440_100, 330_100, '2026-01-01']);
    expect(await code('near-repeat', one)).toBe('bad-request');
    expect(await code('near-repeat', few, {}, {})).toBe('nothing-to-show');
    expect(await code('near-repeat', few, { permutations: '-1' })).toBe('bad-request');
    expect(await code('emerging', few, { neighbourhoodSteps: '2' })).toBe('bad-request');
    expect(await code('evaluate', one)).toBe('nothing-to-show');
    // One point, and all at one place, are no error where they say something.
    expect(await code('emerging', one)).toBe('done');
    const same = points(
      ...Array.from({ length: 9 }, () => [440_100, 330_100, '2026-01-01'] as const),
    );
    expect(await code('near-repeat', same)).toBe('done');
  });
});

const files = ['points', 'knox_manhattan', 'spacetime_cells', 'aoristic_168'].map(
  (name) => `reference/${name}.csv`,
);
describe.skipIf(!haveShared(...files))('stats on the reference points', () => {
  const read = (file: string) =>
    Papa.parse<Record<string, string>>(readShared(file).trim(), { header: true }).data;
  const times = { from: 'datetime_from', to: 'datetime_to' };

  it('gives the near-repeat table', async () => {
    const first = readShared('reference/points.csv').split('\n').slice(0, 2001).join('\n');
    const { rows } = await stats('near-repeat', first, {}, { from: times.from });
    const theirs = read('reference/knox_manhattan.csv');
    expect(rows.map(({ observed }) => observed)).toEqual(theirs.map(({ observed }) => observed));
    for (const [at, { expected_exact }] of theirs.entries()) {
      expect(Number(rows[at]?.['expected']) / Number(expected_exact)).toBeCloseTo(1, 9);
    }
  });

  it('gives the emerging classes and trends, and the hours', async () => {
    const all = readShared('reference/points.csv');
    const theirs = read('reference/spacetime_cells.csv');
    const emerging = await stats('emerging', all, {}, { from: times.from });
    expect(emerging.rows.map((row) => row['class'])).toEqual(
      theirs.map((row) => row['ehs_class_fdr05_newrule']),
    );
    for (const [at, row] of theirs.entries()) {
      expect(Number(emerging.rows[at]?.['mk_z'])).toBeCloseTo(Number(row['mk_gi_z_nocc']), 9);
    }
    const hours = await stats('aoristic', all, { rule: 'reference' }, times);
    for (const [at, row] of read('reference/aoristic_168.csv').entries()) {
      expect(Number(hours.rows[at]?.['weight'])).toBeCloseTo(Number(row['weight']), 7);
    }
  });
});
