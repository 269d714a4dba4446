import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { packValue } from '../../../src/engine/workspace/run-blob.ts';
import {
  ask,
  csv,
  emptyWorkspace,
  fileOf,
  placedHeader as header,
  importOne,
  newEngine,
} from '../support.ts';

/** Twelve exposures at one spot, half of them in a dwelling, and eight around it. */
async function workspace() {
  const made = await emptyWorkspace();
  const row = (name: string, easting: number, northing: number, locationType: string) => [
    name,
    'Exposure',
    '088/09',
    '01/02/2026',
    String(easting),
    String(northing),
    locationType,
  ];
  const rows = Array.from({ length: 12 }, (_, at) =>
    row(`A${at}`, 440_130, 330_070, at % 2 === 0 ? 'Dwelling' : 'Street'),
  );
  for (let at = 0; at < 8; at++) {
    rows.push(row(`B${at}`, 441_000 + 700 * at, 331_000 + 400 * (at % 3), 'Dwelling'));
  }
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  return made;
}

it('cells of private space are never finer than 500 m, and the run says that they became so', async () => {
  const { engine } = await workspace();
  for (const [space, metres] of [
    ['private', 500],
    ['public', 100],
    ['all', 100],
  ] as const) {
    const { run, words } = await ask(engine, 'runAnalysis', {
      method: 'counts',
      filter: { space },
      cellMetres: 100,
    });
    expect(run.parameters).toMatchObject({ cellMetres: metres });
    expect(words.some((one) => one.includes('cells of 100 m became cells of 500 m'))).toBe(
      space === 'private',
    );
  }
  const kept = await ask(engine, 'analyse', {
    method: 'gi-star',
    filter: { space: 'private' },
    cellMetres: 100,
  });
  expect(kept.parameters).toMatchObject({ cellMetres: 500 });
  await ask(engine, 'saveRecipe', {
    method: 'gi-star',
    filter: { space: 'private' },
    cellMetres: 100,
  });
  expect(await ask(engine, 'readRecipe', {})).toMatchObject({ cellMetres: 500 });
  expect((await ask(engine, 'repeatRun', { run: kept.run })).departures).toEqual([]);
});

it.each([
  ['clusters', 'hulls'],
  ['repeats', 'points'],
] as const)('%s give positions in public space only, in files too', async (method, kind) => {
  const { engine, folder } = await workspace();
  const settings: Record<string, string> =
    method === 'clusters' ? { minPoints: '4' } : { by: 'position' };
  for (const space of ['all', 'private', 'online'] as const) {
    const asked = await engine.call('runAnalysis', { method, filter: { space }, settings });
    if (space === 'online') {
      expect(asked).toMatchObject({ code: 'nothing-to-show' });
      continue;
    }
    const out = join(folder, `${space}.geojson`);
    expect(asked).toMatchObject({ value: { geometry: { kind: 'none', isWithheld: true } } });
    expect(
      await engine.call('analyse', { method, filter: { space }, settings, out }),
    ).toMatchObject({ code: 'bad-request', message: expect.stringContaining('can be at homes') });
    expect(existsSync(out)).toBe(false);
    const table = join(folder, `${space}.csv`);
    const { run } = await ask(engine, 'analyse', {
      method,
      filter: { space },
      settings,
      out: table,
    });
    expect(readFileSync(table, 'utf8')).not.toMatch(/easting|44013|33007/);
    const opened = await ask(engine, 'openRun', { run });
    expect(opened.geometry).toEqual({ kind: 'none', isWithheld: true });
    expect(opened.words.join(' ')).toContain('can be at homes');
  }
  const seen = await ask(engine, 'runAnalysis', { method, filter: { space: 'public' }, settings });
  expect(seen.geometry.kind).toBe(kind);
});

it('a run that was kept before the rule opens without its positions', async () => {
  const { engine, path } = await workspace();
  const { run } = await ask(engine, 'analyse', {
    method: 'clusters',
    filter: { space: 'private' },
    settings: { minPoints: '4' },
  });
  await engine.stop();
  const packed = packValue({
    main: { name: 'clusters', title: 'Clusters', columns: [] },
    others: [],
    geometry: {
      kind: 'hulls',
      starts: Int32Array.of(0, 1),
      positions: Float64Array.of(440_130, 330_070),
    },
    shade: null,
    words: [],
  });
  const database = new Database(path);
  database
    .prepare('UPDATE analysis_run SET result = ?, result_hash = ? WHERE id = ?')
    .run(packed.bytes, packed.hash, run);
  database.close();
  const again = newEngine();
  await ask(again, 'openWorkspace', { path });
  expect((await ask(again, 'openRun', { run })).geometry).toEqual({
    kind: 'none',
    isWithheld: true,
  });
});
