import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

it('reads grid references as far as they say where, and says how far', async () => {
  const { engine, folder, path } = await emptyWorkspace();
  const row = (reference: string, place: string) => [reference, 'Stalking', '14/02/2026', place];
  const file = fileOf(
    folder,
    'x.csv',
    csv(
      ['Crime Ref', 'Offence', 'Date Recorded', 'OS Grid Ref'],
      row('A1', 'ST 580 730'),
      row('A2', 'st58127345'),
      row('A3', 'TQ 30088 80410'),
      row('A4', '358000173000'),
      row('A5', 'ST5873'),
      row('A6', 'ST 5 7'),
      row('A7', 'not known'),
      row('A8', 'ST 580 73'),
    ),
  );
  expect(await importOne(engine, file)).toMatchObject({
    rows: 8,
    accepted: 7,
    reasons: { 'unreadable-position': 1 },
    unknown: [{ field: 'gridReference', value: 'ST 580 73', count: 1 }],
    // A square of a kilometre is no place for a cell of 250 metres; it stays readable in words.
    withoutLocation: 4,
    warnings: [
      'position-to-a-square-of-100-m: 1',
      'position-to-a-square-of-10-m: 1',
      'grid-reference-too-coarse: 2',
    ],
  });
  const { sources } = await ask(engine, 'dataQuality', {});
  expect(sources[0]?.located).toMatchObject({ coordinates: 1, 'grid-reference': 3, none: 3 });
  await engine.stop();
  const database = new Database(path);
  const kept = database
    .prepare('SELECT easting, northing, position_from, location_text FROM incident')
    .raw()
    .all();
  expect(kept).toEqual([
    [358_050, 173_050, 'square-100', 'ST 580 730'],
    [358_125, 173_455, 'square-10', 'st58127345'],
    [530_088.5, 180_410.5, 'square-1', 'TQ 30088 80410'],
    [358_000, 173_000, 'grid', '358000173000'],
    [null, null, null, 'ST5873'],
    [null, null, null, 'ST 5 7'],
    [null, null, null, 'not known'],
  ]);
  database.close();
});
