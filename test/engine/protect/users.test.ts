import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { keySlots, newFileKey, writeKeyFile } from '../../../src/engine/workspace/key-slots.ts';
import { openWorkspace } from '../../../src/engine/workspace/open.ts';
import { ask, newEngine, temporaryFolder } from '../support.ts';

const amy = 'amys three random words';
const ben = 'bens three random words';
const cat = 'cats three random words';

/** An encrypted workspace of Amy's with a key slot for Ben; Amy is at work. */
async function shared() {
  const folder = temporaryFolder();
  const path = join(folder, 'shared.actionten');
  const engine = newEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Testshire', passphrase: amy });
  const { slot, recoveryKey } = await ask(engine, 'addUser', {
    name: 'Ben',
    ownName: 'Amy',
    passphrase: ben,
  });
  if (recoveryKey === null) throw new Error('no recovery key');
  return { engine, folder, path, slot, recoveryKey };
}

/** Opens the file in an engine of its own and says as whom, or with which code it was refused. */
async function opensAs(path: string, passphrase: string): Promise<string | null> {
  const engine = newEngine();
  const opened = await engine.call('openWorkspace', { path, passphrase });
  if (!opened.ok) return opened.code;
  const { you } = await ask(engine, 'listUsers', {});
  await engine.stop();
  return you;
}

const latest = async (engine: Engine) => (await ask(engine, 'readAudit', { verify: true })).latest;

it('each user opens it with their own passphrase, and the log names who', async () => {
  const { engine, path } = await shared();
  await ask(engine, 'classify', {});
  const [entry] = await latest(engine);
  expect(entry).toMatchObject({ action: 'incidents classified' });
  expect(entry?.actor).toMatch(/^Amy \(.+\)$/);
  await engine.stop();
  expect(await opensAs(path, amy)).toBe('Amy');
  expect(await opensAs(path, ben)).toBe('Ben');
  expect(await opensAs(path, cat)).toBe('wrong-passphrase');
});

it('the file of slots holds no names, no passphrase and nothing of the data', async () => {
  const { engine, path, recoveryKey } = await shared();
  await engine.stop();
  const bytes = readFileSync(`${path}-keys`, 'utf8');
  for (const word of ['Amy', 'Ben', amy, ben, recoveryKey, 'Testshire']) {
    expect(bytes).not.toContain(word);
  }
  expect(readFileSync(path).includes('Testshire')).toBe(false);
});

it('a removed user opens neither the file nor an older file of slots beside it', async () => {
  const { engine, path, slot } = await shared();
  copyFileSync(`${path}-keys`, `${path}-kept`);
  await ask(engine, 'removeUser', { slot });
  expect((await latest(engine))[0]).toMatchObject({
    action: 'user removed',
    detail: { user: 'Ben', slot },
  });
  await engine.stop();
  expect(await opensAs(path, ben)).toBe('wrong-passphrase');
  expect(await opensAs(path, amy)).toBe('Amy');
  copyFileSync(`${path}-kept`, `${path}-keys`);
  expect(await opensAs(path, ben)).toBe('wrong-passphrase');
});

it('refuses to remove the last user and oneself, a name or passphrase twice, and a short passphrase', async () => {
  const { engine, slot } = await shared();
  const own = (await ask(engine, 'listUsers', {})).users.find(({ isYou }) => isYou)?.slot ?? '';
  expect(await engine.call('removeUser', { slot: own })).toMatchObject({ code: 'not-permitted' });
  for (const [name, passphrase, code] of [
    ['ben', cat, 'exists'],
    ['Cat', ben, 'exists'],
    ['Cat', 'short', 'bad-request'],
  ] as const) {
    expect(await engine.call('addUser', { name, passphrase })).toMatchObject({ code });
  }
  await ask(engine, 'removeUser', { slot });
  expect(await engine.call('removeUser', { slot: own })).toMatchObject({
    code: 'not-permitted',
    message: 'The last user cannot be removed: nobody could open the workspace any more.',
  });
  expect(await engine.call('changePassphrase', { passphrase: null })).toMatchObject({
    code: 'not-permitted',
  });
});

it('a plain workspace has no users', async () => {
  const engine = newEngine();
  const path = join(temporaryFolder(), 'plain.actionten');
  await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
  expect(await engine.call('addUser', { name: 'Ben', passphrase: ben })).toMatchObject({
    code: 'not-permitted',
  });
});

it('a user changes their own passphrase; the others keep theirs', async () => {
  const { engine, path } = await shared();
  await ask(engine, 'changePassphrase', { passphrase: cat });
  expect((await ask(engine, 'listUsers', {})).you).toBe('Amy');
  await engine.stop();
  expect(await opensAs(path, amy)).toBe('wrong-passphrase');
  expect(await opensAs(path, cat)).toBe('Amy');
  expect(await opensAs(path, ben)).toBe('Ben');
});

it('without its file of slots the recovery key alone opens it, and the file is made again', async () => {
  const { engine, path, recoveryKey } = await shared();
  await engine.stop();
  rmSync(`${path}-keys`);
  expect(await opensAs(path, amy)).toBe('wrong-passphrase');
  expect(await opensAs(path, recoveryKey)).toBe('recovery key');
  expect(await opensAs(path, ben)).toBe('Ben');
});

it('a damaged file of slots is no way in, and the recovery key mends it', async () => {
  const { engine, path, recoveryKey } = await shared();
  await engine.stop();
  writeFileSync(`${path}-keys`, '{"format":1,"slots":[{}]}');
  expect(await opensAs(path, ben)).toBe('wrong-passphrase');
  expect(await opensAs(path, recoveryKey)).toBe('recovery key');
  expect(await opensAs(path, ben)).toBe('Ben');
});

it('stopped before the new file is in place, every user opens what is there, and it is put in order', async () => {
  const { engine, path, recoveryKey } = await shared();
  await engine.stop();
  const opened = openWorkspace(path, recoveryKey);
  const slots = keySlots(opened.reader);
  opened.close();
  // As `rewrite` leaves it between its two steps: the old file, with the new and the old key in the file of slots.
  writeKeyFile(path, slots, [newFileKey(), recoveryKey]);
  expect(await opensAs(path, ben)).toBe('Ben');
  const kept = JSON.parse(readFileSync(`${path}-keys`, 'utf8')) as {
    slots: { sealed: string[] }[];
  };
  expect(kept.slots.map(({ sealed }) => sealed.length)).toEqual([1, 1]);
});

it('a backup takes the slots along', async () => {
  const { engine, folder } = await shared();
  const out = join(folder, 'copy.actionten');
  await ask(engine, 'backupWorkspace', { out });
  expect(existsSync(`${out}-keys`)).toBe(true);
  expect(await opensAs(out, ben)).toBe('Ben');
});
