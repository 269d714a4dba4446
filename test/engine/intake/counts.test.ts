import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

it('takes commas for those of thousands only where groups of three stand behind them', async () => {
  const { engine, folder } = await emptyWorkspace();
  const text = [
    'Area code,Count,Sex',
    'E01000001,"1,234",F',
    'E01000002,"1,5",F',
    'E01000003,"12,34",F',
    'E01000004,"1,234,567",F',
  ].join('\n');
  const file = await importOne(engine, fileOf(folder, 'x.csv', text), { kind: 'population' });
  expect(file).toMatchObject({ accepted: 2, reasons: { 'unreadable-number': 2 } });
});

it('takes a total beside the parts of a population for what a blank says', async () => {
  const { engine, folder, path } = await emptyWorkspace();
  const columns = ['Area code', 'Sex', 'Age band', 'Ethnicity', 'Count'];
  const text = csv(
    columns,
    ['E01000001', 'F', 'All ages', 'Total: All usual residents', '30'],
    ['E01000001', 'F', '0-15', 'All', '10'],
    ['E01000001', 'F', '16+', 'All other ethnic groups', '20'],
  );
  const file = await importOne(engine, fileOf(folder, 'x.csv', text), { kind: 'population' });
  expect(file).toMatchObject({ accepted: 3 });
  await engine.stop();
  const database = new Database(path);
  const stored = database.prepare('SELECT age_band, ethnicity FROM population').raw().all();
  database.close();
  expect(stored).toEqual([
    [null, null],
    ['0-15', null],
    ['16+', 'All other ethnic groups'],
  ]);
});
