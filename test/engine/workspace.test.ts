import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { appVersion } from '../../src/engine/version.ts';
import { ask, emptyWorkspace, fileOf, newEngine, temporaryFolder } from './support.ts';

afterEach(() => {});

describe('opening a workspace', () => {
  it('tells a second writer who holds the place, and lets it read', async () => {
    const { path } = await emptyWorkspace();
    const second = newEngine();
    const opened = await ask(second, 'openWorkspace', { path });
    expect(opened.status).toBe('reader');
    expect(opened.summary.heldBy?.processId).toBe(process.pid);
    expect(await second.call('classify', {})).toMatchObject({ ok: false, code: 'locked' });
  });

  it('gives the place back when the writer stops', async () => {
    const { engine, path } = await emptyWorkspace();
    await engine.stop();
    const second = newEngine();
    expect((await ask(second, 'openWorkspace', { path })).status).toBe('ok');
  });

  it('refuses what is not a workspace and does not touch it', async () => {
    const folder = temporaryFolder();
    const foreign = join(folder, 'other.actionten');
    const database = new Database(foreign);
    database.exec('CREATE TABLE theirs (x)');
    database.close();
    const before = readFileSync(foreign);
    const engine = newEngine();
    expect(await engine.call('openWorkspace', { path: foreign })).toMatchObject({
      code: 'not-a-workspace',
    });
    expect(readFileSync(foreign).equals(before)).toBe(true);
    expect(
      await engine.call('openWorkspace', { path: fileOf(folder, 'text.actionten', 'hello') }),
    ).toMatchObject({ code: 'not-a-workspace' });
    expect(await engine.call('openWorkspace', { path: folder })).toMatchObject({
      code: 'not-a-file',
    });
    expect(await engine.call('openWorkspace', { path: join(folder, 'none') })).toMatchObject({
      code: 'not-found',
    });
  });

  it('refuses a file of a newer version', async () => {
    const { engine, path } = await emptyWorkspace();
    await engine.stop();
    const database = new Database(path);
    database.pragma('user_version = 999');
    database.close();
    expect(await newEngine().call('openWorkspace', { path })).toMatchObject({
      code: 'newer-than-app',
    });
  });

  it('refuses to replace a file and to write into a folder that is not there', async () => {
    const { path, folder } = await emptyWorkspace();
    const engine = newEngine();
    expect(await engine.call('createWorkspace', { path, force: 'X' })).toMatchObject({
      code: 'exists',
    });
    const outcome = await engine.call('createWorkspace', {
      path: join(folder, 'no', 'x.actionten'),
      force: 'X',
    });
    expect(outcome).toMatchObject({ ok: false });
  });

  it('makes no workspace when its boundary is not one', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.actionten');
    const boundary = fileOf(folder, 'page.geojson', '<!DOCTYPE html><html></html>');
    const engine = newEngine();
    expect(await engine.call('createWorkspace', { path, force: 'X', boundary })).toMatchObject({
      code: 'wrong-format',
    });
    expect(() => readFileSync(path)).toThrow();
    expect(await engine.call('classify', {})).toMatchObject({ code: 'no-workspace' });
  });

  it('is whole and empty of the batch after the process is killed in an import', async () => {
    const { engine, path, folder } = await emptyWorkspace();
    await engine.stop();
    const rows = Array.from({ length: 60_000 }, (_, index) => `R${index},Stalking,01/02/2026`);
    const file = fileOf(
      folder,
      'big.csv',
      `reference,offenceTitle,recordedOn\n${rows.join('\n')}\n`,
    );
    const script = fileOf(
      folder,
      'kill.mjs',
      `import { Engine } from ${JSON.stringify(join(process.cwd(), 'src/engine/engine.ts'))};
       const engine = new Engine();
       await engine.call('openWorkspace', { path: ${JSON.stringify(path)} });
       await engine.call('importFiles', { files: [${JSON.stringify(file)}] }, { signal: new AbortController().signal, report: () => process.kill(process.pid, 'SIGKILL') });`,
    );
    const signal = await new Promise((resolve) => {
      spawn(process.execPath, [script]).on('exit', (_code, name) => resolve(name));
    });
    expect(signal).toBe('SIGKILL');
    const again = newEngine();
    expect((await ask(again, 'openWorkspace', { path })).summary.counts.incidents).toBe(0);
    expect(await ask(again, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
  });
});

describe('the audit log', () => {
  it('is append-only and shows when it was changed by other means', async () => {
    const { engine, path } = await emptyWorkspace();
    expect((await ask(engine, 'readAudit', { verify: true })).intact).toBe(true);
    await engine.stop();
    const database = new Database(path);
    expect(() => database.exec("UPDATE audit_entry SET action = 'nothing'")).toThrow(/append-only/);
    expect(() => database.exec('DELETE FROM audit_entry')).toThrow(/append-only/);
    database.exec('DROP TRIGGER audit_entry_is_never_changed');
    database.exec("UPDATE audit_entry SET actor = 'somebody else'");
    database.close();
    const again = newEngine();
    await ask(again, 'openWorkspace', { path });
    expect((await ask(again, 'readAudit', { verify: true })).intact).toBe(false);
    expect((await ask(again, 'checkWorkspace', {})).intact).toBe(false);
  });

  it('is still shown when a detail is no longer readable', async () => {
    const { engine, path } = await emptyWorkspace();
    await engine.stop();
    const database = new Database(path);
    database.exec('DROP TRIGGER audit_entry_is_never_changed');
    database.exec("UPDATE audit_entry SET detail = 'not json'");
    database.close();
    const again = newEngine();
    await ask(again, 'openWorkspace', { path });
    expect(await ask(again, 'readAudit', { verify: true })).toMatchObject({
      intact: false,
      entries: 1,
    });
  });
});

it('writes the version of package.json', () => {
  const content = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(appVersion).toBe(content.version);
});

it('answers a refused request with a failure, not an exception', async () => {
  const engine = newEngine();
  expect(await engine.call('analyse', { method: 'magic' })).toMatchObject({
    ok: false,
    code: 'bad-request',
  });
  expect(await engine.call('classify', {})).toMatchObject({ ok: false, code: 'no-workspace' });
});
