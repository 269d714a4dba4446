import { describe, expect, it } from 'vitest';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../src/domain/hotspots/benjamini-hochberg.ts';
import { mannKendall } from '../../../src/domain/hotspots/mann-kendall.ts';
import { shareTrend } from '../../../src/domain/hotspots/share-trend.ts';
import { spaceTimeGiStar } from '../../../src/domain/hotspots/space-time-gi-star.ts';
import { studentTwoSided } from '../../../src/domain/hotspots/student.ts';
import { noiseCube } from './noise.ts';

const square = (side: number) =>
  wholeGrid({
    shape: 'square',
    cellMetres: 250,
    originEasting: 0,
    originNorthing: 0,
    columns: side,
    rows: side,
  });
const pair = wholeGrid({
  shape: 'square',
  cellMetres: 250,
  originEasting: 0,
  originNorthing: 0,
  // Three cells in between, so that the ends are no neighbours.
  columns: 5,
  rows: 1,
});

describe("Student's t", () => {
  it.each([
    // Closed forms: 1 degree is Cauchy, 2 degrees 1 - |t| / sqrt(2 + t^2).
    [1, 1, 0.5],
    [Math.sqrt(3), 1, 1 / 3],
    [1, 2, 1 - 1 / Math.sqrt(3)],
    [10, 2, 1 - 10 / Math.sqrt(102)],
    [0, 22, 1],
    // Printed tables: the 5 % and 1 % points.
    [2.0738730679040147, 22, 0.05],
    [2.8187560606001423, 22, 0.01],
    [1.9599639845, 1_000_000, 0.05],
  ])('p of %d with %d degrees', (t, degrees, p) => {
    expect(studentTwoSided(t, degrees)).toBeCloseTo(p, 6);
    expect(studentTwoSided(-t, degrees)).toBe(studentTwoSided(t, degrees));
  });

  it('keeps its digits far out', () => {
    // 2 degrees: 1 - t / sqrt(2 + t^2) is about 1 / t^2.
    expect(studentTwoSided(1e6, 2) * 1e12).toBeCloseTo(1, 9);
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 5)).toBe(0);
    expect(studentTwoSided(Number.NaN, 5)).toBeNaN();
  });
});

describe('the trend of a share', () => {
  const months = 12;
  const cubeOf = (first: (month: number) => number, last: (month: number) => number) => ({
    months,
    values: Float64Array.from({ length: 5 * months }, (_, bin) => {
      const month = Math.floor(bin / 5);
      return bin % 5 === 0 ? first(month) : bin % 5 === 4 ? last(month) : 0;
    }),
  });

  it('is no trend where all cells do the same', () => {
    const both = (month: number) => 2 + month;
    const { t, p } = shareTrend(cubeOf(both, both), pair);
    expect(t[0]).toBe(0);
    expect(p[4]).toBe(1);
  });

  it('equals a straight line fitted by hand where every month has the same total', () => {
    const ups = [1, 3, 2, 4, 4, 5, 5, 7, 6, 8, 9, 8];
    const at = (month: number) => ups[month] ?? 0;
    const { t, slope, p } = shareTrend(
      cubeOf(at, (month) => 10 - at(month)),
      pair,
    );
    const mean = 62 / 12;
    const moment = ups.reduce((sum, value, month) => sum + (month - 5.5) * value, 0);
    const gradient = moment / 143;
    const squares = ups.reduce(
      (sum, value, month) => sum + (value - mean - gradient * (month - 5.5)) ** 2,
      0,
    );
    expect(slope[0]).toBeCloseTo(gradient / mean, 12);
    expect(t[0]).toBeCloseTo(gradient / Math.sqrt(squares / 10 / 143), 10);
    expect(t[4]).toBeCloseTo(-(t[0] ?? 0), 10);
    expect(p[0]).toBeCloseTo(studentTwoSided(t[0] ?? 0, 10), 12);
  });

  it('is not tested on too little', () => {
    const few = shareTrend(
      cubeOf(
        (month) => (month < 9 ? 1 : 0),
        () => 50,
      ),
      pair,
    );
    expect(few.p[0]).toBeNaN();
    const cube = cubeOf(
      () => 5,
      () => 5,
    );
    const short = shareTrend({ months: 11, values: cube.values.slice(0, 55) }, pair);
    expect(short.p[0]).toBeNaN();
    const nothing = shareTrend({ months, values: new Float64Array(60) }, pair);
    expect([...nothing.t].every(Number.isNaN)).toBe(true);
  });
});

const season = (month: number) => 1 + 0.5 * Math.sin((2 * Math.PI * month) / 12);
const step = (month: number) => (month < 12 ? 1 : 2);
const kinds = {
  independent: {},
  'over-dispersed': { overDispersion: 1 },
  seasonal: { factor: season },
  'stepped recording': { factor: step },
  'fall in recording': { factor: (month: number) => (month < 15 ? 1 : 0.4) },
  'all at once': { overDispersion: 0.5, factor: (month: number) => season(month) * step(month) },
};
const cells = square(40);

/** Share of the tested cells with p of at most .05, and runs with any such p after correction, over some seeds. */
function called(name: keyof typeof kinds, mean: number, seeds: number) {
  let [low, tested, runs] = [0, 0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const { p } = shareTrend(noiseCube({ mean, months: 24, ...kinds[name] }, 1600, seed), cells);
    low += p.filter((value) => value <= 0.05).length;
    tested += p.filter((value) => !Number.isNaN(value)).length;
    if (benjaminiHochberg(p).some((value) => value <= 0.05)) runs++;
  }
  return { share: low / tested, runs: runs / seeds };
}

describe('on pure noise', () => {
  const cases = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((name) =>
    [0.05, 0.7, 2].map((mean) => [name, mean] as const),
  );
  it.each(cases)('%s, %d a cell: 3 to 7 in 100 cells have p of at most .05', (name, mean) => {
    const { share } = called(name, mean, 8);
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.07);
  });

  it('seldom calls anything after correction over all cells', () => {
    const runs = (['independent', 'over-dispersed', 'stepped recording'] as const).map(
      (name) => called(name, 0.7, 40).runs,
    );
    // 5 in 100 are expected; 120 runs with 12 or more happen once in a hundred times.
    expect(runs.reduce((sum, value) => sum + value, 0) / 3).toBeLessThan(0.1);
  });

  it('is what Mann-Kendall on overlapping Gi* is not', () => {
    const cube = noiseCube({ mean: 0.7, months: 24 }, 1600, 1);
    const { z } = spaceTimeGiStar(cube, cells, 1, 'normal');
    const low = Array.from({ length: 1600 }, (_, cell) =>
      mannKendall(
        Array.from({ length: 24 }, (__, month) => z[month * 1600 + cell] ?? 0),
        { continuity: false },
      ),
    ).filter(({ p }) => p <= 0.05).length;
    expect(low / 1600).toBeGreaterThan(0.1);
  });
});
