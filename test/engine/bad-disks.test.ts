import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Engine } from '../../src/engine/engine.ts';
import {
  ask,
  csv,
  emptyWorkspace,
  fileOf,
  importOne,
  newEngine,
  temporaryFolder,
} from './support.ts';

const extract = (from: number, count: number): string =>
  csv(
    ['reference', 'offenceTitle', 'recordedOn', 'summary'],
    ...Array.from({ length: count }, (_, index) => [
      `R${from + index}`,
      'Stalking',
      '01/02/2026',
      'text '.repeat(40),
    ]),
  );

/** A small disk of memory, which only root can make on Linux. */
const canMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
if (!canMount)
  process.stderr.write('No disk can be mounted here: full and read-only ones are not tried.\n');

const mounted: string[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const folder of mounted.splice(0)) spawnSync('umount', ['--lazy', folder]);
});

function smallDisk(size: string): string {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]);
  mounted.push(folder);
  return folder;
}

describe.skipIf(!canMount)('a disk', () => {
  it.each([
    ['small', '3m', 12_000],
    ['large', '4m', 40_000],
  ])(
    'that fills up in a %s import keeps what was there, nothing of the file, and goes on',
    async (_kind, size, rows) => {
      const disk = smallDisk(size);
      const elsewhere = temporaryFolder();
      const engine = newEngine();
      const path = join(disk, 'w.actionten');
      await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
      await importOne(engine, fileOf(elsewhere, 'one.csv', extract(0, 10)));
      const file = await importOne(engine, fileOf(elsewhere, 'many.csv', extract(100, rows)));
      expect(file).toMatchObject({ ok: false, accepted: 0, error: { code: 'disk-full' } });
      expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(10);
      expect(await ask(engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
      const small = await importOne(engine, fileOf(elsewhere, 'two.csv', extract(50, 5)));
      expect(small.ok).toBe(true);
      await engine.stop();
      const again = newEngine();
      expect((await ask(again, 'openWorkspace', { path })).summary.counts.incidents).toBe(15);
      await again.stop();
    },
  );

  it('that is full when the workspace is copied on closing lets it close, and leaves no part', async () => {
    const disk = smallDisk('3m');
    const path = join(disk, 'w.actionten');
    const engine = new Engine({ backupsKept: 10 });
    await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
    await importOne(engine, fileOf(temporaryFolder(), 'x.csv', extract(0, 4_000)));
    await engine.stop();
    expect(readdirSync(`${path}-backups`)).toEqual([]);
    const again = newEngine();
    expect((await ask(again, 'openWorkspace', { path })).summary.counts.incidents).toBe(4_000);
    await again.stop();
  });

  it('that may only be read is said to be so, and the file is as it was', async () => {
    const disk = smallDisk('4m');
    const path = join(disk, 'w.actionten');
    const engine = newEngine();
    await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
    await engine.stop();
    const before = readFileSync(path);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const again = newEngine();
    expect(await again.call('openWorkspace', { path })).toMatchObject({ code: 'not-permitted' });
    const other = join(disk, 'other.actionten');
    expect(await again.call('createWorkspace', { path: other, force: 'X' })).toMatchObject({
      code: 'not-permitted',
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(disk).toSorted()).toEqual(['w.actionten', 'w.actionten-lock']);
  });

  it('that is taken out while a workspace on it is open is said to be gone; back again, all is there', async () => {
    const disk = smallDisk('8m');
    const folder = join(disk, 'work');
    mkdirSync(folder);
    const path = join(folder, 'w.actionten');
    const engine = newEngine();
    await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
    await importOne(engine, fileOf(temporaryFolder(), 'x.csv', extract(0, 10)));
    // Another disk over it: every name on it is gone, as when a drive is pulled out.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]);
    expect(await engine.call('classify', {})).toMatchObject({
      code: 'not-found',
      remedy: expect.stringContaining('What you typed stays in the window') as string,
    });
    execFileSync('umount', [folder]);
    await ask(engine, 'classify', {});
    await engine.stop();
    expect((await ask(newEngine(), 'openWorkspace', { path })).summary.counts.incidents).toBe(10);
  });
});

describe('a workspace that is taken away while it is open', () => {
  it('is not written to any more, and closing it does not fail', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    renameSync(path, `${path}.moved`);
    const file = fileOf(temporaryFolder(), 'x.csv', extract(0, 10));
    expect(await engine.call('importFiles', { files: [file] })).toMatchObject({
      code: 'not-found',
    });
    renameSync(`${path}.moved`, path);
    expect((await importOne(engine, file)).ok).toBe(true);
    rmSync(folder, { recursive: true });
    expect(await engine.call('importFiles', { files: [file] })).toMatchObject({
      code: 'not-found',
    });
    expect(await engine.call('closeWorkspace', {})).toMatchObject({ ok: true });
  });

  it('is not written to when another file has its name', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    renameSync(path, `${path}.moved`);
    fileOf(folder, 'test.actionten', 'of somebody else');
    expect(await engine.call('classify', {})).toMatchObject({ code: 'not-found' });
    expect(readFileSync(path, 'utf8')).toBe('of somebody else');
    rmSync(path);
    renameSync(`${path}.moved`, path);
  });
});

describe('a clock that is moved back', () => {
  it('changes neither the order of the log nor that of the copies', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'w.actionten');
    const engine = new Engine({ backupsKept: 10 });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T10:00:00Z') });
    await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
    await importOne(engine, fileOf(folder, 'one.csv', extract(0, 5)));
    const [first] = (await ask(engine, 'listBatches', {})).batches;
    await ask(engine, 'setRetention', { batch: first?.batch ?? 0, until: '2026-11-20' });
    expect((await ask(engine, 'listRetention', {})).sources).toMatchObject([{ isDue: true }]);
    await engine.backUp();
    vi.setSystemTime(new Date('2026-10-01T10:00:00Z'));
    await importOne(engine, fileOf(folder, 'two.csv', extract(100, 5)));
    await ask(engine, 'classify', {});
    const { latest } = await ask(engine, 'readAudit', { verify: true });
    expect(latest.map(({ sequence }) => sequence)).toEqual(
      latest.map((_, index) => latest.length - index),
    );
    expect(latest[0]?.at).toContain('2026-10-01');
    expect(await ask(engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
    await engine.stop();
    const { backups } = await ask(engine, 'listBackups', { path });
    expect(backups.map(({ number, madeAt }) => [number, madeAt.slice(0, 10)])).toEqual([
      [2, '2026-10-01'],
      [1, '2026-11-28'],
    ]);
    const again = newEngine();
    // What is due is only told; nothing is erased by a clock.
    await ask(again, 'openWorkspace', { path });
    expect((await ask(again, 'listRetention', {})).sources.map(({ isDue }) => isDue)).toEqual([
      false,
      false,
    ]);
    expect((await ask(again, 'workspaceSummary', {})).counts.incidents).toBe(10);
  });
});
