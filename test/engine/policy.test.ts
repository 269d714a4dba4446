import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine/engine.ts';
import { policyFile } from '../../src/engine/policy.ts';
import { ask, emptyWorkspace, fileOf, newEngine, temporaryFolder } from './support.ts';

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** An engine on a computer with this policy. */
function under(policy: object | string): Engine {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  const engine = new Engine({ policy: fileOf(temporaryFolder(), 'policy.json', text) });
  engines.push(engine);
  return engine;
}

describe('what IT sets for a computer', () => {
  it('is the usual where nothing is set, in a place that the environment cannot change', async () => {
    const nothing = new Engine({ policy: join(temporaryFolder(), 'none.json') });
    expect(await ask(nothing, 'readPolicy', {})).toEqual({
      requireEncryption: false,
      allowUnencrypted: true,
      marking: 'OFFICIAL-SENSITIVE',
      idleLockMinutes: 15,
      backupFolder: null,
    });
    expect(policyFile).toMatch(
      /^(\/etc\/action-ten|C:\\ProgramData\\Action Ten)[/\\]policy\.json$/,
    );
  });

  it('lets no workspace be made or left without a passphrase', async () => {
    const engine = under({ requireEncryption: true, marking: 'OFFICIAL' });
    const path = join(temporaryFolder(), 'w.actionten');
    expect(await engine.call('createWorkspace', { path, force: 'X' })).toMatchObject({
      code: 'not-permitted',
    });
    expect(() => readFileSync(path)).toThrow();
    await ask(engine, 'createWorkspace', { path, force: 'X', passphrase: 'three random words' });
    expect(await engine.call('changePassphrase', { passphrase: null })).toMatchObject({
      code: 'not-permitted',
    });
    expect((await ask(engine, 'workspaceSummary', {})).isEncrypted).toBe(true);
    expect((await ask(engine, 'readPolicy', {})).marking).toBe('OFFICIAL');
  });

  it('lets no workspace without a passphrase be opened, but the sample', async () => {
    const made = await emptyWorkspace();
    await made.engine.stop();
    const before = readFileSync(made.path);
    const engine = under({ allowUnencrypted: false });
    expect(await engine.call('openWorkspace', { path: made.path })).toMatchObject({
      code: 'not-permitted',
    });
    expect(readFileSync(made.path).equals(before)).toBe(true);
    expect(await engine.call('openWorkspace', { path: `${made.path}-none` })).toMatchObject({
      code: 'not-found',
    });
    const locked = join(made.folder, 'locked.actionten');
    const passphrase = 'three random words';
    await ask(newEngine(), 'createWorkspace', { path: locked, force: 'X', passphrase }).then(
      () => undefined,
    );
    expect(await engine.call('openWorkspace', { path: locked, passphrase })).toMatchObject({
      ok: true,
    });
    const directory = temporaryFolder();
    const sample = await ask(newEngine(), 'buildSample', {
      directory,
      incidents: 300,
      draft: false,
    });
    expect(await engine.call('openWorkspace', { path: sample.workspace })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['no JSON', '{'],
    ['a word that is not known', { requireEncyption: true }],
    ['a value that is not allowed', { idleLockMinutes: 0 }],
    ['a folder that is no whole path', { backupFolder: 'copies' }],
    ['no object', '[]'],
  ])(
    'that cannot be used (%s) lets nothing be opened or made, and says so',
    async (_why, policy) => {
      const made = await emptyWorkspace();
      await made.engine.stop();
      const engine = under(policy);
      const refused = {
        code: 'not-permitted',
        message: expect.stringContaining('cannot be used') as string,
      };
      const path = join(made.folder, 'new.actionten');
      const passphrase = 'three random words';
      expect(await engine.call('openWorkspace', { path: made.path })).toMatchObject(refused);
      expect(await engine.call('createWorkspace', { path, force: 'X', passphrase })).toMatchObject(
        refused,
      );
      const directory = join(made.folder, 'sample');
      expect(await engine.call('buildSample', { directory })).toMatchObject(refused);
      const restored = { path: made.path, backup: 1 };
      expect(await engine.call('restoreBackup', restored)).toMatchObject({ ok: false });
    },
  );
});
