import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine/engine.ts';
import { backupsToKeep } from '../../src/engine/workspace/backups.ts';
import { ask, fileOf, importOne, newEngine, temporaryFolder } from './support.ts';

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** An engine that makes copies as the window's does, under this policy of IT; stopped after the test. */
function copyingEngine(policy: object = {}): Engine {
  const file = fileOf(temporaryFolder(), 'policy.json', JSON.stringify(policy));
  const engine = new Engine({ backupsKept: 10, policy: file });
  engines.push(engine);
  return engine;
}

const row = (number: number): string =>
  `reference,offenceTitle,recordedOn\nMADE-UP-${number},Stalking,01/02/2026\n`;

async function withOneRecord(passphrase: string | null = null) {
  const folder = temporaryFolder();
  const path = join(folder, 'test.actionten');
  const engine = copyingEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Testshire', passphrase });
  await importOne(engine, fileOf(folder, 'one.csv', row(1)));
  await ask(engine, 'closeWorkspace', {});
  return { engine, folder, path };
}

const copies = async (engine: Engine, path: string) =>
  (await ask(engine, 'listBackups', { path })).backups;

describe('automatic copies', () => {
  it('are made when a workspace closes, and only when something was saved since the last one', async () => {
    const { engine, folder, path } = await withOneRecord();
    expect((await copies(engine, path)).map(({ number }) => number)).toEqual([1]);
    await ask(engine, 'openWorkspace', { path });
    await ask(engine, 'closeWorkspace', {});
    expect(await copies(engine, path)).toHaveLength(1);
    await ask(engine, 'openWorkspace', { path });
    await importOne(engine, fileOf(folder, 'two.csv', row(2)));
    await engine.backUp();
    expect((await copies(engine, path)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('are not made by commands', async () => {
    const { folder } = await withOneRecord();
    const other = newEngine();
    const path = join(folder, 'other.actionten');
    await ask(other, 'createWorkspace', { path, force: 'Testshire' });
    await ask(other, 'closeWorkspace', {});
    expect(await copies(other, path)).toEqual([]);
  });

  it('are encrypted as the workspace is, and none under an older passphrase is left', async () => {
    const { engine, path } = await withOneRecord('first passphrase');
    const [file = ''] = readdirSync(`${path}-backups`);
    expect(readFileSync(join(`${path}-backups`, file)).includes('MADE-UP-1')).toBe(false);
    await ask(engine, 'openWorkspace', { path, passphrase: 'first passphrase' });
    await ask(engine, 'changePassphrase', { passphrase: 'second passphrase' });
    expect(await copies(engine, path)).toEqual([]);
    await ask(engine, 'closeWorkspace', {});
    const [copy] = await copies(engine, path);
    expect(
      await engine.call('restoreBackup', {
        path,
        backup: copy?.number,
        passphrase: 'first passphrase',
      }),
    ).toMatchObject({ code: 'wrong-passphrase' });
  });

  it('do not keep what was erased', async () => {
    const { engine, path } = await withOneRecord();
    await ask(engine, 'openWorkspace', { path });
    await ask(engine, 'eraseRecords', { reference: 'MADE-UP-1', why: 'Request 12' });
    await ask(engine, 'closeWorkspace', {});
    for (const file of readdirSync(`${path}-backups`)) {
      expect(readFileSync(join(`${path}-backups`, file)).includes('MADE-UP-1')).toBe(false);
    }
  });

  it('keep the newest three and the last of each day before, in the order they were made', () => {
    const backup = (number: number, day: number) => ({
      number,
      madeAt: `2026-11-${String(day).padStart(2, '0')}T10:00`,
      bytes: 1,
    });
    // The clock went back after copy 7: its order is that of the numbers.
    const made = [
      backup(9, 20),
      backup(8, 20),
      backup(7, 28),
      backup(6, 28),
      backup(5, 27),
      backup(4, 27),
      backup(3, 26),
    ];
    expect(backupsToKeep(made, 10)).toEqual([9, 8, 7, 5, 3]);
    expect(backupsToKeep(made, 4)).toEqual([9, 8, 7, 5]);
  });

  it('are made although the clock stands before the newest one', async () => {
    const { engine, folder, path } = await withOneRecord();
    const [file = ''] = readdirSync(`${path}-backups`);
    const later = new Date(Date.now() + 86_400_000);
    utimesSync(join(`${path}-backups`, file), later, later);
    await ask(engine, 'openWorkspace', { path });
    await importOne(engine, fileOf(folder, 'two.csv', row(2)));
    await ask(engine, 'closeWorkspace', {});
    expect(await copies(engine, path)).toHaveLength(2);
  });
});

describe('a copy put back', () => {
  it('is the workspace as it was, the file it replaced is kept, and the log says so', async () => {
    const { engine, folder, path } = await withOneRecord();
    await ask(engine, 'openWorkspace', { path });
    await importOne(engine, fileOf(folder, 'two.csv', row(2)));
    const restored = await ask(engine, 'restoreBackup', { path, backup: 1 });
    expect(restored.summary.counts.incidents).toBe(1);
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
    const { latest, intact } = await ask(engine, 'readAudit', { verify: true });
    expect(intact).toBe(true);
    expect(latest[0]).toMatchObject({ action: 'workspace restored', detail: { backup: 1 } });
    const aside = join(folder, restored.keptAs ?? '');
    const opened = await ask(engine, 'openWorkspace', { path: aside });
    expect(opened.summary.counts.incidents).toBe(2);
  });

  it('takes the place of a damaged file, and of one that is gone', async () => {
    const { engine, path } = await withOneRecord();
    truncateSync(path, 8_192);
    expect(await engine.call('openWorkspace', { path })).toMatchObject({ ok: false });
    expect((await ask(engine, 'restoreBackup', { path, backup: 1 })).summary.counts.incidents).toBe(
      1,
    );
    await ask(engine, 'closeWorkspace', {});
  });

  it('is refused when it is damaged itself or not there, and nothing is changed', async () => {
    const { engine, path } = await withOneRecord();
    const before = readFileSync(path);
    expect(await engine.call('restoreBackup', { path, backup: 9 })).toMatchObject({
      code: 'not-found',
    });
    const [file = ''] = readdirSync(`${path}-backups`);
    truncateSync(join(`${path}-backups`, file), 8_192);
    expect(await engine.call('restoreBackup', { path, backup: 1 })).toMatchObject({ ok: false });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('does not take the place of a workspace that somebody writes to', async () => {
    const { engine, path } = await withOneRecord();
    const other = newEngine();
    await ask(other, 'openWorkspace', { path });
    expect(await engine.call('restoreBackup', { path, backup: 1 })).toMatchObject({
      code: 'locked',
    });
  });

  it('brings the file’s last commits along when it sets the old file aside', async () => {
    const { engine, folder, path } = await withOneRecord();
    // As a killed process leaves it: the journal still holds what was saved last.
    const other = newEngine();
    await ask(other, 'openWorkspace', { path });
    await importOne(other, fileOf(folder, 'two.csv', row(2)));
    const killed = join(temporaryFolder(), 'killed.actionten');
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${killed}${end}`);
    cpSync(`${path}-backups`, `${killed}-backups`, { recursive: true });
    const { keptAs } = await ask(engine, 'restoreBackup', { path: killed, backup: 1 });
    const aside = join(killed, '..', keptAs ?? '');
    expect(existsSync(`${aside}-wal`)).toBe(true);
    expect((await ask(engine, 'openWorkspace', { path: aside })).summary.counts.incidents).toBe(2);
  });

  it('is opened by each user’s own passphrase, and by nobody else’s', async () => {
    const [amy, ben] = ['amys three random words', 'bens three random words'];
    const { engine, path } = await withOneRecord(amy);
    await ask(engine, 'openWorkspace', { path, passphrase: amy });
    await ask(engine, 'addUser', { name: 'Ben', ownName: 'Amy', passphrase: ben });
    await ask(engine, 'closeWorkspace', {});
    const [copy] = await copies(engine, path);
    const input = { path, backup: copy?.number ?? 0 };
    expect(
      await engine.call('restoreBackup', { ...input, passphrase: 'cats three random words' }),
    ).toMatchObject({ code: 'wrong-passphrase' });
    const { keptAs } = await ask(engine, 'restoreBackup', { ...input, passphrase: ben });
    expect((await ask(engine, 'listUsers', {})).you).toBe('Ben');
    await ask(engine, 'closeWorkspace', {});
    // The file that was replaced keeps its users too.
    const aside = join(path, '..', keptAs ?? '');
    await ask(engine, 'openWorkspace', { path: aside, passphrase: amy });
    expect((await ask(engine, 'listUsers', {})).you).toBe('Amy');
  });
});

describe('a folder for copies that IT has set', () => {
  /** A workspace with a copy beside it from before, opened under the policy and closed after a change. */
  async function moved() {
    const { engine: before, folder, path } = await withOneRecord();
    await before.stop();
    const backupFolder = temporaryFolder();
    const engine = copyingEngine({ backupFolder });
    await ask(engine, 'openWorkspace', { path });
    await importOne(engine, fileOf(folder, 'two.csv', row(2)));
    await ask(engine, 'closeWorkspace', {});
    const [place = ''] = readdirSync(backupFolder);
    return { engine, path, backupFolder, place };
  }

  it('takes new copies, each workspace apart, and older ones beside the workspace still count', async () => {
    const { engine, path, backupFolder, place } = await moved();
    expect(place).toMatch(/^test\.actionten-[0-9a-f]{12}-backups$/);
    expect(readdirSync(join(backupFolder, place))[0]).toMatch(/^000002 /);
    expect(readdirSync(`${path}-backups`)).toHaveLength(1);
    expect((await copies(engine, path)).map(({ number }) => number)).toEqual([2, 1]);
    expect((await ask(engine, 'restoreBackup', { path, backup: 2 })).summary.counts.incidents).toBe(
      2,
    );
    await ask(engine, 'restoreBackup', { path, backup: 1 });
  });

  it('keeps nothing of what was erased, nor under a passphrase that was given up', async () => {
    const { engine, path, backupFolder, place } = await moved();
    await ask(engine, 'openWorkspace', { path });
    await ask(engine, 'eraseRecords', { reference: 'MADE-UP-1', why: 'Request 12' });
    expect(readdirSync(backupFolder)).toEqual([]);
    expect(existsSync(`${path}-backups`)).toBe(false);
    await ask(engine, 'closeWorkspace', {});
    const [copy = ''] = readdirSync(join(backupFolder, place));
    expect(readFileSync(join(backupFolder, place, copy)).includes('MADE-UP-1')).toBe(false);
    await ask(engine, 'openWorkspace', { path });
    await ask(engine, 'changePassphrase', { passphrase: 'three random words' });
    expect(readdirSync(backupFolder)).toEqual([]);
  });

  it('that cannot be reached takes no copy, and nothing is erased that would stay in it', async () => {
    const { engine, path, backupFolder } = await moved();
    await ask(engine, 'openWorkspace', { path });
    renameSync(backupFolder, `${backupFolder}-away`);
    const refused = { code: 'not-found', message: expect.stringContaining('cannot be reached') };
    const erased = { reference: 'MADE-UP-1', why: 'Request 12' };
    expect(await engine.call('eraseRecords', erased)).toMatchObject(refused);
    const passphrase = 'three random words';
    expect(await engine.call('changePassphrase', { passphrase })).toMatchObject(refused);
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(2);
    await ask(engine, 'closeWorkspace', {});
    expect(existsSync(backupFolder)).toBe(false);
    renameSync(`${backupFolder}-away`, backupFolder);
  });

  it('that is a file is none: nothing is changed', async () => {
    const { path } = await withOneRecord();
    const engine = copyingEngine({ backupFolder: path });
    await ask(engine, 'openWorkspace', { path });
    expect(
      await engine.call('changePassphrase', { passphrase: 'three random words' }),
    ).toMatchObject({ code: 'not-found' });
    expect((await ask(engine, 'workspaceSummary', {})).isEncrypted).toBe(false);
  });

  it('with copies that cannot be removed: the new passphrase holds, and that they are left is said', async () => {
    const backupFolder = temporaryFolder();
    // With the number of its place the folder's name is longer than any file system takes, and nothing can be done there.
    const path = join(temporaryFolder(), `${'n'.repeat(228)}.actionten`);
    const engine = copyingEngine({ backupFolder });
    await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
    const passphrase = 'three random words';
    expect(await engine.call('changePassphrase', { passphrase })).toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining('could not all be removed'),
    });
    expect((await ask(engine, 'workspaceSummary', {})).isEncrypted).toBe(true);
  });
});
