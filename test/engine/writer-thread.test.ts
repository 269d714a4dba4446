import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import {
  ask,
  csv,
  emptyWorkspace,
  fileOf,
  importOne,
  newEngine,
  temporaryFolder,
} from './support.ts';

const header = ['reference', 'offenceTitle', 'recordedOn', 'victimReference', 'summary'];
const rows = 21_000;
/** Five megabytes: more than is written on the engine's own thread. */
const large = csv(
  header,
  ...Array.from({ length: rows }, (_, row) => [
    `R${row}`,
    'Stalking',
    '2026-01-05',
    `V${row}`,
    'x'.repeat(200),
  ]),
);

async function incidents(engine: Engine): Promise<number> {
  return (await ask(engine, 'workspaceSummary', {})).counts.incidents;
}

describe('a large import', () => {
  it('is stored whole, can be taken back and comes again, while other calls are answered', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'large.csv', large);
    const stages: string[] = [];
    const seenMeanwhile: number[] = [];
    const outcome = await engine.call(
      'importFiles',
      { files: [path] },
      {
        signal: new AbortController().signal,
        report: ({ stage }) => {
          stages.push(stage);
          if (stages.length === 5) void incidents(engine).then((seen) => seenMeanwhile.push(seen));
        },
      },
    );
    expect(outcome).toMatchObject({ ok: true, value: { files: [{ rows, accepted: rows }] } });
    expect(stages).toContain('Reading rows');
    // Nothing of it shows before all of it is there.
    expect(seenMeanwhile).toEqual([0]);
    expect(await incidents(engine)).toBe(rows);

    const { removed } = await ask(engine, 'undoBatch', { batch: 1 });
    expect(removed).toMatchObject({ incident: rows, victim: rows });
    expect(await incidents(engine)).toBe(0);

    expect(await importOne(engine, path)).toMatchObject({ batch: 2, accepted: rows });
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
  });

  it('leaves nothing when it is cancelled, and the place is free for the next', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'large.csv', large);
    const controller = new AbortController();
    const outcome = await engine.call(
      'importFiles',
      { files: [path] },
      { signal: controller.signal, report: () => controller.abort() },
    );
    expect(outcome).toMatchObject({ ok: false, code: 'cancelled', detail: { files: [] } });
    expect(await incidents(engine)).toBe(0);
    expect(await importOne(engine, path)).toMatchObject({ batch: 1, accepted: rows });
  });

  it('goes into an encrypted workspace, in which no text of it can be read', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'test.actionten');
    const engine = newEngine();
    const passphrase = 'three made-up words';
    await ask(engine, 'createWorkspace', { path, force: 'Testshire', passphrase });
    const file = fileOf(folder, 'large.csv', large);
    expect(await importOne(engine, file)).toMatchObject({ accepted: rows });
    await engine.stop();
    expect(readFileSync(path).includes('x'.repeat(200))).toBe(false);
    const next = newEngine();
    expect((await ask(next, 'openWorkspace', { path, passphrase })).summary.counts.incidents).toBe(
      rows,
    );
  });

  it('leaves nothing when Ctrl+C stops the command, which still says so in JSON', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    await engine.stop();
    const file = fileOf(folder, 'large.csv', large);
    const source = (name: string) => JSON.stringify(join(import.meta.dirname, '..', '..', name));
    const script = fileOf(
      folder,
      'interrupt.mjs',
      `import { Engine } from ${source('src/engine/engine.ts')};
       import { importCommand } from ${source('src/cli/import-command.ts')};
       import { readCommandLine } from ${source('src/cli/arguments.ts')};
       const engine = new Engine();
       const call = engine.call.bind(engine);
       let reports = 0;
       const report = () => { if (++reports === 5) process.kill(process.pid, 'SIGINT'); };
       engine.call = (name, input, job) => call(name, input, { ...job, report });
       const line = readCommandLine(['import', ${JSON.stringify(path)}, ${JSON.stringify(file)}]);
       await importCommand(engine, line).catch(({ failure }) => console.log(failure.code));
       await engine.stop();`,
    );
    expect(spawnSync(process.execPath, [script], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: 'cancelled\n',
    });
    const next = newEngine();
    expect((await ask(next, 'openWorkspace', { path })).status).toBe('ok');
    expect((await ask(next, 'listBatches', {})).batches).toEqual([]);
  });

  it('leaves nothing when the process is killed half way', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    await engine.stop();
    const file = fileOf(folder, 'large.csv', large);
    const script = fileOf(
      folder,
      'kill.mjs',
      `import { Engine } from ${JSON.stringify(join(import.meta.dirname, '..', '..', 'src', 'engine', 'engine.ts'))};
       const engine = new Engine();
       await engine.call('openWorkspace', { path: ${JSON.stringify(path)} });
       let reports = 0;
       const report = () => { if (++reports === 5) process.kill(process.pid, 'SIGKILL'); };
       await engine.call('importFiles', { files: [${JSON.stringify(file)}] }, { signal: new AbortController().signal, report });`,
    );
    expect(spawnSync(process.execPath, [script]).signal).toBe('SIGKILL');
    const next = newEngine();
    expect((await ask(next, 'openWorkspace', { path })).status).toBe('ok');
    expect(await incidents(next)).toBe(0);
    expect((await ask(next, 'listBatches', {})).batches).toEqual([]);
    expect((await ask(next, 'checkWorkspace', {})).problems).toEqual([]);
  });
});
