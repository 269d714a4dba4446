import { describe, expect, it } from 'vitest';
import { cellIndexOf } from '../../../src/domain/geography/cells.ts';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { type EmergingOptions, emergingHotSpots } from '../../../src/domain/hotspots/emerging.ts';
import { emergingClass } from '../../../src/domain/hotspots/emerging-classes.ts';
import { evenSpread } from '../../../src/domain/hotspots/even-spread.ts';
import { giStar } from '../../../src/domain/hotspots/gi-star.ts';
import { mannKendall } from '../../../src/domain/hotspots/mann-kendall.ts';
import { spaceTimeCube } from '../../../src/domain/hotspots/space-time.ts';
import { spaceTimeGiStar } from '../../../src/domain/hotspots/space-time-gi-star.ts';
import { noiseCube } from './noise.ts';
import { columnsOf, haveShared, worstRelative } from './reference-files.ts';

const gridOf = (columns: number, rows: number) =>
  ({
    shape: 'square',
    cellMetres: 250,
    originEasting: 440_000,
    originNorthing: 330_000,
    columns,
    rows,
  }) as const;

function ended<Result>(steps: Generator<number, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const asReference: EmergingOptions = {
  neighbourhoodSteps: 1,
  inference: 'normal',
  correction: 'bh',
  rules: 'current',
  trend: 'mann-kendall',
};
const asProduct: EmergingOptions = { ...asReference, inference: 'even', trend: 'share' };

describe('Mann-Kendall', () => {
  it('counts pairs, with ties in the variance', () => {
    // 5 rising values: S = 10, variance 5 * 4 * 15 / 18.
    const rising = mannKendall([1, 2, 3, 4, 5], { continuity: true });
    expect(rising).toMatchObject({ s: 10, variance: 300 / 18 });
    expect(rising.z).toBeCloseTo(9 / Math.sqrt(300 / 18), 12);
    // A tie of two and one of three: (300 - 2 * 9 - 3 * 2 * 11) / 18.
    const tied = mannKendall([1, 1, 2, 2, 2], { continuity: false });
    expect(tied).toMatchObject({ s: 6, variance: (300 - 18 - 66) / 18 });
    expect(mannKendall([3, 3, 3], { continuity: true })).toEqual({ s: 0, variance: 0, z: 0, p: 1 });
    expect(mannKendall([], { continuity: true }).p).toBe(1);
  });
});

describe('an even spread', () => {
  const cube = (months: number, ...values: number[]) => ({
    months,
    values: Float64Array.from(values),
  });

  it('is Poisson where records do not come in bursts', () => {
    // Two cells, two months, one record each: no two of a cell share a month.
    const { burstiness, twoSided } = evenSpread(cube(2, 1, 1, 1, 1));
    expect(burstiness).toBe(0);
    const e2 = Math.exp(-2);
    expect(twoSided(2, 0)).toBeCloseTo(2 * e2, 12);
    expect(twoSided(2, 5)).toBeCloseTo(2 * (1 - e2 * (1 + 2 + 2 + 4 / 3 + 2 / 3)), 12);
    expect(twoSided(2, 2)).toBe(1);
    // Far out: the terms from 30 on.
    let term = e2;
    let tail = 0;
    for (let at = 1; at <= 80; at++) {
      term *= 2 / at;
      if (at >= 30) tail += term;
    }
    expect(twoSided(2, 30) / (2 * tail)).toBeCloseTo(1, 9);
  });

  it('is negative binomial where they do', () => {
    // Cell 0 has 2 and 2, cell 1 has 4 and 0: of 12 + 12 ordered pairs 2 + 2 + 12 share a month. Months hold 6 and 2.
    const { burstiness, twoSided } = evenSpread(cube(2, 2, 4, 2, 0));
    expect(burstiness).toBeCloseTo(16 / (24 * (0.75 ** 2 + 0.25 ** 2)) - 1, 12);
    // Mean 2 a bin. One bin: P(0) = (1 + 2 b)^(-1/b).
    const none = (1 + 2 * burstiness) ** (-1 / burstiness);
    expect(twoSided(1, 0)).toBeCloseTo(2 * none, 12);
    expect(() => evenSpread(cube(1, 0.5))).toThrow(RangeError);
    expect(evenSpread(cube(2, 0, 0)).twoSided(2, 0)).toBe(1);
  });

  it.each([
    [0.05, 0],
    [0.7, 0],
    [2, 0],
    [0.05, 2],
    [0.7, 1],
    [2, 0.5],
  ])(
    'calls hardly any month of noise hot: %d a cell, over-dispersion %d',
    (mean, overDispersion) => {
      const cells = wholeGrid(gridOf(30, 30));
      let runs = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const noise = noiseCube({ mean, months: 24, overDispersion }, 900, seed);
        const { hotMonths } = ended(emergingHotSpots(noise, cells, asProduct));
        if (hotMonths.some((months) => months > 0)) runs++;
      }
      // 5 in 100 expected; 5 or more of 20 happen by chance once in 400 times.
      expect(runs).toBeLessThan(5);
    },
  );
});

describe('classes', () => {
  const of = (marks: string, trend = 0, rules: 'current' | 'older' = 'current') =>
    emergingClass(
      Array.from(marks, (mark) => (mark === 'H' ? 1 : mark === 'c' ? -1 : 0)),
      trend,
      rules,
    );
  it.each([
    ['----------', 'none'],
    ['---------H', 'new hot'],
    ['-------HHH', 'consecutive hot'],
    ['H------HHH', 'sporadic hot'],
    ['-HHHHHHHHH', 'persistent hot'],
    ['HHHHHHHHH-', 'historical hot'],
    ['H-HHHHHHHH', 'persistent hot'],
    ['HHHHHHHH-H', 'persistent hot'],
    ['cc-------H', 'oscillating hot'],
    ['H--------c', 'oscillating cold'],
    ['---------c', 'new cold'],
    ['cccccccccc', 'persistent cold'],
    ['H--H------', 'none'],
    ['c--H------', 'none'],
  ])('%s is %s', (marks, name) => {
    expect(of(marks)).toBe(name);
  });

  it('reads the trend by the sign of the spot, and the older rule of sporadic', () => {
    expect(of('HHHHHHHHHH', 1)).toBe('intensifying hot');
    expect(of('HHHHHHHHHH', -1)).toBe('diminishing hot');
    expect(of('cccccccccc', -1)).toBe('intensifying cold');
    expect(of('cccccccccc', 1)).toBe('diminishing cold');
    expect(of('H--H------', 0, 'older')).toBe('sporadic hot');
    expect(of('c--H------', 0, 'older')).toBe('none');
  });
});

describe('emerging hot spots', () => {
  it('calls nothing on cells that are all equal, on one cell and on empty ones', () => {
    for (const [grid, fill] of [
      [gridOf(4, 4), 2],
      [gridOf(1, 1), 3],
      [gridOf(4, 4), 0],
    ] as const) {
      const cells = wholeGrid(grid);
      const cube = { months: 14, values: new Float64Array(cells.cells.length * 14).fill(fill) };
      for (const options of [asReference, asProduct]) {
        const { classes, mannKendallP } = ended(emergingHotSpots(cube, cells, options));
        expect(classes.every((name) => name === 'none')).toBe(true);
        expect(mannKendallP.some(Number.isNaN)).toBe(false);
      }
    }
  });

  it('finds a place that grows, and calls little of noise hot', () => {
    const cells = wholeGrid(gridOf(30, 30));
    const noise = noiseCube({ mean: 0.2, months: 24 }, 900, 3);
    const still = ended(emergingHotSpots(noise, cells, asProduct));
    expect(still.hotMonths.reduce((sum, months) => sum + months, 0)).toBe(0);
    const values = noise.values.slice();
    for (let month = 0; month < 24; month++) {
      for (const cell of [465, 466, 495]) {
        const bin = month * 900 + cell;
        values[bin] = (values[bin] ?? 0) + 8 + Math.floor(month / 3);
      }
    }
    const { classes, trendSlope } = ended(
      emergingHotSpots({ months: 24, values }, cells, asProduct),
    );
    expect(classes[465]).toBe('intensifying hot');
    expect(trendSlope[465]).toBeGreaterThan(0);
    expect(classes[0]).toBe('none');
  });

  it('says what does not fit', () => {
    expect(() => spaceTimeCube(10_000_000, 24, [], [])).toThrow(/larger cells/);
    expect(() => spaceTimeCube(4, 0, [], [])).toThrow(RangeError);
    const cells = wholeGrid(gridOf(2, 2));
    const cube = { months: 2, values: new Float64Array(7) };
    expect(() => spaceTimeGiStar(cube, cells, 0, 'normal')).toThrow(RangeError);
    // Records of other months and other places are not counted.
    const counted = spaceTimeCube(4, 2, [0, 3, 3, -1, 2], [0, 1, 2, 0, -1]);
    expect([...counted.values]).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
  });
});

const haveReference = haveShared('reference/points.csv', 'reference/spacetime_cells.csv');
describe.skipIf(!haveReference)('the reference months', () => {
  const grid = gridOf(80, 80);
  const cells = wholeGrid(grid);
  const cube = () => {
    const points = columnsOf('reference/points.csv');
    const [x, y] = [points('x').map(Number), points('y').map(Number)];
    const place = x.map((easting, at) => cellIndexOf(grid, easting, y[at] ?? 0));
    const month = points('datetime_from').map(
      (text) => (Number(text.slice(0, 4)) - 2023) * 12 + Number(text.slice(5, 7)) - 1,
    );
    return spaceTimeCube(6400, 24, place, month);
  };
  const reference = haveReference ? columnsOf('reference/spacetime_cells.csv') : () => [];
  /** Differences of z next to zero are rounding of sums, so they are held against one. */
  const worst = (own: ArrayLike<number>, printed: readonly string[]) =>
    Math.max(
      ...printed.map(
        (text, at) =>
          Math.abs((own[at] ?? Number.NaN) - Number(text)) / Math.max(1, Math.abs(Number(text))),
      ),
    );

  it('has the same z in space and time', () => {
    const { z } = spaceTimeGiStar(cube(), cells, 1, 'normal');
    expect(worstRelative(z.slice(0, 6400), reference('stgi_t1'))).toBeLessThan(1e-9);
    expect(worstRelative(z.slice(6400, 12_800), reference('stgi_t2'))).toBeLessThan(1e-9);
    expect(worstRelative(z.slice(-6400), reference('stgi_t24'))).toBeLessThan(1e-9);
  });

  it('has the same Mann-Kendall of counts', () => {
    const { values } = cube();
    const tests = Array.from({ length: 6400 }, (_, cell) =>
      Array.from({ length: 24 }, (__, month) => values[month * 6400 + cell] ?? 0),
    ).map((series) => [true, false].map((continuity) => mannKendall(series, { continuity })));
    const of = (at: 0 | 1, name: 's' | 'variance' | 'z' | 'p') =>
      tests.map((pair) => pair[at]?.[name] ?? Number.NaN);
    expect(of(0, 's')).toEqual(reference('mk_count_S').map(Number));
    expect(worstRelative(of(0, 'variance'), reference('mk_count_var'))).toBeLessThan(1e-9);
    expect(worstRelative(of(0, 'z'), reference('mk_count_z'))).toBeLessThan(1e-9);
    expect(worstRelative(of(0, 'p'), reference('mk_count_p'))).toBeLessThan(1e-9);
    expect(worstRelative(of(1, 'z'), reference('mk_count_z_nocc'))).toBeLessThan(1e-9);
  });

  it('has the same trends and classes by both rule sets', () => {
    const current = ended(emergingHotSpots(cube(), cells, asReference));
    expect(current.classes).toEqual(reference('ehs_class_fdr05_newrule'));
    expect(worst(current.mannKendallZ, reference('mk_gi_z_nocc'))).toBeLessThan(1e-9);
    expect(worst(current.mannKendallP, reference('mk_gi_p_nocc'))).toBeLessThan(1e-9);
    const older = ended(
      emergingHotSpots(cube(), cells, { ...asReference, correction: 'none', rules: 'older' }),
    );
    expect(older.classes).toEqual(reference('ehs_class_p05'));
    expect([...older.hotMonths]).toEqual(reference('n_hot_months_p05').map(Number));
  });

  it('has the same z of the last month alone', () => {
    const { z } = giStar(cube().values.slice(-6400), cells);
    expect(worstRelative(z, reference('gi_t24_k0'))).toBeLessThan(1e-9);
  });
});
