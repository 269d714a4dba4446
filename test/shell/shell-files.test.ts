import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EventLog } from '../../electron/event-log.ts';
import { saveWhole } from '../../electron/save-whole.ts';
import { SettingsFile } from '../../electron/settings.ts';
import { failure, success } from '../../src/contract/outcome.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-ten-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is saved whole, over an older one, with nothing left beside it', async () => {
  const target = join(folder, 'profile.pdf');
  writeFileSync(target, 'old');
  expect(await saveWhole(target, Buffer.from('new'))).toEqual({ ok: true, value: null });
  expect(readFileSync(target, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['profile.pdf']);
});

test('what cannot be recorded is not saved, and the older file stays', async () => {
  const target = join(folder, 'profile.pdf');
  writeFileSync(target, 'old');
  const refused = failure('not-permitted', 'Only a reader.', 'Ask the writer.');
  expect(await saveWhole(target, Buffer.from('new'), () => Promise.resolve(refused))).toBe(refused);
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['profile.pdf']);
});

test('recording comes after the bytes are on the disk and before the file appears', async () => {
  const target = join(folder, 'profile.pdf');
  let seen: string[] = [];
  await saveWhole(target, Buffer.from('new'), () => {
    seen = readdirSync(folder);
    return Promise.resolve(success(null));
  });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatch(/^profile\.pdf\..+\.part$/);
});

test.each([
  ['a folder that is not there', ['none', 'profile.pdf'], 'not-found'],
  ['a file in the place of the folder', ['file', 'profile.pdf'], 'not-found'],
  ['a folder in the place of the file', ['taken'], 'not-a-file'],
])('%s is a failure with a remedy', async (_what, path, code) => {
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'taken'));
  const outcome = await saveWhole(join(folder, ...path), Buffer.from('new'));
  expect(outcome).toMatchObject({ ok: false, code });
  expect(readdirSync(folder).sort()).toEqual(['file', 'taken']);
});

test('settings are there at the next start, the newest workspace first and once', () => {
  const settings = new SettingsFile(folder);
  for (const path of ['/a.actionten', '/b.actionten', '/a.actionten']) {
    settings.rememberWorkspace(path);
  }
  const place = { x: 5, y: 6, width: 1000, height: 700, isMaximized: false, zoomFactor: 1.5 };
  settings.rememberWindow(place);
  const next = new SettingsFile(folder);
  expect(next.recent).toEqual(['/a.actionten', '/b.actionten']);
  expect(next.window).toEqual(place);
});

test.each(['', '{', '[]', '{"window":{"x":"left"}}', '{"recent":7}'])(
  'a settings file that holds %j counts as none',
  (text) => {
    writeFileSync(join(folder, 'settings.json'), text);
    const settings = new SettingsFile(folder);
    expect([settings.window, settings.recent]).toEqual([null, []]);
  },
);

test('the log has one line an event and turns over before it grows large', () => {
  const log = new EventLog(join(folder, 'logs'));
  log.write('call-failed', { call: 'importFiles', code: 'locked' });
  const file = join(folder, 'logs', 'action-ten.log');
  expect(readFileSync(file, 'utf8')).toMatch(/^\S+Z call-failed call=importFiles code=locked\n$/);
  writeFileSync(file, 'x'.repeat(300 * 1024));
  log.write('app-started');
  expect(readFileSync(file, 'utf8')).toMatch(/^\S+Z app-started\n$/);
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual([
    'action-ten.log',
    'action-ten.log.old',
  ]);
});
