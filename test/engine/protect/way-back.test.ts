import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { ask, csv, fileOf, importOne, newEngine, temporaryFolder } from '../support.ts';

const amy = 'amys three random words';
const ben = 'bens three random words';
const header = [
  'reference',
  'offenceTitle',
  'offenceCode',
  'recordedOn',
  'victimReference',
  'victimSex',
  'suspectReference',
  'suspectStatus',
  'suspectAge',
];
const row = (reference: string, victim: string, suspect: string, status: string, age = '40') => [
  reference,
  'Exposure',
  '088/09',
  '01/02/2026',
  victim,
  'female',
  suspect,
  status,
  age,
];
const extract = csv(
  header,
  row('A1', 'V1', 'S-ONE', 'charged'),
  row('A2', 'V2', 'S-ONE', 'suspect'),
  row('A3', 'V3', 'S-TWO', 'suspect'),
  row('A4', 'V4', '=S-THREE', 'suspect'),
  row('A5', 'V4', '=S-THREE', 'suspect'),
  row('A6', 'V5', 'S-GONE', 'eliminated'),
  row('A7', 'V5', 'S-GONE', 'eliminated'),
  row('A8', 'V6', 'S-CHILD', 'suspect', '15'),
  row('A9', 'V6', 'S-CHILD', 'suspect', '15'),
);
const wanted = { recipient: 'A. Manager, offender management', purpose: 'Lifetime offender panel' };

async function filled(passphrase: string | null = amy) {
  const folder = temporaryFolder();
  const path = join(folder, 'w.actionten');
  const engine = newEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Testshire', passphrase });
  if (passphrase !== null)
    await ask(engine, 'addUser', { name: 'Ben', ownName: 'Amy', passphrase: ben });
  const references = fileOf(folder, 'extract.csv', extract);
  await importOne(engine, references);
  return { engine, folder, path, references, out: join(folder, 'for the manager.csv') };
}

describe('the way back from pseudonyms', () => {
  it('is released by a second user, for adult suspects who still stand, and logged without them', async () => {
    const { engine, references, out } = await filled();
    const asked = await ask(engine, 'askWayBack', wanted);
    expect(asked).toMatchObject({ request: 1, suspects: 2, leftOut: { children: 1 } });
    expect(existsSync(out)).toBe(false);
    const release = { request: 1, references, out };
    const done = await ask(engine, 'releaseWayBack', { ...release, passphrase: ben });
    expect(done).toMatchObject({ suspects: 2, notFound: 0, recipient: wanted.recipient });
    const { data } = Papa.parse<Record<string, string>>(readFileSync(out, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(
      data.map(({ reference, incidents, victims, category }) => [
        reference,
        incidents,
        victims,
        category,
      ]),
    ).toEqual([
      ['S-ONE', '2', '2', 'charged'],
      // No spreadsheet runs it.
      ["'=S-THREE", '2', '1', 'suspect'],
    ]);
    expect(data[0]?.['handling']).toContain(`For ${wanted.recipient} alone`);
    expect(statSync(out).mode & 0o077).toBe(0);
    // The same name that the ranking in the window has.
    const { rows } = await ask(engine, 'harmRanking', { by: 'suspects' });
    expect(rows.map(({ unit }) => unit)).toContain(data[0]?.['suspect']);

    const { latest, intact } = await ask(engine, 'readAudit', { verify: true });
    expect(latest.slice(0, 2).map(({ action }) => action)).toEqual([
      'way back released',
      'way back asked',
    ]);
    expect(latest[0]?.detail).toMatchObject({ request: 1, suspects: 2, notFound: 0 });
    expect(JSON.stringify(latest)).not.toMatch(/S-ONE|S-THREE/);
    for (const { pseudonym } of data) expect(JSON.stringify(latest)).not.toContain(pseudonym);
    expect(intact).toBe(true);
    const { requests } = await ask(engine, 'listWayBacks', {});
    expect(requests).toMatchObject([{ request: 1, state: 'released' }]);
    expect(requests[0]?.askedBy).toMatch(/^Amy /);
    expect(requests[0]?.releasedBy).toMatch(/^Ben /);
    expect(await engine.call('releaseWayBack', { ...release, passphrase: ben })).toMatchObject({
      code: 'not-permitted',
    });
  });

  it('is refused to the person who asked, to nobody’s passphrase, and for a list without the suspects', async () => {
    const { engine, folder, references, out } = await filled();
    await ask(engine, 'askWayBack', wanted);
    const release = { request: 1, references, out };
    const other = fileOf(folder, 'other.csv', csv(['suspectReference'], ['S-NINE']));
    for (const [input, code] of [
      [release, 'not-permitted'],
      [{ ...release, passphrase: amy }, 'not-permitted'],
      [{ ...release, passphrase: 'nobodys three words' }, 'wrong-passphrase'],
      [{ ...release, passphrase: ben, column: 'nominal' }, 'no-known-columns'],
      [{ ...release, passphrase: ben, references: other }, 'nothing-to-show'],
      [{ ...release, passphrase: ben, request: 2 }, 'not-found'],
    ] as const) {
      expect(await engine.call('releaseWayBack', input)).toMatchObject({ code });
    }
    expect(existsSync(out)).toBe(false);
    expect((await ask(engine, 'listWayBacks', {})).requests).toMatchObject([{ state: 'waiting' }]);
  });

  it('finds the references after the key was renewed, and says under which key', async () => {
    const { engine, references, out } = await filled();
    await ask(engine, 'renewPseudonyms', { why: 'Yearly' });
    await ask(engine, 'askWayBack', { ...wanted, leastVictims: 2 });
    await ask(engine, 'releaseWayBack', { request: 1, references, out, passphrase: ben });
    const [line] = Papa.parse<Record<string, string>>(readFileSync(out, 'utf8'), {
      header: true,
    }).data;
    expect(line).toMatchObject({ reference: 'S-ONE', pseudonymKey: '2' });
    expect((await ask(engine, 'listWayBacks', {})).requests[0]?.pseudonymKey).toBe(2);
  });

  it('of a plain workspace needs a second account', async () => {
    const { engine, references, out } = await filled(null);
    await ask(engine, 'askWayBack', wanted);
    expect(await engine.call('releaseWayBack', { request: 1, references, out })).toMatchObject({
      code: 'not-permitted',
      remedy:
        'Ask a colleague to release it from an account of their own, or give each user a passphrase.',
    });
    expect(await engine.call('askWayBack', { ...wanted, leastIncidents: 9 })).toMatchObject({
      code: 'nothing-to-show',
    });
  });
});
