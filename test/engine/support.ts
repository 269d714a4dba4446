import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { CallInput, CallName, CallOutputs } from '../../src/contract/calls.ts';
import type { ImportedFile } from '../../src/contract/results.ts';
import { Engine } from '../../src/engine/engine.ts';

const folders: string[] = [];
const engines: Engine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'action-ten-test-'));
  folders.push(folder);
  return folder;
}

/** An engine that is stopped after the test. */
export function newEngine(): Engine {
  const engine = new Engine();
  engines.push(engine);
  return engine;
}

/** The value of a call; throws the failure's code and message when it failed. */
export async function ask<Name extends CallName>(
  engine: Engine,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutputs[Name]> {
  const outcome = await engine.call(name, input);
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.code}: ${outcome.message}`);
}

/** An engine with a new, empty workspace open. */
export async function emptyWorkspace(): Promise<{ engine: Engine; folder: string; path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'test.actionten');
  const engine = newEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Testshire' });
  return { engine, folder, path };
}

/** Writes a file into the folder and gives its path. */
export function fileOf(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Imports one file and gives what became of it. */
export async function importOne(
  engine: Engine,
  path: string,
  more: Partial<CallInput<'importFiles'>> = {},
): Promise<ImportedFile> {
  const { files } = await ask(engine, 'importFiles', { files: [path], ...more });
  const [file] = files;
  if (file === undefined) throw new Error('no file in the result');
  return file;
}

/** An extract with the columns given and one row a line. */
export function csv(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** Columns of an extract whose records have a position and a kind of place. */
export const placedHeader = [
  'reference',
  'offenceTitle',
  'offenceCode',
  'recordedOn',
  'easting',
  'northing',
  'locationType',
];
