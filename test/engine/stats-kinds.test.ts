import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellGrid } from '../../src/domain/geography/cells.ts';
import { seededRandom } from '../../src/domain/hotspots/seeded-random.ts';
import { statsOnCsv } from '../../src/engine/analysis/stats/run-stats.ts';
import { fileOf, temporaryFolder } from './support.ts';

const gridOf = (columns: number, rows: number): CellGrid => ({
  shape: 'square',
  cellMetres: 100,
  originEasting: 0,
  originNorthing: 0,
  columns,
  rows,
});

async function stats(
  method: string,
  rows: readonly (readonly [kind: string, x: number, y: number, w: number])[],
  grid: CellGrid,
  settings: Readonly<Record<string, string>> = {},
) {
  const folder = temporaryFolder();
  const out = join(folder, 'out.csv');
  const summary = await statsOnCsv({
    method,
    points: fileOf(folder, 'p.csv', `kind,x,y,w\n${rows.map((row) => row.join(',')).join('\n')}\n`),
    x: 'x',
    y: 'y',
    weight: 'w',
    from: null,
    to: null,
    grid: () => grid,
    hasGrid: true,
    settings: new Map(Object.entries(settings)),
    out,
  });
  return { summary, lines: readFileSync(out, 'utf8').trim().split('\n') };
}

describe('stats on kinds of points', () => {
  it('counts writes points, weights and both for each square kilometre', async () => {
    const { lines, summary } = await stats(
      'counts',
      [
        ['', 50, 50, 2],
        ['', 60, 50, 1.5],
        ['', 999, 50, 1],
      ],
      gridOf(2, 1),
    );
    expect(lines).toEqual([
      'cell_id,count,weight,count_per_km2,weight_per_km2',
      '1,2,3.5,200,350',
      '2,0,0,0,0',
    ]);
    expect(summary).toMatchObject({ points: 3, outsideGrid: 1, occupiedCells: 1, highestCount: 2 });
  });

  it('relative-risk holds the cases against all rows, and gives none below the floor', async () => {
    // In the middle of the first cell two of three are cases, of the whole two of four: 4/3 of the whole.
    const { lines, summary } = await stats(
      'relative-risk',
      [
        ['case', 50, 50, 1],
        ['case', 50, 50, 1],
        ['other', 50, 50, 1],
        ['other', 250, 50, 1],
      ],
      gridOf(3, 1),
      { bandwidthMetres: '50', floor: '0.5' },
    );
    expect(lines[0]).toBe('cell_id,raw,base_raw,ratio,relative_risk');
    const [first, second, third] = lines.slice(1).map((line) => line.split(','));
    expect(Number(first?.[3])).toBeCloseTo(2 / 3, 12);
    expect(Number(first?.[4])).toBeCloseTo(4 / 3, 12);
    expect(second?.slice(1)).toEqual(['0', '0', '', '']);
    expect(third?.[3]).toBe('0');
    expect(summary).toMatchObject({ cases: 2, cellsBelowFloor: 1, bandwidthMetres: 50 });
    await expect(stats('relative-risk', [['', 50, 50, 1]], gridOf(1, 1))).rejects.toMatchObject({
      failure: { code: 'nothing-to-show' },
    });
  });

  it('gap sets kinds side by side and never adds them', async () => {
    const { lines, summary } = await stats(
      'gap',
      [
        ['incidents', 50, 50, 1],
        ['incidents', 50, 50, 1],
        ['perceptions', 150, 50, 1],
        ['partner', 50, 50, 1],
        ['perceptions', 250, 50, 1],
        ['incidents', 250, 50, 1],
        ['weather', 50, 50, 1],
      ],
      gridOf(4, 1),
    );
    expect(lines).toEqual([
      'cell_id,incidents,partner,perceptions',
      '1,2,1,0',
      '2,0,0,1',
      '3,1,0,1',
    ]);
    // Ranks 3 1 2 and 1 2.5 2.5: rho = -sqrt(3) / 2; one pair tied, two discordant: tau = -2 / sqrt(3 x 2).
    expect(summary).toMatchObject({ ofNoKind: 1, cellsFeltOnly: 1, cellsRecordedOnly: 1 });
    expect(summary['incidentsPerceptionsRho']).toBeCloseTo(-Math.sqrt(3) / 2, 12);
    expect(summary['incidentsPerceptionsTau']).toBeCloseTo(-2 / Math.sqrt(6), 12);
    expect(summary).not.toHaveProperty('p');
    await expect(stats('gap', [['', 50, 50, 1]], gridOf(1, 1))).rejects.toMatchObject({
      failure: { code: 'nothing-to-show' },
    });
  });

  it('stability finds a broad cluster hot in every check, and nothing where nothing is', async () => {
    const random = seededRandom(3);
    const noise = Array.from(
      { length: 100 },
      () => ['', random() * 2_000, random() * 2_000, 1] as const,
    );
    const cluster = Array.from(
      { length: 150 },
      () => ['', 900 + random() * 300, 900 + random() * 300, 1] as const,
    );
    const { lines, summary } = await stats('stability', [...noise, ...cluster], gridOf(20, 20));
    expect(lines[0]).toBe('hot_spot,cells,count,check,share,stays_hot');
    expect(summary).toMatchObject({ checks: 9 });
    const largest = Math.max(...lines.slice(1).map((line) => Number(line.split(',')[2])));
    expect(largest).toBeGreaterThanOrEqual(150);
    const own = lines.slice(1).filter((line) => Number(line.split(',')[2]) === largest);
    expect(own).toHaveLength(9);
    expect(own.every((line) => line.endsWith(',1'))).toBe(true);
    expect((await stats('stability', noise.slice(0, 3), gridOf(20, 20))).summary).toMatchObject({
      checks: 9,
    });
  });
});
