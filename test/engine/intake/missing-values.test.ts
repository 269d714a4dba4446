import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const columns = [
  'reference',
  'offenceTitle',
  'recordedOn',
  'occurredTo',
  'easting',
  'northing',
  'address',
  'victimReference',
  'victimSex',
  'victimAge',
  'suspectReference',
  'suspectSex',
  'domesticAbuseFlag',
  'outcomeOn',
];

it('keeps rows that say NULL, N/A or Unknown where nothing is known, and takes the words for nobody', async () => {
  const { engine, folder, path } = await emptyWorkspace();
  const row = (reference: string, missing: string, position: string) => [
    reference,
    'Stalking',
    '14/02/2026',
    missing,
    position,
    position,
    missing,
    missing,
    missing,
    missing,
    missing,
    'Male',
    missing,
    missing,
  ];
  const text = csv(
    columns,
    row('A1', 'NULL', 'NULL'),
    row('A2', 'N/A', 'n/a'),
    row('A3', 'Unknown', '-'),
  );
  expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
    rows: 3,
    accepted: 3,
    rejected: 0,
    withoutLocation: 3,
    // Three incidents with a man whom nobody knows are three suspects and no victim.
    grain: { incidents: 3, victims: 0, suspects: 3 },
  });
  await engine.stop();
  const database = new Database(path);
  const stored = (select: string) => database.prepare(select).pluck().all();
  expect(stored('SELECT DISTINCT person FROM suspect')).toEqual([null]);
  expect(stored('SELECT DISTINCT place_key FROM incident')).toEqual([null]);
  expect(stored('SELECT DISTINCT domestic_abuse FROM incident')).toEqual([null]);
  database.close();
});

it('reads grid metres with thousands separators, and still refuses other text', async () => {
  const { engine, folder } = await emptyWorkspace();
  const at = (reference: string, easting: string, northing: string) => [
    reference,
    'Stalking',
    '14/02/2026',
    easting,
    northing,
  ];
  const header = ['reference', 'offenceTitle', 'recordedOn', 'easting', 'northing'];
  const text = csv(header, at('A1', '"358,000"', '"173,000.5"'), at('A2', 'ST 58', '173000'));
  expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
    accepted: 1,
    rejected: 1,
    withoutLocation: 1,
    reasons: { 'unreadable-position': 1 },
  });
  // A record must have a date.
  const undated = csv(header, ['A3', 'Stalking', 'NULL', '', '']);
  expect(await importOne(engine, fileOf(folder, 'y.csv', undated))).toMatchObject({
    reasons: { 'missing-date': 1 },
  });
  expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
});

it('knows a postcode however it is spelled, and takes no word for a reference', async () => {
  const { engine, folder } = await emptyWorkspace();
  const postcodes = ['postcode', 'easting', 'northing'];
  const first = csv(postcodes, ['ZZ1 1ZZ', '358000', '173000']);
  expect(await importOne(engine, fileOf(folder, 'a.csv', first))).toMatchObject({ accepted: 1 });
  const again = csv(postcodes, ['zz11zz', '358000', '173000'], ['ZZ1  1ZZ', '358000', '173000']);
  expect(await importOne(engine, fileOf(folder, 'b.csv', again))).toMatchObject({
    accepted: 0,
    duplicates: 2,
  });
  const header = ['reference', 'offenceTitle', 'recordedOn'];
  const unknown = csv(
    header,
    ['NULL', 'Stalking', '14/02/2026'],
    ['N/A', 'Harassment', '15/02/2026'],
  );
  expect(await importOne(engine, fileOf(folder, 'c.csv', unknown))).toMatchObject({
    accepted: 2,
    rejected: 0,
  });
});
