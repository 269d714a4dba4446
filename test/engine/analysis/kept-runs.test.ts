import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { packValue, unpackValue } from '../../../src/engine/workspace/run-blob.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne, newEngine } from '../support.ts';

const header = ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'];
const row = (reference: string, easting: number, northing: number): string[] => [
  reference,
  'Exposure',
  '088/09',
  '01/02/2026',
  String(easting),
  String(northing),
];

/** Twelve records in one cell, and one in each of twenty others. */
async function workspace() {
  const made = await emptyWorkspace();
  const rows = Array.from({ length: 12 }, (_, index) => row(`A${index}`, 440_010, 330_010));
  for (let index = 0; index < 20; index++)
    rows.push(row(`B${index}`, 441_010 + (index % 5) * 500, 331_010 + Math.floor(index / 5) * 500));
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  const more = fileOf(
    made.folder,
    'more.csv',
    csv(header, ...Array.from({ length: 9 }, (_, index) => row(`C${index}`, 443_010, 332_510))),
  );
  return { ...made, more };
}

describe('a kept run', () => {
  it('is listed, opened as it was, and known to be out of date when the data changed', async () => {
    const { engine, more } = await workspace();
    const seen = await ask(engine, 'runAnalysis', { method: 'gi-star' });
    expect((await ask(engine, 'listRuns', {})).runs).toEqual([]);
    const { run } = await ask(engine, 'analyse', { method: 'gi-star' });
    expect(run).toBe(seen.run.run);
    const opened = await ask(engine, 'openRun', { run });
    expect({ ...opened, run: { ...opened.run, madeAt: '' } }).toEqual({
      ...seen,
      run: { ...seen.run, madeAt: '' },
    });
    const listed = async () =>
      (await ask(engine, 'listRuns', {})).runs.map((one) => [one.run, one.isCurrent]);
    expect(await listed()).toEqual([[run, true]]);
    await importOne(engine, more);
    expect(await listed()).toEqual([[run, false]]);
    const again = await ask(engine, 'repeatRun', { run });
    expect(again.countIn).toBe(41);
    expect(await listed()).toEqual([
      [again.run, true],
      [run, false],
    ]);
    expect((await ask(engine, 'openRun', { run })).run.countIn).toBe(32);
  });

  it.each(['moran', 'concentration', 'nearest-neighbour', 'gap', 'stability'] as const)(
    'of %s is another run with other cells, though its rows may be no cells',
    async (method) => {
      const { engine } = await workspace();
      const runs = [250, 500].map(async (cellMetres) => {
        const { run } = await ask(engine, 'runAnalysis', { method, cellMetres });
        expect(run.parameters).toMatchObject({ cellMetres, shape: 'square' });
        return run.run;
      });
      expect(new Set(await Promise.all(runs)).size).toBe(2);
    },
  );

  it('has the same bytes from the same question on the same rows, in another workspace too', async () => {
    const bytesOf = async () => {
      const { engine, path } = await workspace();
      const { run } = await ask(engine, 'analyse', { method: 'gi-star', shape: 'hexagon' });
      await engine.stop();
      const database = new Database(path, { readonly: true });
      const found = database
        .prepare<[string], { result: Buffer; hash: string }>(
          'SELECT result, result_hash AS hash FROM analysis_run WHERE id = ?',
        )
        .get(run);
      database.close();
      return { run, ...found };
    };
    const first = await bytesOf();
    expect(first.result?.length).toBeGreaterThan(100);
    expect(await bytesOf()).toEqual(first);
  });

  it('is compared with another: what is the same, what differs, which cells are hot in both', async () => {
    const { engine, more } = await workspace();
    const first = await ask(engine, 'analyse', { method: 'gi-star' });
    await importOne(engine, more);
    const second = await ask(engine, 'repeatRun', { run: first.run });
    const compared = await ask(engine, 'compareRuns', { first: first.run, second: second.run });
    expect(compared.same).toContain('Side of a cell (m): 250');
    expect(compared.differs).toHaveLength(1);
    expect(compared.differs[0]).toMatch(/^Data: /);
    expect(compared.words[0]).toContain('changed between the two runs');
    expect(compared.words[1]).toMatch(/^\d+ cells are hot in both, \d+ in the first only/);
    const [names, own, other, change] = compared.table.columns.map(({ values }) => values);
    const at = names?.indexOf('Records counted' as never) ?? -1;
    expect([own?.[at], other?.[at], change?.[at]]).toEqual([32, 41, 9]);
    const coarse = await ask(engine, 'analyse', { method: 'gi-star', cellMetres: 500 });
    const other2 = await ask(engine, 'compareRuns', { first: first.run, second: coarse.run });
    expect(other2.words.join(' ')).toContain('cannot be matched');
  });

  it('is removed by its id, and refused where there is none', async () => {
    const { engine } = await workspace();
    const { run } = await ask(engine, 'analyse', { method: 'counts' });
    await ask(engine, 'removeRun', { run });
    expect((await ask(engine, 'listRuns', {})).runs).toEqual([]);
    for (const name of ['openRun', 'repeatRun', 'removeRun'] as const)
      expect(await engine.call(name, { run })).toMatchObject({ code: 'not-found' });
    expect((await ask(engine, 'readAudit', { verify: true })).intact).toBe(true);
  });

  it('loses its tables, and keeps its figures, when records in it are erased', async () => {
    const { engine } = await workspace();
    const { run } = await ask(engine, 'analyse', { method: 'counts' });
    await ask(engine, 'eraseRecords', { reference: 'A1', why: 'Asked for by the victim' });
    expect((await ask(engine, 'listRuns', {})).runs).toMatchObject([
      { run, countIn: 32, canOpen: false, isCurrent: false },
    ]);
    expect(await engine.call('openRun', { run })).toMatchObject({ code: 'not-available' });
    expect(await ask(engine, 'repeatRun', { run })).toMatchObject({ countIn: 31 });
  });

  it('tells a reader nothing to write, and damaged tables from whole ones', async () => {
    const { engine, path } = await workspace();
    const { run } = await ask(engine, 'analyse', { method: 'counts' });
    const reader = newEngine();
    await ask(reader, 'openWorkspace', { path });
    expect(await reader.call('repeatRun', { run })).toMatchObject({ code: 'locked' });
    expect((await ask(reader, 'openRun', { run })).main.name).toBe('cells');
    await engine.stop();
    const database = new Database(path);
    database.exec("UPDATE analysis_run SET result_hash = 'x'");
    database.close();
    const again = newEngine();
    await ask(again, 'openWorkspace', { path });
    expect(await again.call('openRun', { run })).toMatchObject({ code: 'corrupt' });
  });
});

describe('the recipe', () => {
  it('is kept with who set it and how many runs there were; departures are told, logged and printed', async () => {
    const { engine } = await workspace();
    expect(await ask(engine, 'readRecipe', {})).toBeNull();
    await ask(engine, 'saveRecipe', {
      method: 'gi-star',
      cellMetres: 500,
      filter: { space: 'public' },
      note: 'Agreed by the board.',
    });
    expect(await ask(engine, 'readRecipe', {})).toMatchObject({
      method: 'gi-star',
      cellMetres: 500,
      runsBefore: 0,
      note: 'Agreed by the board.',
    });
    const kept = await ask(engine, 'runAnalysis', {
      method: 'gi-star',
      cellMetres: 500,
      area: 'occupied-ring',
      filter: { space: 'public' },
    }).catch((error: unknown) => String(error));
    // The made-up records have no location type, so none is known to be public.
    expect(kept).toContain('nothing-to-show');
    const run = await ask(engine, 'analyse', { method: 'counts' });
    expect(run.departures).toEqual([
      'Method: Counts instead of Hot spots (Gi*).',
      'Cells: 250 m instead of 500 m.',
      'Space: all instead of public.',
    ]);
    const { latest } = await ask(engine, 'readAudit', {});
    expect(latest.find(({ action }) => action === 'analysis run')?.detail).toMatchObject({
      departures: 3,
    });
    const { html } = await ask(engine, 'buildProfile', {});
    expect(html).toContain('Agreed by the board.');
    expect(html).toContain('before any run was kept');
    expect(html).toContain('Cells: 250 m instead of 500 m.');
  });

  it('is taken back to the one before, or to none', async () => {
    const { engine } = await workspace();
    await ask(engine, 'saveRecipe', { method: 'gi-star', cellMetres: 500 });
    await ask(engine, 'saveRecipe', { method: 'gi-star', cellMetres: 250 });
    expect(await ask(engine, 'undoRecipe', {})).toMatchObject({ cellMetres: 500 });
    expect(await engine.call('undoRecipe', {})).toMatchObject({ code: 'not-found' });
    await ask(engine, 'saveRecipe', { method: 'counts' });
    expect(await ask(engine, 'undoRecipe', {})).toMatchObject({ cellMetres: 500 });
  });

  it('says when results had been seen before it was set', async () => {
    const { engine } = await workspace();
    await ask(engine, 'analyse', { method: 'counts' });
    await ask(engine, 'saveRecipe', { method: 'gi-star' });
    const { html } = await ask(engine, 'buildProfile', {});
    expect(html).toContain('after 1 kept run, so results had been seen');
  });
});

it('a packed value comes back whole, arrays of numbers in their place', () => {
  const value = {
    text: 'a "b"',
    list: [1, null, Float64Array.of(0.1, Number.NaN, -0)],
    deep: { whole: Int32Array.of(1, 2, 3), none: new Float64Array() },
  };
  const packed = packValue(value);
  expect(unpackValue(packed)).toEqual(value);
  expect(unpackValue({ ...packed, hash: 'x' })).toBeNull();
  expect(packValue(structuredClone(value)).bytes.equals(packed.bytes)).toBe(true);
});
