import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeyStore } from '../../electron/key-store.ts';
import { openKept } from '../../electron/open-kept.ts';
import { failure, success } from '../../src/contract/outcome.ts';
import type { OpenedWorkspace } from '../../src/contract/results.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-ten-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for the operating system's store: turns every byte over. */
const system = (backend: string, isThere = true) => ({
  isEncryptionAvailable: () => isThere,
  getSelectedStorageBackend: () => backend,
  encryptString: (text: string) => Buffer.from(text).map((byte) => byte ^ 0xff) as Buffer,
  decryptString: (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString(),
});
const path = '/folder/w.actionten';

test('a real key store keeps a passphrase, unreadable in the file, until it is forgotten', () => {
  const store = new KeyStore(folder, system('gnome_libsecret'));
  expect(store.has(path)).toBe(false);
  expect(store.keep(path, 'three random words')).toEqual({ ok: true, value: null });
  expect(readFileSync(join(folder, 'kept-keys.json'), 'utf8')).not.toContain('random');
  expect(new KeyStore(folder, system('gnome_libsecret')).read(path)).toBe('three random words');
  store.forget(path);
  expect(store.read(path)).toBeNull();
});

test.runIf(process.platform === 'linux')(
  'a store whose key stands in the program is refused, and so is none at all',
  () => {
    for (const weak of [system('basic_text'), system('unknown'), system('kwallet', false)]) {
      const store = new KeyStore(folder, weak);
      expect(store.isAvailable).toBe(false);
      expect(store.keep(path, 'three random words')).toMatchObject({ code: 'not-available' });
      expect(store.read(path)).toBeNull();
    }
  },
);

test('a kept passphrase that no longer opens the workspace is forgotten', async () => {
  const store = new KeyStore(folder, system('gnome_libsecret'));
  const opened = { status: 'ok' } as OpenedWorkspace;
  const answers = [success(opened), failure('locked', '', ''), failure('wrong-passphrase', '', '')];
  const engine = { call: async () => answers.shift() } as unknown as Parameters<typeof openKept>[0];
  store.keep(path, 'three random words');
  expect(await openKept(engine, store, path)).toEqual({ ok: true, value: opened });
  expect(await openKept(engine, store, path)).toMatchObject({ code: 'locked' });
  expect(store.has(path)).toBe(true);
  expect(await openKept(engine, store, path)).toMatchObject({ code: 'wrong-passphrase' });
  expect(store.has(path)).toBe(false);
  expect(await openKept(engine, store, path)).toMatchObject({ code: 'wrong-passphrase' });
});
