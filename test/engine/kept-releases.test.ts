import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ask, newEngine, temporaryFolder } from './support.ts';

const kept = join(import.meta.dirname, '..', 'kept');
/** One name for each file: release and kind. */
const names = readdirSync(kept)
  .filter((name) => name.endsWith('.actionten.gz'))
  .map((name) => name.replace('.actionten.gz', ''));

interface Facts {
  readonly passphrase: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly batches: readonly object[];
  readonly runs: readonly { readonly run: string; readonly countIn: number }[];
  readonly head: string;
}

it('there is a workspace of each kind', () => {
  expect(names).toEqual(expect.arrayContaining(['0.1.0-plain', '0.1.0-encrypted']));
});

it.each(names)('the workspace of release %s opens with all that it held', async (name) => {
  const facts = JSON.parse(readFileSync(join(kept, `${name}.json`), 'utf8')) as Facts;
  const path = join(temporaryFolder(), 'kept.actionten');
  writeFileSync(path, gunzipSync(readFileSync(join(kept, `${name}.actionten.gz`))));
  const engine = newEngine();
  const opened = await ask(engine, 'openWorkspace', { path, passphrase: facts.passphrase });
  expect(['ok', 'migrated']).toContain(opened.status);
  expect(opened.summary).toMatchObject({ access: 'writer', counts: facts.counts });
  expect(await ask(engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
  const log = await ask(engine, 'readAudit', { verify: true, anchor: facts.head });
  expect(log).toMatchObject({ intact: true, anchored: true });
  expect((await ask(engine, 'listBatches', {})).batches).toMatchObject(facts.batches);
  const { runs } = await ask(engine, 'listRuns', {});
  expect(runs).toMatchObject(facts.runs);
  for (const { run } of facts.runs)
    expect(await ask(engine, 'openRun', { run })).toMatchObject({ main: { name: 'cells' } });
  const { agreements } = await ask(engine, 'listAgreements', {});
  expect(agreements).toMatchObject([{ reference: 'ISA-KEPT', isLive: true }]);
  expect((await ask(engine, 'readProfileDraft', {})).terms).toMatchObject({
    aim: 'To see whether it still opens.',
  });
  expect((await ask(engine, 'classify', {})).vawg['total']).toBeGreaterThan(0);
  expect((await ask(engine, 'buildProfile', {})).html).toContain('Northmoor');
});
