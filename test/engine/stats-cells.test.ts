import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellGrid } from '../../src/domain/geography/cells.ts';
import { statsOnCsv } from '../../src/engine/analysis/stats/run-stats.ts';
import { fileOf, temporaryFolder } from './support.ts';

const grid: CellGrid = {
  shape: 'square',
  cellMetres: 100,
  originEasting: 0,
  originNorthing: 0,
  columns: 3,
  rows: 2,
};
const twoSpots = [
  ['a', 50, 50, 1],
  ['b', 50, 50, 2],
  ['c', 60, 50, 1],
  ['d', 250, 150, 4],
] as const;

/** Runs a method on made-up points; the lines of the file, or the failure. */
async function stats(
  method: string,
  rows: readonly (readonly [string, number | string, number, number])[],
  settings: Readonly<Record<string, string>> = {},
  more: { readonly weight?: string; readonly hasGrid?: boolean } = {},
) {
  const folder = temporaryFolder();
  const out = join(folder, 'out.csv');
  const summary = await statsOnCsv({
    method,
    points: fileOf(folder, 'p.csv', `id,x,y,w\n${rows.map((row) => row.join(',')).join('\n')}\n`),
    x: 'x',
    y: 'y',
    weight: more.weight ?? null,
    from: null,
    to: null,
    grid: () => grid,
    hasGrid: more.hasGrid ?? true,
    settings: new Map(Object.entries(settings)),
    out,
  });
  return { summary, lines: readFileSync(out, 'utf8').trim().split('\n') };
}

const nothing = { failure: { code: 'nothing-to-show' } };

/** The rows of a file of figures, as numbers by name. */
const figures = (lines: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    lines.slice(1).map((line) => [line.split(',')[0] ?? '', Number(line.split(',')[1])]),
  );

describe('stats over cells', () => {
  it('kde writes raw and per km2, and corrects the density only', async () => {
    const { lines, summary } = await stats('kde', twoSpots, { bandwidthMetres: '50' });
    expect(lines[0]).toBe('cell_id,raw,per_km2');
    const [, raw, density] = (lines[1] ?? '').split(',').map(Number);
    expect(raw).toBeCloseTo(2 + (1 - 0.04) ** 2, 12);
    expect(density).toBeCloseTo(((raw ?? 0) * 3e6) / (Math.PI * 2500), 6);
    expect(summary).toMatchObject({ points: 4, cells: 6, bandwidthMetres: 50 });
    const corner = { bandwidthMetres: '90', edge: 'area' };
    const corrected = await stats('kde', twoSpots, corner);
    const plain = await stats('kde', twoSpots, { ...corner, edge: 'none' });
    const column = (text: string | undefined, at: number) => Number((text ?? '').split(',')[at]);
    expect(column(corrected.lines[1], 1)).toBe(column(plain.lines[1], 1));
    expect(column(corrected.lines[1], 2)).toBeGreaterThan(1.1 * column(plain.lines[1], 2));
  });

  it('kde takes its bandwidth by rule, and says what fits when it is too small', async () => {
    const spread = [twoSpots[0], twoSpots[3], ['e', 9_000, 50, 1], ['f', 50, 9_000, 1]] as const;
    const byRule = await stats('kde', spread);
    expect(byRule.summary['bandwidthMetres']).toBeGreaterThan(500);
    expect(byRule.summary['bandwidth']).toMatch(/Rounded to whole metres.$/);
    // All on one spot: the rule gives 0, so one cell is taken.
    const spot = await stats('kde', twoSpots.slice(0, 1));
    expect(spot.summary['bandwidthMetres']).toBe(100);
    expect(spot.lines[1]).toMatch(/^1,1,/);
    await expect(stats('kde', twoSpots, { bandwidthMetres: '49' })).rejects.toMatchObject({
      failure: {
        code: 'bad-request',
        remedy: expect.stringContaining('50 or more, or take cells of at most 98 m'),
      },
    });
    await expect(stats('kde', [])).rejects.toMatchObject(nothing);
  });

  it('local-moran writes a row a cell, by permutation only when asked', async () => {
    const plain = await stats('local-moran', twoSpots);
    expect(plain.lines[0]).toBe('cell_id,I,z,p,quadrant');
    expect(plain.lines).toHaveLength(7);
    const drawn = await stats('local-moran', twoSpots, { permutations: '99', seed: '5' });
    expect(drawn.lines[0]).toBe('cell_id,I,z,p,quadrant,p_permutation');
    const again = await stats('local-moran', twoSpots, { permutations: '99', seed: '5' });
    expect(again.lines).toEqual(drawn.lines);
  });

  it('moran, concentration and nearest-neighbour write figures by name', async () => {
    const moran = figures((await stats('moran', twoSpots, { permutations: '99' })).lines);
    expect(Object.keys(moran)).toEqual(['I', 'expected', 'z', 'p', 'p_permutation']);
    const weighted = await stats('concentration', twoSpots, {}, { weight: 'w' });
    // 4 and 4 of 8: one cell holds half.
    expect(figures(weighted.lines)).toMatchObject({ cells_for_50pct: 1, cells_for_80pct: 2 });
    expect(figures(weighted.lines)['random_cells_for_50pct']).toBeGreaterThanOrEqual(1);
    const onGrid = figures((await stats('nearest-neighbour', twoSpots)).lines);
    expect(onGrid).toMatchObject({ area_km2: 0.06, share_of_duplicates: 0.5 });
    const onBox = await stats('nearest-neighbour', twoSpots, {}, { hasGrid: false });
    expect(figures(onBox.lines)['area_km2']).toBeCloseTo(0.02, 12);
    expect(onBox.summary).toMatchObject({ area: 'box' });
  });

  it('clusters writes a row a point with the id of the file', async () => {
    const { lines, summary } = await stats('clusters', twoSpots, {
      epsMetres: '10',
      minPoints: '3',
    });
    expect(lines).toEqual(['id,label,core', 'a,1,1', 'b,1,1', 'c,1,1', 'd,0,0']);
    expect(summary).toMatchObject({ clusters: 1, core: 3, border: 0, noise: 1 });
  });

  it('never writes NaN, and says plainly when there is nothing to show', async () => {
    const same = [twoSpots[0], twoSpots[1]];
    for (const method of ['local-moran', 'moran', 'concentration', 'clusters']) {
      const { lines } = await stats(method, same);
      expect(lines.join('\n')).not.toMatch(/NaN|Infinity|undefined/);
    }
    for (const [method, rows] of [
      ['moran', []],
      ['concentration', []],
      ['nearest-neighbour', [twoSpots[0]]],
    ] as const) {
      await expect(stats(method, rows)).rejects.toMatchObject(nothing);
    }
    await expect(
      stats('nearest-neighbour', same, { area: 'box' }, { hasGrid: false }),
    ).rejects.toMatchObject(nothing);
  });
});
