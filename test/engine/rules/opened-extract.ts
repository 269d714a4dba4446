import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ask, emptyWorkspace } from '../support.ts';
import { header, rows } from './made-up-extract.ts';

/** An engine with a workspace that holds the made-up extract: a new one for each test. */
export let engine: Engine;
export let folder: string;

beforeEach(async () => {
  ({ engine, folder } = await emptyWorkspace());
  await importRows(rows);
});

/** Imports more lines of the extract and gives the number of their batch. */
export async function importRows(lines: readonly string[], name = 'extract.csv'): Promise<number> {
  const file = join(folder, name);
  writeFileSync(file, `${[header, ...lines].join('\r\n')}\r\n`);
  const { files } = await ask(engine, 'importFiles', { files: [file] });
  return files[0]?.batch ?? -1;
}

export const inForce = () => ask(engine, 'readRules', {});
export const classified = () => ask(engine, 'classify', {});

/** What waits to be looked at. */
export const queue = (about: string, onlyVawg = false) =>
  ask(engine, 'reviewQueue', { about: about as 'decided', onlyVawg });

/** A record of the offence, among the examples of the rules. */
export const incidentOf = async (offence: string): Promise<number> => {
  const set = await inForce();
  for (const rule of set.set.rules) {
    const { examples } = await ask(engine, 'ruleExamples', { rule: rule.id });
    const found = examples.find((line) => line.offence.startsWith(offence));
    if (found !== undefined) return found.incident;
  }
  throw new Error(`no record of ${offence}`);
};
