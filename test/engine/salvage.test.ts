import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask, csv, fileOf, importOne, newEngine, temporaryFolder } from './support.ts';

const pageBytes = 4_096;
const words = 'three random words';
const header = [
  'reference',
  'offenceTitle',
  'recordedOn',
  'victimReference',
  'victimSex',
  'summary',
];

/** 1,500 made-up incidents in two files, six of their rows rejected, and a second user's worth of log. */
async function filled(passphrase: string | null) {
  const folder = temporaryFolder();
  const path = join(folder, 'w.actionten');
  const engine = newEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Testshire', passphrase });
  const rows = (from: number, count: number): string[][] =>
    Array.from({ length: count }, (_, index) => {
      const number = from + index;
      const day =
        index % 250 === 0 ? 'no date' : `${String(1 + (number % 28)).padStart(2, '0')}/02/2026`;
      return [
        `R${number}`,
        'Stalking',
        day,
        `V${number}`,
        'female',
        `Made up as number ${number} ${'x'.repeat(80)}`,
      ];
    });
  const files = [
    fileOf(folder, 'one.csv', csv(header, ...rows(1, 1_000))),
    fileOf(folder, 'two.csv', csv(header, ...rows(1_001, 500))),
  ];
  for (const file of files) await importOne(engine, file);
  await ask(engine, 'classify', {});
  const { head } = await ask(engine, 'readAudit', { limit: 1 });
  await engine.stop();
  return { folder, path, files, head, out: join(folder, 'new.actionten') };
}

/** Pages of a table or index, from its first one on. */
function pagesOf(path: string, name: string, passphrase: string | null): number[] {
  const database = new Database(path, { readonly: true });
  if (passphrase !== null) {
    database.pragma("cipher = 'aegis'");
    database.key(Buffer.from(passphrase));
  }
  const pages = database
    .prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY path')
    .pluck()
    .all(name);
  database.close();
  return pages;
}

/** Writes bytes of chance (the same each time) over a page. */
function damage(path: string, page: number): void {
  const bytes = Buffer.alloc(pageBytes);
  for (let at = 0, state = page; at < pageBytes; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, pageBytes, (page - 1) * pageBytes);
  closeSync(file);
}

/** Salvages and opens the new file: it passes its check, its log is whole, and the damaged file is untouched. */
async function salvage(path: string, out: string, passphrase: string | null) {
  const before = readFileSync(path);
  const engine = newEngine();
  const salvaged = await ask(engine, 'salvageWorkspace', { path, out, passphrase });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(salvaged.check).toEqual({ intact: true, problems: [] });
  expect(
    readdirSync(join(out, '..')).filter((name) => /-(damaged|part|layout)/.test(name)),
  ).toEqual([]);
  const { summary } = await ask(engine, 'openWorkspace', { path: out, passphrase });
  await ask(engine, 'classify', {});
  expect(await ask(engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
  const log = await ask(engine, 'readAudit', { verify: true });
  expect(log.intact).toBe(true);
  const lost = Object.fromEntries(
    salvaged.tables.filter((table) => table.lost !== 0).map((table) => [table.table, table.lost]),
  );
  return { engine, salvaged, summary, lost, log };
}

async function incidentsIn(engine: Engine): Promise<number> {
  return (await ask(engine, 'workspaceSummary', {})).counts.incidents;
}

describe.each([
  ['plain', null],
  ['encrypted', words],
])('a %s workspace with a damaged page', (_kind, passphrase) => {
  it('of data: loses the rows on it, says how many, and takes them from their file again', async () => {
    const { path, out, head, files } = await filled(passphrase);
    const pages = pagesOf(path, 'incident', passphrase);
    damage(path, pages[Math.floor(pages.length / 2)] ?? 0);
    const before = newEngine();
    expect(await before.call('openWorkspace', { path, passphrase })).toMatchObject({
      code: 'corrupt',
      remedy: expect.stringContaining('salvage') as string,
    });
    expect(await before.call('checkWorkspace', {})).toMatchObject({ code: 'no-workspace' });
    const { engine, salvaged, lost, log } = await salvage(path, out, passphrase);
    const incidents = await incidentsIn(engine);
    expect(lost['incident']).toBeGreaterThan(5);
    expect(incidents).toBe(1_494 - (lost['incident'] ?? 0));
    expect(lost).toEqual({ incident: lost['incident'], victim: lost['incident'] });
    expect(salvaged.log).toEqual({ fromHead: head, kept: 4, setAside: 0, missing: 0 });
    expect(log.latest.map(({ action }) => action)).toContain('workspace salvaged');
    for (const file of files) await importOne(engine, file);
    expect(await incidentsIn(engine)).toBe(1_494);
    expect((await ask(engine, 'readAudit', { anchor: head })).anchored).toBe(true);
  });

  it('of an index: loses nothing', async () => {
    const { path, out } = await filled(passphrase);
    for (const name of ['rejected_row_by_batch', 'sqlite_autoindex_word_1']) {
      damage(path, pagesOf(path, name, passphrase)[0] ?? 0);
    }
    const { engine, lost } = await salvage(path, out, passphrase);
    expect(lost).toEqual({});
    expect(await incidentsIn(engine)).toBe(1_494);
  });

  it('of words: takes them from their index', async () => {
    const { path, out } = await filled(passphrase);
    damage(path, pagesOf(path, 'word', passphrase)[0] ?? 0);
    const { engine, lost, summary } = await salvage(path, out, passphrase);
    expect(lost).toEqual({});
    expect(summary.counts.incidents).toBe(1_494);
    expect((await ask(engine, 'workspaceSummary', {})).classification?.vawg['total']).toBe(1_494);
  });

  it('of a blob: of columns loses nothing; of the index of records keeps them and says what follows', async () => {
    const { path, out, files } = await filled(passphrase);
    const blob = (name: string): number => pagesOf(path, name, passphrase).at(-1) ?? 0;
    damage(path, blob('column_store'));
    damage(path, blob('row_index'));
    const { engine, salvaged, lost } = await salvage(path, out, passphrase);
    // In a plain file nothing tells that the bytes of a blob are not those that were written.
    expect(lost).toEqual(passphrase === null ? {} : { row_index: 1 });
    expect(salvaged.notes.join(' ')).toContain('can no longer be recognised in a file');
    expect(await incidentsIn(engine)).toBe(1_494);
    // New rows get numbers of their own all the same.
    const more = csv(header, ['N1', 'Stalking', '01/02/2026', 'V1', 'female', 'Made up']);
    await importOne(engine, fileOf(join(path, '..'), 'more.csv', more));
    expect(await incidentsIn(engine)).toBe(1_495);
    expect(files).toHaveLength(2);
  });

  it('of the list of tables: makes it again and loses nothing', async () => {
    const made = await filled(passphrase);
    const pages = pagesOf(made.path, 'sqlite_schema', passphrase);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of [pages[1] ?? 0, pages.at(-1) ?? 0]) damage(made.path, page);
    expect(await newEngine().call('openWorkspace', { path: made.path, passphrase })).toMatchObject({
      code: 'corrupt',
      remedy: expect.stringContaining('salvage') as string,
    });
    const { engine, lost } = await salvage(made.path, made.out, passphrase);
    expect(lost).toEqual({});
    expect(await incidentsIn(engine)).toBe(1_494);
  });

  it('of the settings and the log: makes up what must be there and says so', async () => {
    const { path, out } = await filled(passphrase);
    for (const name of ['setting', 'audit_entry'])
      damage(path, pagesOf(path, name, passphrase)[0] ?? 0);
    const { engine, salvaged, log } = await salvage(path, out, passphrase);
    expect(salvaged.notes.join(' ')).toContain('The key of the log was lost');
    expect(salvaged.log).toMatchObject({ fromHead: null, kept: 0 });
    expect(log.latest.at(-1)?.action).toBe('workspace salvaged');
    expect(await incidentsIn(engine)).toBe(1_494);
  });

  it('of rejected rows: keeps their number', async () => {
    const { path, out } = await filled(passphrase);
    damage(path, pagesOf(path, 'rejected_row', passphrase).at(-1) ?? 0);
    const before = newEngine();
    await ask(before, 'openWorkspace', { path, passphrase });
    const { problems } = await ask(before, 'checkWorkspace', {});
    expect(problems).toEqual([expect.stringContaining('salvage')]);
    await before.stop();
    const { salvaged, engine } = await salvage(path, out, passphrase);
    expect(salvaged.notes.join(' ')).toContain('rejected rows are there without their text');
    const { batches } = await ask(engine, 'listBatches', {});
    expect(batches.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(6);
  });
});

describe('the first page', () => {
  it('of a plain workspace is made again', async () => {
    const { path, out } = await filled(null);
    damage(path, 1);
    const { engine, lost } = await salvage(path, out, null);
    expect(lost).toEqual({});
    expect(await incidentsIn(engine)).toBe(1_494);
  });

  it('of an encrypted one cannot be: that is said, and nothing is written', async () => {
    const { path, out } = await filled(words);
    damage(path, 1);
    const outcome = await newEngine().call('salvageWorkspace', { path, out, passphrase: words });
    expect(outcome).toMatchObject({
      code: 'wrong-passphrase',
      remedy: expect.stringContaining('backup') as string,
    });
    expect(existsSync(out)).toBe(false);
  });
});

describe('salvaging', () => {
  it('of a file that was written anew finds its list of tables too', async () => {
    const { path, out, folder } = await filled(null);
    const copy = join(folder, 'copy.actionten');
    const engine = newEngine();
    await ask(engine, 'openWorkspace', { path });
    await ask(engine, 'backupWorkspace', { out: copy });
    await engine.stop();
    damage(copy, pagesOf(copy, 'sqlite_schema', null)[2] ?? 0);
    const { lost } = await salvage(copy, out, null);
    expect(lost).toEqual({});
  });

  it('sets entries behind a gap of the log aside', async () => {
    const { path, out } = await filled(null);
    const engine = newEngine();
    await ask(engine, 'openWorkspace', { path });
    for (let number = 0; number < 60; number++) await ask(engine, 'classify', {});
    await engine.stop();
    damage(path, pagesOf(path, 'audit_entry', null)[2] ?? 0);
    const { salvaged, log } = await salvage(path, out, null);
    const { kept, setAside, missing } = salvaged.log;
    expect([kept, setAside, missing].every((count) => count > 0)).toBe(true);
    expect(kept + setAside + missing).toBe(64);
    // Its own entry, those set aside, and the classification that follows.
    expect(log.entries).toBe(kept + 1 + setAside + 1);
  });

  it('keeps each user’s passphrase', async () => {
    const { path, out } = await filled(words);
    const engine = newEngine();
    await ask(engine, 'openWorkspace', { path, passphrase: words });
    const ben = 'bens three random words';
    await ask(engine, 'addUser', { name: 'Ben', ownName: 'Amy', passphrase: ben });
    await engine.stop();
    const { engine: again } = await salvage(path, out, ben);
    expect((await ask(again, 'listUsers', {})).you).toBe('Ben');
  });

  it('replaces no file, and is refused while somebody writes', async () => {
    const { path, out, folder } = await filled(null);
    const there = fileOf(folder, 'there.actionten', 'of somebody');
    const engine = newEngine();
    expect(await engine.call('salvageWorkspace', { path, out: there })).toMatchObject({
      code: 'exists',
    });
    await ask(newEngine(), 'openWorkspace', { path });
    expect(await engine.call('salvageWorkspace', { path, out })).toMatchObject({ code: 'locked' });
    expect(
      await engine.call('salvageWorkspace', { path: fileOf(folder, 'text', 'no database'), out }),
    ).toMatchObject({ ok: false });
    expect(existsSync(out)).toBe(false);
  });
});
