import { join } from 'node:path';
import { expect, it } from 'vitest';
import { primaryRemoval } from '../../src/domain/disclosure/protect.ts';
import { linkSets } from '../../src/domain/disclosure/record-sets.ts';
import type { PublishedSet } from '../../src/domain/disclosure/release.ts';
import { openWorkspace } from '../../src/engine/workspace/open.ts';
import { allToldCounts } from '../../src/engine/workspace/shared-counts.ts';
import { intrude } from '../domain/disclosure/intruder.ts';
import { ask, newEngine, temporaryFolder } from './support.ts';

const incidents = 1_500;
const partner = { edition: 'partner', recipient: 'Council', agreement: 'ISA-SAMPLE' } as const;

function toldIn(workspace: string): PublishedSet[] {
  const opened = openWorkspace(workspace, null);
  try {
    return allToldCounts(opened.reader, 'incident');
  } finally {
    opened.close();
  }
}

/**
 * Small parts that a reader of documents and layers pins down who knows which records each number counts.
 *
 * @param most How many of the small parts are attacked.
 */
function recovered(
  told: readonly PublishedSet[],
  threshold: 5 | 10,
  most: number,
): { readonly attacked: number; readonly found: number } {
  const rule = { threshold, roundTo: 5 } as const;
  const known = told.filter((set) => set.threshold >= threshold);
  const system = linkSets(
    known.map(({ records, range }, at) => ({ id: `told:${at}`, records, standing: range })),
    () => [],
  );
  const small = system.cells.filter(
    (cell) => cell.standing === 'implied' && primaryRemoval(cell, rule) !== null,
  );
  const every = Math.max(1, Math.ceil(small.length / most));
  const attacked = small.filter((_, at) => at % every === 0);
  const found = attacked.filter(({ id }) => {
    const { least, most: highest } = intrude(system, new Map(), rule, id);
    return least > 1 || highest < threshold;
  });
  return { attacked: attacked.length, found: found.length };
}

it('gives a reader of documents and layers of the sample force no more than the documents', async () => {
  const engine = newEngine();
  const directory = temporaryFolder();
  const { workspace } = await ask(engine, 'buildSample', { directory, incidents });
  const run = await ask(engine, 'analyse', { method: 'gi-star', filter: { space: 'public' } });
  await ask(engine, 'findPlaces', { run: run.run });
  await ask(engine, 'buildProfile', { ...partner, release: true });
  const level = { level: 'partner', recipient: 'Council' } as const;
  await ask(engine, 'shareLayer', { ...level, pack: join(directory, 'partner.zip') });
  await ask(engine, 'buildProfile', { edition: 'public', release: true });
  const second = await ask(engine, 'buildProfile', { ...partner, release: true });
  expect(second.html).toContain('also against every layer that was shared');
  await engine.stop();
  const told = toldIn(workspace);
  const byEdition = told.filter(({ isOfEdition }) => isOfEdition === true);
  expect(byEdition.length).toBeGreaterThan(10);
  expect(told.length - byEdition.length).toBeGreaterThan(5);
  // This reader also knows where nothing happened, which no edition tells: of a place whose records are all in one
  // area they know what reaches out of it. The editions' own attack is by a reader who does not. Layers add nothing.
  const alone = recovered(byEdition, 5, 200).found;
  const held = recovered(told, 5, 200);
  expect(held.attacked).toBeGreaterThan(10);
  expect(held.found).toBeLessThanOrEqual(alone);

  // The rule off: the same layers made where no edition is known, beside the edition.
  const other = newEngine();
  const apart = temporaryFolder();
  const unheld = await ask(other, 'buildSample', { directory: apart, incidents });
  const same = await ask(other, 'analyse', { method: 'gi-star', filter: { space: 'public' } });
  await ask(other, 'findPlaces', { run: same.run });
  await ask(other, 'shareLayer', { ...level, pack: join(apart, 'partner.zip') });
  await other.stop();
  expect(recovered([...byEdition, ...toldIn(unheld.workspace)], 5, 200).found).toBeGreaterThan(
    alone,
  );
}, 600_000);
