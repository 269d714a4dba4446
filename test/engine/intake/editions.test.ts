import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { emptyWorkspace, fileOf, importOne } from '../support.ts';
import { sourceFiles, textOf } from './source-files.ts';

/** Imports some of the made-up source files in order and gives what became of each, and the workspace's rows. */
async function imported(names: readonly string[], select: string) {
  const { engine, folder, path } = await emptyWorkspace();
  const results = [];
  for (const name of names) {
    const source = sourceFiles.find((one) => one.name === name);
    if (source === undefined) throw new Error(`no source file ${name}`);
    results.push(await importOne(engine, fileOf(folder, 'x.csv', textOf(source))));
  }
  await engine.stop();
  const database = new Database(path);
  const rows = database.prepare(select).raw().all();
  database.close();
  return { results, rows };
}

it('keeps the ranks of two editions of the Indices of Deprivation apart', async () => {
  const { results, rows } = await imported(
    ['deprivation 2019', 'deprivation 2025'],
    'SELECT area_code, edition, rank FROM deprivation ORDER BY edition',
  );
  expect(results).toMatchObject([{ accepted: 1 }, { accepted: 1, updated: 0 }]);
  expect(rows).toEqual([
    ['E01000001', '2019', 29_199],
    ['E01000001', '2025', 29_000],
  ]);
});

it('keeps the outcome of an outcomes table, and none for recorded crime', async () => {
  const { rows } = await imported(
    ['recorded crime', 'outcomes table'],
    'SELECT outcome, number FROM comparator ORDER BY number',
  );
  expect(rows).toEqual([
    ['Charged/Summonsed', 56],
    [null, 1_234],
  ]);
});

it('does not take a camera for the street light or the licence of the same number', async () => {
  const { results, rows } = await imported(
    ['street lights', 'CCTV', 'licensed premises', 'schools', 'NaPTAN'].flatMap((name) => [
      name,
      name,
    ]),
    'SELECT count(*) FROM venue',
  );
  expect(results.map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual(
    Array.from({ length: 5 }, () => [
      [1, 0],
      [0, 1],
    ]).flat(),
  );
  expect(rows).toEqual([[5]]);
});

it('keeps street lights of one number on two streets, and two faults of one light', async () => {
  const { engine, folder } = await emptyWorkspace();
  const lights = fileOf(
    folder,
    'lights.csv',
    'Column Number,Street,Lamp type,Easting,Northing\n1,First Street,LED,358000,173000\n1,Second Street,LED,358500,173000\n',
  );
  expect(await importOne(engine, lights)).toMatchObject({ accepted: 2, rejected: 0 });
  const moved = fileOf(
    folder,
    'moved.csv',
    'Column Number,Street,Lamp type,Easting,Northing\n1,First Street,LED,358001,173000\n1,Second Street,LED,358500,173000\n',
  );
  expect(await importOne(engine, moved)).toMatchObject({ updated: 1, duplicates: 1 });
  const faults = fileOf(
    folder,
    'faults.csv',
    'Column Number,Street,Fault Type,Date Reported\n1,First Street,Lamp out,14/02/2026\n1,First Street,Lamp out,20/02/2026\n',
  );
  expect(await importOne(engine, faults)).toMatchObject({
    kind: 'partner',
    accepted: 2,
    rejected: 0,
  });
});
