import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ask, fileOf, importOne, newEngine, temporaryFolder } from '../engine/support.ts';
import { captured } from './captured-gate.ts';
import { editionLines, laterEditionLines, layerLines, type RuleOff } from './rules-off.ts';

vi.mock(import('../../src/domain/figures/editions/gate.ts'), async (original) => {
  const { passGate } = await original();
  return {
    passGate: (declared, rule, earlier, beside) => {
      const gated = passGate(declared, rule, earlier, beside);
      captured.editions.push({ declared, rule, earlier, gated });
      return gated;
    },
  };
});
vi.mock(import('../../src/domain/disclosure/release.ts'), async (original) => {
  const { gateLayer } = await original();
  return {
    gateLayer: (release, rule) => {
      const gated = gateLayer(release, rule);
      captured.shares.push({ release, rule, gated });
      return gated;
    },
  };
});

const partner = { edition: 'partner', recipient: 'Council', agreement: 'ISA-SAMPLE' } as const;
const hotSpots = { level: 'partner', recipient: 'Council', layer: 'hotspots', format: 'geojson' };

async function linesOfEditions(): Promise<RuleOff[]> {
  const engine = newEngine();
  const directory = temporaryFolder();
  await ask(engine, 'buildSample', { directory, incidents: 3_000 });
  await ask(engine, 'buildProfile', { ...partner, release: true });
  const [header = '', ...rows] = readFileSync(
    join(directory, 'files', 'northmoor-incidents.csv'),
    'utf8',
  )
    .trim()
    .split(/\r?\n/);
  // Records as they came last, once more under other references.
  const come = async (from: number, to: number): Promise<void> => {
    const later = rows.slice(from, to).map((row, at) => `LATER${from}${at}${row}`);
    const file = fileOf(directory, `later${from}.csv`, [header, ...later, ''].join('\r\n'));
    await importOne(engine, file);
    await ask(engine, 'buildProfile', partner);
  };
  await come(-30, -1);
  await come(-500, -30);
  const [first, afterFew, afterMany] = captured.editions;
  if (first === undefined || afterFew === undefined || afterMany === undefined)
    throw new Error('an edition did not pass the gate');
  return [
    ...editionLines(first),
    ...laterEditionLines(afterFew, '29'),
    ...laterEditionLines(afterMany, '499'),
  ];
}

async function linesOfLayers(): Promise<RuleOff[]> {
  const engine = newEngine();
  const directory = temporaryFolder();
  await ask(engine, 'buildSample', { directory, incidents: 12_000, draft: false });
  for (const cellMetres of [500, 1_000]) {
    const out = join(directory, `${cellMetres}.geojson`);
    await engine.call('shareLayer', { ...hotSpots, cellMetres, out });
  }
  return captured.shares.slice(-1).flatMap(layerLines);
}

const page = join(import.meta.dirname, '../../docs/attack-report.md');
const isAsked = process.env['ACTION_TEN_WRITE_ATTACK_REPORT'] === 'yes';

/** Rule, what leaves, attacked, recovered and an example of each row of the page's table. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((row) => row.startsWith('| ') && !row.startsWith('| ---'))
    .map((row) => row.slice(2, -2).split(' | '))
    .slice(1);
}

it('the intruder finds nothing with every rule on, and something with each one off', async () => {
  const lines = [...(await linesOfEditions()), ...(await linesOfLayers())];
  const table = lines.map(({ rule, without, attacked, recovered, example }) =>
    [rule, without, attacked, recovered, example === '' ? '-' : example].map(String),
  );
  if (isAsked) {
    const [before = ''] = readFileSync(page, 'utf8').split('\n| Rule that is off');
    const head =
      '| Rule that is off | What leaves | Must not be known | Worked out | For example |\n| --- | --- | --- | --- | --- |';
    const rows = table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    writeFileSync(page, `${before.trimEnd()}\n\n${head}\n${rows}\n`);
  }
  for (const { rule, without, attacked, recovered } of lines) {
    expect(attacked, without).toBeGreaterThan(9);
    if (rule === 'none') expect(recovered, without).toBe(0);
    else expect(recovered, `${rule} off`).toBeGreaterThan(0);
  }
  // The page has these rules; its figures are of the day on which it was written.
  const kept = rowsOf(readFileSync(page, 'utf8'));
  expect(kept.map(([rule]) => rule)).toEqual(table.map(([rule]) => rule));
  for (const [rule, , , recovered] of kept) expect(Number(recovered) === 0).toBe(rule === 'none');
}, 600_000);
