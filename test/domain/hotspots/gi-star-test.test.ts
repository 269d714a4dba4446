import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellGrid, cellCount } from '../../../src/domain/geography/cells.ts';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../src/domain/hotspots/benjamini-hochberg.ts';
import { giStar } from '../../../src/domain/hotspots/gi-star.ts';
import { giStarTest, type InferenceChoice } from '../../../src/domain/hotspots/gi-star-test.ts';
import { seededRandom } from '../../../src/domain/hotspots/seeded-random.ts';
import { atOnce } from './at-once.ts';

const grid = (columns: number, rows: number, shape: CellGrid['shape'] = 'square'): CellGrid => ({
  shape,
  cellMetres: 100,
  originEasting: 0,
  originNorthing: 0,
  columns,
  rows,
});

const test = (
  values: Float64Array,
  on: CellGrid,
  choice: InferenceChoice = 'permutation',
  draws: number | null = null,
) => atOnce(giStarTest(values, wholeGrid(on), { choice, draws, seed: 1 }));

/** Two-sided p of every cell from all n! arrangements, by trying each. */
function byTryingAll(values: number[], on: CellGrid): number[] {
  const { neighbourStart, neighbours } = wholeGrid(on);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const distances = (arranged: number[]): number[] =>
    arranged.map((own, cell) => {
      const around = [
        ...neighbours.subarray(neighbourStart[cell] ?? 0, neighbourStart[cell + 1] ?? 0),
      ];
      const sum = around.reduce((total, other) => total + (arranged[other] ?? 0), own);
      return Math.abs(sum - (around.length + 1) * mean);
    });
  const observed = distances(values);
  const asFar = values.map(() => 0);
  let arrangements = 0;
  const tryFrom = (arranged: number[], at: number): void => {
    if (at === arranged.length) {
      arrangements++;
      for (const [cell, far] of distances(arranged).entries()) {
        if (far >= (observed[cell] ?? 0) - 1e-9) asFar[cell] = (asFar[cell] ?? 0) + 1;
      }
      return;
    }
    for (let other = at; other < arranged.length; other++) {
      const swapped = [...arranged];
      swapped[at] = arranged[other] ?? 0;
      swapped[other] = arranged[at] ?? 0;
      tryFrom(swapped, at + 1);
    }
  };
  tryFrom(values, 0);
  return asFar.map((far) => far / arrangements);
}

describe('Gi* tested by permutation', () => {
  it('is right for a case worked by hand', () => {
    // A strip of five: 3, 1, 0, 0, 0. The mean is .8. End cell: two values of five with a sum at least as far
    // from 1.6 as 4: only {3, 1}, one pair of ten. (0 is 1.6 away, less than 2.4.)
    const { z, p, inference } = test(Float64Array.of(3, 1, 0, 0, 0), grid(5, 1));
    expect(p[0]).toBeCloseTo(1 / 10, 14);
    // Second cell: three of five at least as far from 2.4 as 4: {3, 1, 0} in three of ten ways; {0, 0, 0} is 2.4 away.
    expect(p[1]).toBeCloseTo(4 / 10, 14);
    // Third cell: sum 1, 1.4 from 2.4. 4 (3 ways), 1 (3 ways) and 0 (1 way) are as far, 3 (3 ways) is not.
    expect(p[2]).toBeCloseTo(7 / 10, 14);
    // Last cell: sum 0 of two, 1.6 from 1.6: 4 (1 way) and 0 (3 ways), and 3 (3 ways) is 1.4 away.
    expect(p[4]).toBeCloseTo(4 / 10, 14);
    expect([...z]).toEqual([...giStar(Float64Array.of(3, 1, 0, 0, 0), wholeGrid(grid(5, 1))).z]);
    expect(inference).toMatchObject({ used: 'permutation', draws: null, steps: 1 });
    expect(inference.smallest).toBeCloseTo(3 / 10, 14);
  });

  it('equals trying all arrangements', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
        (values) => {
          const { p } = test(Float64Array.from(values), grid(3, 2, 'hexagon'));
          for (const [cell, expected] of byTryingAll(values, grid(3, 2, 'hexagon')).entries()) {
            expect(p[cell]).toBeCloseTo(expected, 12);
          }
        },
      ),
      { numRuns: 25, seed: 11 },
    );
  });

  it('draws what it works out, whole numbers or not', () => {
    const random = seededRandom(8);
    const counts = Float64Array.from({ length: 400 }, () => Math.floor(random() ** 6 * 40));
    const exact = test(counts, grid(20, 20));
    const draws = 20_000;
    const drawn = test(counts, grid(20, 20), 'permutation', draws);
    // Tenths of the same counts: not whole, and the same distribution.
    const tenths = test(
      counts.map((count) => count / 10),
      grid(20, 20),
    );
    expect([exact, drawn, tenths].map(({ inference }) => inference.draws)).toEqual([
      null,
      draws,
      9_999,
    ]);
    for (const [cell, p] of exact.p.entries()) {
      // Four standard errors of a share of draws, and the one that is added.
      expect(Math.abs((drawn.p[cell] ?? 0) - p)).toBeLessThan(
        4 * Math.sqrt((p * (1 - p)) / draws) + 1 / draws,
      );
      expect(Math.abs((tenths.p[cell] ?? 0) - p)).toBeLessThan(
        4 * Math.sqrt((p * (1 - p)) / 9_999) + 1 / 9_999,
      );
    }
    expect(Math.min(...drawn.p)).toBeGreaterThanOrEqual(1 / (draws + 1));
  });

  it('gives the same again, and another answer with another seed', () => {
    const values = Float64Array.from({ length: 100 }, (_, cell) => (cell % 7) * 1.5);
    const seeded = (seed: number) =>
      atOnce(giStarTest(values, wholeGrid(grid(10, 10)), { choice: 'auto', draws: null, seed })).p;
    expect([...seeded(4)]).toEqual([...seeded(4)]);
    expect([...seeded(4)]).not.toEqual([...seeded(5)]);
  });

  it('finds nothing where nothing can stand out', () => {
    for (const [values, on] of [
      [new Float64Array(12).fill(3), grid(4, 3)],
      [new Float64Array(12).fill(0.3), grid(4, 3)],
      [new Float64Array(12), grid(4, 3)],
      [Float64Array.of(7), grid(1, 1)],
    ] as const) {
      expect([...test(values, on).p]).toEqual(Array.from({ length: cellCount(on) }, () => 1));
    }
  });

  it('refuses values that do not fit or are not finite', () => {
    expect(() => test(new Float64Array(3), grid(2, 2))).toThrow(RangeError);
    expect(() => test(Float64Array.of(1, 2, Number.NaN, 4), grid(2, 2))).toThrow(RangeError);
  });

  it('takes the normal distribution only for many and even values', () => {
    const random = seededRandom(3);
    const dense = poisson(random, 900, 400);
    expect(test(dense, grid(30, 30), 'auto').inference.used).toBe('normal');
    expect(test(poisson(random, 900, 2), grid(30, 30), 'auto').inference.used).toBe('both');
    // One cell with a default address spoils it.
    dense[450] = 9_000;
    expect(test(dense, grid(30, 30), 'auto').inference.used).toBe('both');
  });

  it('finds real concentrations in sparse noise, by counts and by harm', () => {
    const random = seededRandom(21);
    const counts = poisson(random, 1_600, 0.2);
    const harm = counts.map((count) => count * 4.5);
    const centres = [5 * 40 + 5, 20 * 40 + 20, 33 * 40 + 10];
    for (const centre of centres) {
      for (const step of [-41, -40, -39, -1, 0, 1, 39, 40, 41]) add(counts, centre + step, 2);
      // Severe records in five cells of nine, among ten worse records spread at random.
      for (const step of [-41, -39, 1, 39, 40]) add(harm, centre + step, 5_000.5);
    }
    for (let single = 0; single < 10; single++) add(harm, Math.floor(random() * 1_600), 7_800.5);
    for (const values of [counts, harm]) {
      const q = benjaminiHochberg(test(values, grid(40, 40), 'auto').p);
      for (const centre of centres) expect(q[centre]).toBeLessThanOrEqual(0.05);
    }
  });
});

describe('Gi* tested in steps', () => {
  it('finds lesser places that a busy one hides, and the plain permutation does not', () => {
    const counts = poisson(seededRandom(13), 1_600, 0.1);
    const around = [-41, -40, -39, -1, 0, 1, 39, 40, 41];
    for (const step of around) add(counts, 410 + step, 25);
    for (const step of around) add(counts, 1_030 + step, step === 0 ? 14 : 3);
    const isHot = ({ p }: { p: Float64Array }, cell: number) =>
      (benjaminiHochberg(p)[cell] ?? 1) <= 0.05;
    const plain = test(counts, grid(40, 40));
    const stepped = test(counts, grid(40, 40), 'auto');
    expect([isHot(plain, 410), isHot(plain, 1_030)]).toEqual([true, false]);
    expect([isHot(stepped, 410), isHot(stepped, 1_030)]).toEqual([true, true]);
    expect(stepped.inference.steps).toBeGreaterThan(1);
  });

  it('is never bolder than the normal distribution', () => {
    const counts = poisson(seededRandom(17), 900, 1.5);
    const { p } = test(counts, grid(30, 30), 'auto');
    const normal = giStar(counts, wholeGrid(grid(30, 30))).p;
    expect(p.every((probability, cell) => probability >= (normal[cell] ?? 1))).toBe(true);
  });

  it('keeps false cells few beside true ones: 60 runs with three planted places', () => {
    const random = seededRandom(29);
    let falseShares = 0;
    for (let run = 0; run < 60; run++) {
      const counts = poisson(random, 1_600, 0.7);
      const isTrue = new Uint8Array(1_600);
      for (const centre of [410, 1_030, 1_230]) {
        for (let record = 0; record < 40; record++) {
          const place =
            centre + (Math.floor(random() * 3) - 1) + 40 * (Math.floor(random() * 3) - 1);
          add(counts, place, 1);
        }
        // Every cell whose nine reach into the place has more around it than chance gives.
        for (let row = -2; row <= 2; row++) {
          for (let column = -2; column <= 2; column++) isTrue[centre + row * 40 + column] = 1;
        }
      }
      const q = benjaminiHochberg(test(counts, grid(40, 40), 'auto').p);
      const hot = [...q.keys()].filter((cell) => (q[cell] ?? 1) <= 0.05);
      expect(hot).toEqual(expect.arrayContaining([410, 1_030, 1_230]));
      falseShares += hot.filter((cell) => isTrue[cell] === 0).length / hot.length;
    }
    expect(falseShares / 60).toBeLessThanOrEqual(0.05);
  });
});

function poisson(random: () => number, cells: number, mean: number): Float64Array {
  const counts = new Float64Array(cells);
  for (let record = 0; record < cells * mean; record++) {
    const cell = Math.floor(random() * cells);
    add(counts, cell, 1);
  }
  return counts;
}

function add(values: Float64Array, cell: number, value: number): void {
  values[cell] = (values[cell] ?? 0) + value;
}
