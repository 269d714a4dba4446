import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ask, csv, fileOf, importOne, newEngine, temporaryFolder } from './support.ts';

const pageBytes = 4_096;
const passphrase = 'three random words';

/** A closed workspace with sixty records in it, whole. */
async function closedWorkspace(own: string | null): Promise<{ folder: string; whole: Buffer }> {
  const folder = temporaryFolder();
  const path = join(folder, 'whole.actionten');
  const engine = newEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Testshire', passphrase: own });
  const rows = Array.from({ length: 60 }, (_, at) => [
    `REF${at}`,
    'Stalking',
    '01/02/2026',
    `V${at}`,
    `Followed home from the fair, number ${at}`,
  ]);
  const header = ['reference', 'offenceTitle', 'recordedOn', 'victimReference', 'summary'];
  await importOne(engine, fileOf(folder, 'extract.csv', csv(header, ...rows)));
  await ask(engine, 'indexTexts', {});
  await ask(engine, 'classify', {});
  await engine.stop();
  return { folder, whole: readFileSync(path) };
}

/** How bytes are met when they are opened and then looked over: a code, what the check says, or `whole`. */
async function met(
  folder: string,
  bytes: Buffer,
  own: string | null,
  name = 'changed.actionten',
): Promise<string> {
  const path = join(folder, name);
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  writeFileSync(path, bytes);
  const engine = newEngine();
  const opened = await engine.call('openWorkspace', { path, passphrase: own });
  if (!opened.ok) {
    // Whatever was wrong, it says what to do and leaves the file as it is.
    expect(opened.remedy.length).toBeGreaterThan(20);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    return opened.code;
  }
  const checked = await engine.call('checkWorkspace', {});
  await engine.stop();
  if (!checked.ok) return checked.code;
  return checked.value.intact ? 'whole' : (checked.value.problems[0] ?? 'a problem without words');
}

function flipped(whole: Buffer, at: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe('an encrypted workspace', () => {
  it('that was cut short is called that, with a way out, and never another kind of file', async () => {
    const { folder, whole } = await closedWorkspace(passphrase);
    expect(await met(folder, whole, passphrase)).toBe('whole');
    const cuts = [600, 4_000, pageBytes, 5_000, 3 * pageBytes, 3 * pageBytes + 7];
    for (const cut of [...cuts, whole.length - pageBytes, whole.length - 1]) {
      const part = whole.subarray(0, cut);
      expect(await met(folder, part, passphrase), `cut to ${cut}`).toBe('corrupt');
    }
    // Without the passphrase a cut within a page shows, one between pages cannot.
    const withinPage = whole.subarray(0, whole.length - 1_000);
    expect(await met(folder, withinPage, null)).toBe('corrupt');
    expect(await met(folder, withinPage, null, 'changed.actionten-before-11')).toBe('corrupt');
    const opened = await newEngine().call('openWorkspace', {
      path: join(folder, 'changed.actionten'),
    });
    if (opened.ok) throw new Error('a file that was cut short opens');
    expect(opened.message).toContain('cut short or damaged');
    expect(opened.remedy).toContain('restore the latest backup');
    // What has neither the name nor the size of one is still no workspace.
    expect(await met(folder, withinPage, null, 'picture.jpg')).toBe('not-a-workspace');
  }, 120_000);

  it('shows one changed bit in any page', async () => {
    const { folder, whole } = await closedWorkspace(passphrase);
    for (let page = 0; page < whole.length / pageBytes; page++) {
      const at = page * pageBytes + ((page * 977 + 50) % pageBytes);
      const answer = await met(folder, flipped(whole, at), passphrase);
      expect(answer, `byte ${at}`).toMatch(
        page === 0 ? /^wrong-passphrase$/ : /^corrupt$|The database file is damaged/,
      );
    }
    writeFileSync(join(folder, 'changed.actionten'), flipped(whole, 50));
    const opened = await newEngine().call('openWorkspace', {
      path: join(folder, 'changed.actionten'),
      passphrase,
    });
    if (opened.ok) throw new Error('a file with a changed first page opens');
    expect(opened.remedy).toContain('If it is certainly right, the file is damaged');
  }, 120_000);
});

describe('a plain workspace', () => {
  it('shows one changed bit in any byte of an entry of its log, and a file that was cut short', async () => {
    const { folder, whole } = await closedWorkspace(null);
    expect(await met(folder, whole, null)).toBe('whole');
    for (const cut of [600, pageBytes, 3 * pageBytes + 7, whole.length - pageBytes]) {
      expect(await met(folder, whole.subarray(0, cut), null), `cut to ${cut}`).toBe('corrupt');
    }
    const database = new Database(join(folder, 'whole.actionten'), { readonly: true });
    const entry = database
      .prepare<[], Record<string, unknown>>('SELECT * FROM audit_entry WHERE sequence = 2')
      .get();
    database.close();
    const texts = Object.values(entry ?? {}).filter((value) => typeof value === 'string');
    const start = whole.indexOf(texts.join(''));
    expect(start).toBeGreaterThan(0);
    const length = Buffer.byteLength(texts.join(''));
    expect(length).toBeGreaterThan(150);
    for (let at = start; at < start + length; at += 4) {
      expect(await met(folder, flipped(whole, at), null), `byte ${at - start}`).toBe(
        'The audit log was changed after it was written.',
      );
    }
  }, 120_000);

  it('does not show a changed letter of a record, as the security page says', async () => {
    const { folder, whole } = await closedWorkspace(null);
    const at = whole.indexOf('Followed home from the fair, number 7');
    expect(await met(folder, flipped(whole, at), null)).toBe('whole');
  });
});
