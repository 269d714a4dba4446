import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, newEngine, temporaryFolder } from '../engine/support.ts';
import { plantedTable } from './planted-table.ts';

it('docs/methods.md says of each planted place which method finds it, and how stable it is', async () => {
  const engine = newEngine();
  const directory = temporaryFolder();
  const sample = await ask(engine, 'buildSample', { directory });
  const truths = sample.files.find((file) => file.endsWith('planted-truths.json')) ?? '';
  const made = await plantedTable(engine, join(truths, '..'));
  const page = readFileSync(new URL('../../docs/methods.md', import.meta.url), 'utf8');
  const { plantedRows } =
    page.match(/\| Planted place .*\n\| .*\n(?<plantedRows>(\|.*\n)+)/)?.groups ?? {};
  expect(plantedRows?.trim().split('\n')).toEqual(made);
}, 400_000);
