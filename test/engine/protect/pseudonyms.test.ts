import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne, newEngine } from '../support.ts';

const header = [
  'reference',
  'offenceTitle',
  'recordedOn',
  'address',
  'victimReference',
  'victimSex',
  'suspectReference',
  'suspectStatus',
];
const row = (reference: string, victim: string, suspect: string, status = 'suspect') => [
  reference,
  'Stalking',
  '01/02/2026',
  '1 High Street',
  victim,
  'female',
  suspect,
  status,
];
const first = csv(header, row('A1', 'V1', 'S1'), row('A2', 'V1', 'S2'), row('A3', 'V2', 'S1'));

const filled = async () => {
  const made = await emptyWorkspace();
  await importOne(made.engine, fileOf(made.folder, 'first.csv', first));
  await ask(made.engine, 'classify', {});
  return made;
};

/** Reads the closed or open file beside the engine. */
const read = <Value>(path: string, sql: string): Value[] => {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare<[], Value>(sql).pluck().all();
  } finally {
    database.close();
  }
};

it('pseudonyms are keyed hashes, once under each key in turn', async () => {
  const { engine, path } = await filled();
  const hmac = (key: string, text: string) =>
    createHmac('sha256', key).update(text, 'latin1').digest('hex').slice(0, 16);
  const keys = () => read<string>(path, "SELECT value FROM setting WHERE name = 'pseudonym-key'");
  const victims = () => read<string>(path, 'SELECT DISTINCT person FROM victim ORDER BY id');
  const [one = ''] = keys();
  const asRead = hmac(one, 'person\u0000V1');
  expect(victims()[0]).toBe(asRead);
  await ask(engine, 'renewPseudonyms', { why: 'Yearly' });
  await ask(engine, 'renewPseudonyms', { why: 'Yearly' });
  const [, two = '', three = ''] = keys()[0]?.split(' ') ?? [];
  expect(victims()[0]).toBe(hmac(three, hmac(two, asRead)));
});

it('renewing takes the old pseudonyms out of the file, and keeps who is whom', async () => {
  const { engine, path } = await filled();
  const all =
    'SELECT person FROM victim UNION SELECT person FROM suspect UNION SELECT place_key FROM incident';
  const before = read<string>(path, all);
  const ranking = await ask(engine, 'harmRanking', { by: 'suspects' });
  expect(await ask(engine, 'renewPseudonyms', { why: 'Key seen outside' })).toMatchObject({
    key: 2,
    renewed: { victims: 3, suspects: 3, places: 3 },
    publishedUnderOlderKeys: [],
  });
  const after = read<string>(path, all);
  expect(after).toHaveLength(before.length);
  expect(after.filter((text) => before.includes(text))).toEqual([]);
  expect(await ask(engine, 'harmRanking', { by: 'suspects' })).toEqual(ranking);
  const { latest, intact } = await ask(engine, 'readAudit', { verify: true });
  expect(latest[0]).toMatchObject({
    action: 'pseudonyms renewed',
    detail: { why: 'Key seen outside', key: 2 },
  });
  expect(intact).toBe(true);
  await engine.stop();
  const bytes = readFileSync(path);
  for (const text of before) expect(bytes.includes(text)).toBe(false);
});

it('a later file knows the records and people of before, and can be taken back', async () => {
  const { engine, folder, path } = await filled();
  await ask(engine, 'renewPseudonyms', { why: 'Yearly' });
  const second = csv(
    header,
    row('A1', 'V1', 'S1'),
    row('A3', 'V2', 'S1'),
    row('A4', 'V1', 'S1'),
    row('A2', 'V1', 'S9'),
  );
  expect(await importOne(engine, fileOf(folder, 'second.csv', second))).toMatchObject({
    rows: 4,
    duplicates: 2,
    accepted: 2,
    updated: 0,
  });
  const victims = read<string>(path, 'SELECT DISTINCT person FROM victim');
  expect(victims).toHaveLength(2);
  expect((await ask(engine, 'workspaceSummary', {})).counts).toMatchObject({
    incidents: 4,
    victims: 4,
    suspects: 5,
  });
  await ask(engine, 'undoBatch', { batch: 2 });
  expect((await ask(engine, 'workspaceSummary', {})).counts).toMatchObject({
    incidents: 3,
    victims: 3,
    suspects: 3,
  });
});

it('an update that is taken back after renewing restores the renewed pseudonym', async () => {
  const { engine, folder, path } = await filled();
  const moved = csv(
    header,
    row('A1', 'V1', 'S1').map((cell) => cell.replace('1 High Street', '2 Low Lane')),
  );
  expect(await importOne(engine, fileOf(folder, 'moved.csv', moved))).toMatchObject({ updated: 1 });
  await ask(engine, 'renewPseudonyms', { why: 'Yearly' });
  const places = () => read<string>(path, 'SELECT place_key FROM incident ORDER BY id');
  expect(new Set(places()).size).toBe(2);
  await ask(engine, 'undoBatch', { batch: 2 });
  expect(new Set(places()).size).toBe(1);
});

it('a person is erased by reference under any key', async () => {
  const { engine, path } = await filled();
  await ask(engine, 'renewPseudonyms', { why: 'Yearly' });
  const { erased } = await ask(engine, 'eraseRecords', { reference: 'V1', why: 'Request 1' });
  expect(erased).toMatchObject({ victim: 2 });
  await engine.stop();
  const again = newEngine();
  await ask(again, 'openWorkspace', { path });
  expect(await ask(again, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
});
