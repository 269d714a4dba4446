import { expect, it } from 'vitest';
import type { Job } from '../../src/engine/jobs.ts';
import { ask, fileOf, newEngine, temporaryFolder } from './support.ts';

it('makes again only the parts of the profile whose inputs changed', async () => {
  const engine = newEngine();
  const directory = temporaryFolder();
  await ask(engine, 'buildSample', { directory, incidents: 1_500, draft: false });
  const first = await ask(engine, 'buildProfile', {});
  expect(first.made).toEqual(
    expect.arrayContaining([
      'places',
      'section 5',
      'section 8',
      'section 12',
      'figures of victims',
    ]),
  );

  const voices = fileOf(
    directory,
    'more-voices.csv',
    'engagement,heldOn,participants,women,space,reason\r\nA further evening,01/10/2026,12,12,public,Badly lit\r\n',
  );
  await ask(engine, 'importFiles', { files: [voices] });
  const second = await ask(engine, 'buildProfile', {});
  // What was read, its quality and what women say; nothing that rests on incidents alone.
  expect(second.made.toSorted()).toEqual([
    'figures of gaps',
    'figures of voices',
    'section 3',
    'section 8',
  ]);
  expect(second.html).toContain('26 engagements');

  const { batches } = await ask(engine, 'listBatches', {});
  const incidents = batches.find(({ kind }) => kind === 'incidents');
  await ask(engine, 'undoBatch', { batch: incidents?.batch ?? 0 });
  const third = await ask(engine, 'buildProfile', {});
  expect(third.made).toEqual(expect.arrayContaining(['section 5', 'section 9', 'section 10']));
  expect(third.made).not.toContain('section 14');
}, 60_000);

it('reads incidents again only when they or their people changed', async () => {
  const engine = newEngine();
  const directory = temporaryFolder();
  await ask(engine, 'buildSample', { directory, incidents: 600, draft: false });
  const isReadIn = async (work: (job: Job) => Promise<unknown>): Promise<boolean> => {
    const stages = new Set<string>();
    const job: Job = {
      signal: new AbortController().signal,
      report: ({ stage }) => void stages.add(stage),
    };
    await work(job);
    await engine.call('buildProfile', {}, job);
    return stages.has('Reading incidents');
  };
  const importing = (name: string, content: string) => {
    const files = [fileOf(directory, name, content)];
    return isReadIn((job) => engine.call('importFiles', { files }, job));
  };
  const voice =
    'engagement,heldOn,women,space,reason\r\nAn evening,01/10/2026,12,public,Badly lit\r\n';
  const incident = 'reference,offenceTitle,recordedOn\r\nNEW-1,Stalking,2026-10-03\r\n';
  await ask(engine, 'buildProfile', {});
  expect(await importing('voice.csv', voice)).toBe(false);
  expect(await importing('incident.csv', incident)).toBe(true);

  const { batches } = await ask(engine, 'listBatches', {});
  const [latest, before] = batches;
  const undo = (batch: number | undefined) =>
    isReadIn((job) => engine.call('undoBatch', { batch: batch ?? 0 }, job));
  expect(await undo(latest?.batch)).toBe(true);
  expect(await undo(before?.batch)).toBe(false);
  const { html } = await ask(engine, 'buildProfile', {});
  expect(html).not.toContain('26 engagements');
}, 60_000);
