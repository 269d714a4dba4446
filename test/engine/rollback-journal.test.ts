import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSharePath } from '../../src/engine/workspace/journal.ts';
import { canLockBeside, locksStayOnThisComputer } from '../../src/engine/workspace/share-locks.ts';
import { takeWriterLock } from '../../src/engine/workspace/writer-lock.ts';
import {
  ask,
  csv,
  emptyWorkspace,
  fileOf,
  importOne,
  newEngine,
  temporaryFolder,
} from './support.ts';

const row = (number: number): string =>
  csv(['reference', 'offenceTitle', 'recordedOn'], [`R${number}`, 'Stalking', '01/02/2026']);

/** Files of SQLite beside a workspace. */
const beside = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /actionten-(wal|shm|journal)$/.test(name));

describe('on a share', () => {
  beforeEach(() => {
    process.env['ACTION_TEN_JOURNAL'] = 'rollback';
  });
  afterEach(() => {
    delete process.env['ACTION_TEN_JOURNAL'];
  });

  it('a workspace is kept without memory that processes share, and one writes while others read', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    await importOne(engine, fileOf(folder, 'one.csv', row(1)));
    expect(beside(folder)).toEqual([]);
    const second = newEngine();
    const opened = await ask(second, 'openWorkspace', { path });
    expect(opened).toMatchObject({
      status: 'reader',
      summary: { heldBy: { processId: process.pid } },
    });
    expect(await second.call('classify', {})).toMatchObject({ code: 'locked' });
    await importOne(engine, fileOf(folder, 'two.csv', row(2)));
    expect((await ask(second, 'workspaceSummary', {})).counts.incidents).toBe(2);
    expect(await ask(second, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
  });

  it('reading goes on while a large file is imported', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    const rows = Array.from({ length: 60_000 }, (_, index) => [
      `R${index}`,
      'Stalking',
      '01/02/2026',
      `Made up for a test and of no person: number ${index} of a row`,
    ]);
    const file = fileOf(
      folder,
      'large.csv',
      csv(['reference', 'offenceTitle', 'recordedOn', 'summary'], ...rows),
    );
    const second = newEngine();
    await ask(second, 'openWorkspace', { path });
    const importing = importOne(engine, file).then(() => 'imported');
    const aMoment = () =>
      new Promise<string>((resolve) => {
        setTimeout(resolve, 5, 'at work');
      });
    const seen = new Set<number>();
    while ((await Promise.race([importing, aMoment()])) === 'at work') {
      for (const reader of [engine, second])
        seen.add((await ask(reader, 'workspaceSummary', {})).counts.incidents);
    }
    // All or nothing of the file, at any moment.
    expect([...seen].filter((count) => count !== 0 && count !== 60_000)).toEqual([]);
    expect(seen.has(0)).toBe(true);
    expect((await ask(second, 'workspaceSummary', {})).counts.incidents).toBe(60_000);
  });

  it('takes over a file with the log that another computer left, and loses nothing of it', async () => {
    delete process.env['ACTION_TEN_JOURNAL'];
    const { engine, folder, path } = await emptyWorkspace();
    await importOne(engine, fileOf(folder, 'one.csv', row(1)));
    const left = join(temporaryFolder(), 'left.actionten');
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${left}${end}`);
    process.env['ACTION_TEN_JOURNAL'] = 'rollback';
    const again = newEngine();
    expect((await ask(again, 'openWorkspace', { path: left })).summary.counts.incidents).toBe(1);
    expect(beside(join(left, '..'))).toEqual([]);
    await ask(again, 'closeWorkspace', {});
    // Bytes 18 and 19 say which journal the file was written with: 1 is the rollback journal.
    expect([...readFileSync(left).subarray(18, 20)]).toEqual([1, 1]);
  });

  it.each([null, 'three random words'])(
    'takes back what a process that was killed had half written, under the right passphrase alone (%s)',
    async (passphrase) => {
      const folder = temporaryFolder();
      const path = join(folder, 'a b%#?.actionten');
      const engine = newEngine();
      await ask(engine, 'createWorkspace', { path, force: 'Testshire', passphrase });
      await importOne(engine, fileOf(folder, 'one.csv', row(1)));
      await engine.stop();
      const driver = join(process.cwd(), 'node_modules', 'better-sqlite3', 'lib', 'index.js');
      const script = fileOf(
        folder,
        'kill.mjs',
        `import Database from ${JSON.stringify(driver)};
       const database = new Database(${JSON.stringify(path)});
       const passphrase = ${JSON.stringify(passphrase)};
       if (passphrase !== null) {
         database.pragma("cipher = 'aegis'");
         database.key(Buffer.from(passphrase));
       }
       database.pragma('cache_size = 2');
       database.exec('BEGIN IMMEDIATE');
       database.exec("UPDATE incident SET reference = 'half'");
       database.exec("CREATE TABLE half AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i, hex(randomblob(40)) AS text FROM n");
       process.kill(process.pid, 'SIGKILL');`,
      );
      await new Promise((resolve) => spawn(process.execPath, [script]).on('exit', resolve));
      expect(beside(folder)).toEqual(['a b%#?.actionten-journal']);
      const again = newEngine();
      if (passphrase !== null) {
        const before = readFileSync(path);
        expect(await again.call('openWorkspace', { path, passphrase: 'wrong' })).toMatchObject({
          code: 'wrong-passphrase',
        });
        expect(readFileSync(path).equals(before)).toBe(true);
      }
      const opened = await ask(again, 'openWorkspace', { path, passphrase });
      expect(opened.summary.counts.incidents).toBe(1);
      expect(await ask(again, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
      expect(beside(folder)).toEqual([]);
    },
  );

  it('says of a writer on another computer what to do when that is gone', async () => {
    const { path } = await emptyWorkspace();
    const holder = JSON.parse(readFileSync(`${path}-holder`, 'utf8')) as Record<string, unknown>;
    writeFileSync(`${path}-holder`, JSON.stringify({ ...holder, computer: 'ANOTHER-PC' }));
    const second = newEngine();
    await ask(second, 'openWorkspace', { path });
    const refused = await second.call('classify', {});
    expect(refused).toMatchObject({
      code: 'locked',
      message: expect.stringContaining('on ANOTHER-PC') as string,
      remedy: expect.stringContaining('If that computer was switched off') as string,
    });
  });

  it('takes the place of a computer that died: its name stays, its lock does not', async () => {
    const { engine, path } = await emptyWorkspace();
    await engine.stop();
    const died = { user: 'x', computer: 'ANOTHER-PC', processId: 1, since: '2026-11-01T00:00:00Z' };
    writeFileSync(`${path}-holder`, JSON.stringify(died));
    const again = newEngine();
    expect((await ask(again, 'openWorkspace', { path })).status).toBe('ok');
    expect(readFileSync(`${path}-holder`, 'utf8')).not.toContain('ANOTHER-PC');
    expect(existsSync(`${path}-lock`)).toBe(true);
  });

  it('writes no more once the server gave its place to another computer, whose name stays', async () => {
    const { engine, path } = await emptyWorkspace();
    expect(await engine.call('classify', {})).toMatchObject({ ok: true });
    const other = JSON.stringify({ user: 'x', computer: 'ANOTHER-PC', processId: 1, since: 'now' });
    for (const holder of [other, null]) {
      if (holder === null) rmSync(`${path}-holder`);
      else writeFileSync(`${path}-holder`, holder);
      expect(await engine.call('classify', {})).toMatchObject({
        code: 'locked',
        message: expect.stringContaining('lost its connection') as string,
      });
    }
    writeFileSync(`${path}-holder`, other);
    await ask(engine, 'closeWorkspace', {});
    expect(readFileSync(`${path}-holder`, 'utf8')).toBe(other);
    // Nobody holds it in truth.
    expect((await ask(engine, 'openWorkspace', { path })).status).toBe('ok');
  });

  it('a place that nobody holds and nobody can take is told as a share without locks', async () => {
    const { folder, path } = await emptyWorkspace();
    rmSync(`${path}-holder`);
    const before = readdirSync(folder);
    expect(takeWriterLock(path)).toEqual({ heldBy: null });
    expect(readdirSync(folder)).toEqual(before);
    expect(() => takeWriterLock(path, { canLock: () => false })).toThrow('keep two writers apart');
  });
});

it.skipIf(process.platform !== 'linux')(
  'a folder in which no file can be made says nothing of locks',
  () => {
    expect(canLockBeside('/proc/self/test.actionten')).toBe(true);
  },
);

it.skipIf(process.platform === 'win32')(
  'a workspace that is reached by a link is the one it leads to: one writes, and nothing of it stays behind',
  async () => {
    const { engine, path } = await emptyWorkspace();
    const link = join(temporaryFolder(), 'link.actionten');
    symlinkSync(path, link);
    const other = newEngine();
    const opened = await ask(other, 'openWorkspace', { path: link });
    expect(opened.summary).toMatchObject({ access: 'reader', heldBy: { processId: process.pid } });
    await ask(other, 'closeWorkspace', {});
    await ask(engine, 'closeWorkspace', {});
    await ask(other, 'openWorkspace', { path: link });
    await ask(other, 'changePassphrase', { passphrase: 'three random words' });
    expect(readFileSync(path).toString('latin1', 0, 15)).not.toBe('SQLite format 3');
  },
);

it.each([
  ['cifs', 'rw,vers=3.1.1,nobrl,serverino', true],
  ['cifs', 'rw,vers=3.1.1,serverino', false],
  ['smb3', 'rw,nobrl', true],
  ['nfs', 'rw,vers=3,nolock,local_lock=all,addr=10.0.0.1', true],
  ['nfs', 'rw,vers=3,local_lock=flock', false],
  ['nfs4', 'rw,vers=4.2,local_lock=none', false],
  ['nfs4', 'rw,vers=4.0,local_lock=posix', true],
  ['ext4', 'rw,nobrl', false],
])('a mount of %s with %s keeps locks to this computer: %s', (type, options, isSo) => {
  const mounts = [
    '21 1 254:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    `36 21 0:40 / /mnt/the\\040share rw,relatime shared:2 - ${type} //server/share ${options}`,
    '37 36 0:41 / /mnt/the\\040share/inner rw - ext4 /dev/sdb1 rw',
    '',
  ].join('\n');
  expect(locksStayOnThisComputer(mounts, '/mnt/the share/2026')).toBe(isSo);
  expect(locksStayOnThisComputer(mounts, '/mnt/the share')).toBe(isSo);
  expect(locksStayOnThisComputer(mounts, '/mnt/the share/inner')).toBe(false);
  expect(locksStayOnThisComputer(mounts, '/mnt/the shared')).toBe(false);
});

it('a Windows path is a share by its form, a device is not', () => {
  expect(['\\\\server\\share', '\\\\?\\UNC\\server\\share', '//x'].map(isSharePath)).toEqual([
    true,
    true,
    false,
  ]);
  expect(['C:\\work', '\\\\?\\C:\\work', '\\\\.\\pipe\\x'].map(isSharePath)).toEqual([
    false,
    false,
    false,
  ]);
});
