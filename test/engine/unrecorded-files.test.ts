import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inTransaction } from '../../src/engine/workspace/database.ts';
import { sha256 } from '../../src/engine/workspace/digest.ts';
import { openWorkspace } from '../../src/engine/workspace/open.ts';
import { readSetting, writeSetting } from '../../src/engine/workspace/settings.ts';
import { writeRecorded } from '../../src/engine/write-whole.ts';
import { ask, newEngine, temporaryFolder } from './support.ts';

async function workspace() {
  const folder = temporaryFolder();
  const path = join(folder, 'w.actionten');
  const engine = newEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
  await engine.stop();
  return { path, out: join(folder, 'pack.zip') };
}

/** What was being written. */
const whole = 'the whole content';

/** What a process that was killed while it wrote leaves behind: its note, and whatever is on the disk. */
function leaveNote(path: string, out: string, markOfFile: string | null): void {
  const opened = openWorkspace(path);
  const { writer } = opened;
  if (writer === null) throw new Error('somebody else writes');
  const facts = markOfFile === null ? null : statSync(markOfFile, { bigint: true });
  const mark = facts === null ? null : `${facts.dev}-${facts.ino}`;
  const note = { path: out, mark, sha256: sha256(whole), bytes: whole.length };
  inTransaction(writer, () => writeSetting(writer, 'file-being-written', JSON.stringify(note)));
  opened.close();
}

function noteLeft(path: string): string | null {
  const opened = openWorkspace(path);
  const note = readSetting(opened.reader, 'file-being-written');
  opened.close();
  return note;
}

it('a file whose record was never saved is taken away at the next opening, named or not', async () => {
  const { path, out } = await workspace();
  for (const file of [out, `${out}.part`]) {
    writeFileSync(file, whole);
    leaveNote(path, out, file);
    expect(noteLeft(path)).toBeNull();
    expect(existsSync(file)).toBe(false);
  }
});

it('a part that was only begun is taken away when it is empty, and left alone when it is not', async () => {
  const { path, out } = await workspace();
  writeFileSync(`${out}.part`, '');
  leaveNote(path, out, null);
  expect(noteLeft(path)).toBeNull();
  expect(existsSync(`${out}.part`)).toBe(false);
  writeFileSync(`${out}.part`, 'of somebody else');
  leaveNote(path, out, null);
  expect(noteLeft(path)).toBeNull();
  expect(readFileSync(`${out}.part`, 'utf8')).toBe('of somebody else');
});

it('a part that was half written is taken away; a named file with other content stays', async () => {
  const { path, out } = await workspace();
  writeFileSync(`${out}.part`, whole.slice(0, 5));
  leaveNote(path, out, `${out}.part`);
  expect(noteLeft(path)).toBeNull();
  expect(existsSync(`${out}.part`)).toBe(false);
  // In the same place on the disk, as a file that somebody made after the part was removed can be.
  writeFileSync(out, 'of somebody else');
  leaveNote(path, out, out);
  expect(noteLeft(path)).toBeNull();
  expect(readFileSync(out, 'utf8')).toBe('of somebody else');
});

it('a file that somebody else put in its place stays', async () => {
  const { path, out } = await workspace();
  const other = `${out}.other`;
  writeFileSync(other, 'begun');
  writeFileSync(out, 'of somebody else');
  leaveNote(path, out, other);
  expect(noteLeft(path)).toBeNull();
  expect(readFileSync(out, 'utf8')).toBe('of somebody else');
});

it('a recorded file stays and leaves no note; one that cannot be recorded is not there', async () => {
  const { path, out } = await workspace();
  const opened = openWorkspace(path);
  const { writer } = opened;
  if (writer === null) throw new Error('somebody else writes');
  expect(writeRecorded(writer, out, 'content', () => 7)).toBe(7);
  expect(() =>
    writeRecorded(writer, `${out}.second`, 'content', () => {
      throw new Error('not recorded');
    }),
  ).toThrow('not recorded');
  opened.close();
  expect(noteLeft(path)).toBeNull();
  expect(readFileSync(out, 'utf8')).toBe('content');
  expect([existsSync(`${out}.second`), existsSync(`${out}.second.part`)]).toEqual([false, false]);
});
