import { expect, it } from 'vitest';
import type { RunTable } from '../../../src/contract/hotspots.ts';
import { seededRandom } from '../../../src/domain/hotspots/seeded-random.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'];

/**
 * Records of two years: eighty thrown over 5 by 5 km, sixty over nine cells, and thirty of the later year at one
 * exact position.
 */
async function workspace(places: 'two-places' | 'noise') {
  const made = await emptyWorkspace();
  const random = seededRandom(4);
  const metres = (from: number, to: number) => String(Math.round(from + random() * (to - from)));
  const day = (at: number) => (at % 2 === 0 ? '01/02/2025' : '01/02/2026');
  const rows = Array.from({ length: 80 }, (_, at) => [
    day(at),
    metres(440_000, 445_000),
    metres(330_000, 335_000),
  ]);
  if (places === 'two-places') {
    for (let at = 0; at < 60; at++) {
      rows.push([day(at), metres(442_000, 442_750), metres(332_000, 332_750)]);
    }
    for (let at = 0; at < 30; at++) rows.push([day(1), '444130', '334130']);
    for (let at = 0; at < 8; at++) rows.push([day(1), '444380', '334140']);
  }
  const records = rows.map((row, at) => [`A${at}`, 'Exposure', '088/09', ...row]);
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...records)));
  return made;
}

const asked = {
  method: 'stability',
  filter: { dateBasis: 'recorded' },
  area: 'rectangle',
} as const;

const numbers = (table: RunTable | undefined, name: string): number[] =>
  Array.from(table?.columns.find((column) => column.name === name)?.values ?? [], Number);
const texts = (table: RunTable | undefined, name: string): string[] =>
  Array.from(table?.columns.find((column) => column.name === name)?.values ?? [], String);

it('says for each hot spot which checks it fails and what it rests on', async () => {
  const { engine } = await workspace('two-places');
  const result = await ask(engine, 'runAnalysis', asked);
  const [checks, shares, cells] = result.others;
  expect(texts(checks, 'check')).toEqual([
    'with cells of 125 m',
    'with cells of 375 m',
    'with cells of 500 m',
    'with cells moved half a cell east',
    'with cells moved half a cell north',
    'with cells moved half a cell north-east',
    'on hexagons',
    'among the highest densities with a bandwidth of 250 m',
    'among the highest densities with a bandwidth of 1,000 m',
    'without 2025',
    'without 2026',
    'over the occupied cells and one ring',
    'over the cells with any police record and those that touch one',
  ]);
  expect(result.run.summary).toMatchObject({ hotSpots: 2, checks: 13 });
  const words = texts(result.main, 'words');
  const place = words.findIndex((text) => !text.includes('exact position'));
  const address = words.findIndex((text) => text.includes('one exact position'));
  expect(words[place]).toMatch(/^Stays hot in (all|1\d of) 13 checks/);
  expect(words[address]).toContain('without 2026');
  expect(words[address]).toMatch(/[789]\d % of its records rests on one exact position/);
  expect(Math.abs((numbers(result.main, 'easting')[place] ?? 0) - 442_375)).toBeLessThan(125);
  expect(numbers(result.main, 'count')[address]).toBeGreaterThanOrEqual(38);
  expect(numbers(shares, 'share').every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(numbers(shares, 'share')).toHaveLength(2 * 13);
  expect(Math.max(...numbers(cells, 'stays_hot_in'))).toBeGreaterThanOrEqual(10);
  if (result.geometry.kind !== 'hulls') throw new Error('no hulls');
  expect(result.geometry.starts).toHaveLength(3);
  const again = await ask(engine, 'runAnalysis', asked);
  expect(again.main).toEqual(result.main);
  expect(again.run.run).toBe(result.run.run);
});

it('has nothing to check where nothing is hot, and refuses a bandwidth below a cell', async () => {
  const { engine } = await workspace('noise');
  const result = await ask(engine, 'runAnalysis', asked);
  expect(result.run.summary).toMatchObject({ hotSpots: 0, checks: 0 });
  expect(result.words[0]).toContain('no hot spot whose stability');
  expect(numbers(result.main, 'hot_spot')).toEqual([]);
  const { engine: other } = await workspace('two-places');
  const outcome = await other.call('runAnalysis', {
    ...asked,
    settings: { bandwidthMetres: '100' },
  });
  expect(outcome).toMatchObject({ ok: false, code: 'bad-request' });
});

it('stops between checks when it is cancelled', async () => {
  const { engine } = await workspace('two-places');
  const controller = new AbortController();
  const stages: string[] = [];
  const outcome = await engine.call('runAnalysis', asked, {
    signal: controller.signal,
    report: ({ stage }) => {
      stages.push(stage);
      if (stage.startsWith('checking')) controller.abort();
    },
  });
  expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
  expect(stages.filter((stage) => stage.startsWith('checking'))).toHaveLength(1);
});

it('is told of a hot cell that is explained, once a stability run of the same question is kept', async () => {
  const { engine, folder } = await workspace('two-places');
  const question = { ...asked, method: 'gi-star' } as const;
  const { main } = await ask(engine, 'runAnalysis', question);
  const [bins, counts] = [numbers(main, 'bin_bh'), numbers(main, 'count')];
  const cell =
    Number(
      numbers(main, 'cell_id')[bins.findIndex((bin, at) => bin >= 2 && Number(counts[at]) > 0)],
    ) - 1;
  const told = async (more = {}) =>
    (await ask(engine, 'explainCell', { ...question, ...more, cell })).words.at(-1);
  expect(await told()).toMatch(/is not known yet: choose the method Stability .* keep that run/);
  const { run } = await ask(engine, 'analyse', asked);
  expect(await told()).toMatch(
    new RegExp(`^It stays hot in \\d+ of 13 checks .*stability run ${run}\\)\\.$`),
  );
  // Another inference is another question.
  expect(await told({ settings: { inference: 'normal' } })).toContain('is not known yet');
  const more = csv(header, ['Z1', 'Exposure', '088/09', '01/02/2026', '440500', '330500']);
  await importOne(engine, fileOf(folder, 'more.csv', more));
  expect(await told()).toContain('before the data or the rules changed: repeat it');
});

it('explains a cell of a run kept before the data changed from its own tables, and says so', async () => {
  const { engine, folder } = await workspace('two-places');
  const question = { ...asked, method: 'gi-star' } as const;
  const { run } = await ask(engine, 'analyse', question);
  const { main } = await ask(engine, 'openRun', { run });
  const [ids, bins] = [numbers(main, 'cell_id'), numbers(main, 'bin_bh')];
  const cell = (ids[bins.indexOf(3)] ?? 0) - 1;
  const before = await ask(engine, 'explainCell', { ...question, cell, run });
  expect(before.offences.length).toBeGreaterThan(0);
  const rows = Array.from({ length: 9 }, (_, at) => [
    `Z${at}`,
    'Exposure',
    '088/09',
    '01/02/2026',
    '442100',
    '332100',
  ]);
  await importOne(engine, fileOf(folder, 'more.csv', csv(header, ...rows)));
  const after = await ask(engine, 'explainCell', { ...question, cell, run });
  expect(after.words[0]).toBe(
    before.words[0]
      ?.replace(
        "in this cell of 250 m; the study area's",
        'in this cell when the run was made; its',
      )
      .replace('cell has', 'cell had'),
  );
  expect(after.words.at(-1)).toContain('changed since this run was made');
  expect(after.offences).toEqual([]);
  expect((await ask(engine, 'explainCell', { ...question, cell })).words.at(-1)).not.toContain(
    'changed since this run was made',
  );
});

it('gives the middle of its cells for a hot spot whose records can be at homes', async () => {
  const { engine } = await workspace('two-places');
  const { main } = await ask(engine, 'runAnalysis', asked);
  const cells = numbers(main, 'cells');
  expect(cells.length).toBeGreaterThan(0);
  for (const name of ['easting', 'northing']) {
    for (const [row, metres] of numbers(main, name).entries()) {
      // A sum of centres of cells of 250 m, which no sum of these records is.
      expect(Math.round(metres * Number(cells[row])) % 125).toBe(0);
    }
  }
});
