import { describe, expect, it } from 'vitest';
import { concentrationProfile } from '../../../src/domain/hotspots/concentration-profile.ts';
import { atOnce } from './at-once.ts';

const once = { draws: 200, seed: 1 };
const profile = (values: readonly number[], thrown: readonly number[] | number) =>
  atOnce(
    concentrationProfile(
      Float64Array.from(values),
      typeof thrown === 'number' ? thrown : Float64Array.from(thrown),
      once,
    ),
  );

describe('the concentration profile', () => {
  it('is right for five cells worked by hand', () => {
    // 6, 2, 1, 1, 0: ranks 0 -> -4, 1 -> -2 and 0, 2 -> 2, 6 -> 4: (-2 + 0 + 4 + 24) / (5 x 10).
    const found = profile([6, 1, 0, 2, 1], 10);
    expect(found?.gini).toBeCloseTo(26 / 50, 14);
    expect(found?.giniGeneralised).toBeCloseTo(26 / 50, 14);
    expect(found?.parts.map(({ part, cells, share }) => [part, cells, share])).toEqual([
      [0.25, 1, 0.2],
      [0.5, 1, 0.2],
      [0.8, 2, 0.4],
    ]);
    expect(found?.lorenz).toEqual([
      { cells: 0, held: 0 },
      { cells: 0.2, held: 0.6 },
      { cells: 0.4, held: 0.8 },
      { cells: 0.6, held: 0.9 },
      { cells: 0.8, held: 1 },
      { cells: 1, held: 1 },
    ]);
  });

  it('takes what few records must give out of the generalised Gini', () => {
    // Two records in ten cells, apart: as even as two records can be. G = .8, 10/2 (.8 - 1) + 1 = 0.
    const values = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(profile(values, 2)?.gini).toBeCloseTo(0.8, 14);
    expect(profile(values, 2)?.giniGeneralised).toBeCloseTo(0, 14);
  });

  it('throws the records themselves, with their weights', () => {
    // One record of weight 9 and nine of weight 1 in 1000 cells: the heavy one alone holds half, wherever it falls.
    const values = Array.from({ length: 1000 }, (_, cell) => (cell === 0 ? 18 : 0));
    const found = profile(values, [9, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(found?.parts[1]).toMatchObject({
      cells: 1,
      randomCells: 1,
      randomLow: 1,
      randomHigh: 1,
    });
    // Ten equal ones need five cells (fewer only if two share one).
    expect(profile(values, 10)?.parts[1]?.randomCells).toBeGreaterThan(4.8);
  });

  it('agrees with the exact share of cells for 4,212 incidents on 57,600 cells', () => {
    const values = new Float64Array(57_600);
    values[0] = 4_212;
    const found = atOnce(concentrationProfile(values, 4_212, { draws: 20, seed: 1 }));
    // Half of them lie in 3.4 % of the cells (Poisson: nearly all of the 3.5 % needed hold one, some two).
    expect((found?.parts[1]?.randomCells ?? 0) / 57_600).toBeCloseTo(0.034, 3);
  });

  it('has no answer without records and refuses values below 0', () => {
    expect(profile([0, 0], 0)).toBeUndefined();
    expect(profile([], 0)).toBeUndefined();
    expect(() => profile([1, -1], 1)).toThrow(RangeError);
    expect(() => profile([Number.NaN], 1)).toThrow(RangeError);
  });
});
