import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellGrid } from '../../../src/domain/geography/cells.ts';
import { seededRandom } from '../../../src/domain/hotspots/seeded-random.ts';
import { statsOnCsv } from '../../../src/engine/analysis/stats/run-stats.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

/** Sixty records thrown over 20 x 20 cells of 250 m, and thirty around one cell. */
function places(): string[][] {
  const random = seededRandom(2);
  const metres = (from: number, to: number) => String(Math.round(from + random() * (to - from)));
  return [
    ...Array.from({ length: 60 }, () => [metres(440_000, 445_000), metres(330_000, 335_000)]),
    ...Array.from({ length: 30 }, () => [metres(442_000, 442_750), metres(332_000, 332_750)]),
  ];
}

async function workspace() {
  const made = await emptyWorkspace();
  const rows = places().map((place, index) => [
    `A${index}`,
    index === 0 ? 'Rape of a female aged 16 or over' : 'Exposure',
    index === 0 ? '019/11' : '088/09',
    '01/02/2026',
    ...place,
  ]);
  const header = ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'];
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  return made;
}

describe('gi-star of analyse', () => {
  it('takes p from permutation by default, finds the place, and says what that means', async () => {
    const { engine } = await workspace();
    const result = await ask(engine, 'runAnalysis', { method: 'gi-star', area: 'rectangle' });
    expect(result.run.parameters).toMatchObject({
      inference: 'auto',
      seed: 1,
      pFrom: 'both',
      draws: 'exact, none needed',
    });
    expect(result.run.summary['hotCells']).toBeGreaterThanOrEqual(9);
    const words = result.words.join(' ');
    expect(words).toContain('at most 5 in 100 are expected to be false');
    expect(words).toContain('placed at random over the');
    expect(words).toContain('No cell is cold');
  });

  it('draws for harm, and lets one grave record make no hot spot', async () => {
    const { engine } = await workspace();
    const asked = { method: 'gi-star', area: 'rectangle', weight: 'harm' } as const;
    const auto = await ask(engine, 'runAnalysis', asked);
    const normal = await ask(engine, 'runAnalysis', {
      ...asked,
      settings: { inference: 'normal' },
    });
    // By the normal distribution the one rape makes its cell and all around it hot.
    expect(normal.run.summary['hotCells']).toBeGreaterThan(0);
    expect(auto.run.summary['hotCells']).toBe(0);
    expect(auto.run.run).not.toBe(normal.run.run);
    expect(auto.words[0]).toContain('there is no hot spot');
  });

  it('refuses an inference that does not exist and too few permutations', async () => {
    const { engine } = await workspace();
    for (const settings of [{ inference: 'bayes' }, { permutations: '5' }]) {
      const outcome = await engine.call('runAnalysis', { method: 'gi-star', settings });
      expect(outcome).toMatchObject({ ok: false, code: 'bad-request' });
    }
  });
});

describe('gi-star of stats', () => {
  it('knows three kinds of inference, normal by default, and gives the same bytes again', async () => {
    const { folder } = await emptyWorkspace();
    const points = fileOf(folder, 'p.csv', csv(['x', 'y'], ...places()));
    const grid: CellGrid = {
      shape: 'square',
      cellMetres: 250,
      originEasting: 440_000,
      originNorthing: 330_000,
      columns: 20,
      rows: 20,
    };
    const run = async (settings: Record<string, string>) => {
      const out = join(folder, 'out.csv');
      const summary = await statsOnCsv({
        method: 'gi-star',
        points,
        x: 'x',
        y: 'y',
        weight: null,
        from: null,
        to: null,
        grid: () => grid,
        settings: new Map(Object.entries(settings)),
        out,
      });
      return { summary, text: readFileSync(out, 'utf8') };
    };
    expect((await run({})).summary).toMatchObject({ inference: 'normal' });
    expect((await run({ inference: 'auto' })).summary).toMatchObject({ inference: 'both' });
    const drawn = { inference: 'permutation', permutations: '999', seed: '7' };
    const first = await run(drawn);
    expect(first.summary).toMatchObject({ inference: 'permutation', permutations: 999, steps: 1 });
    expect((await run(drawn)).text).toBe(first.text);
    expect((await run({ ...drawn, seed: '8' })).text).not.toBe(first.text);
  });
});
