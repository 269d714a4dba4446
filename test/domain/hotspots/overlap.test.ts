import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBursts } from '../../../src/domain/hotspots/bursts.ts';
import { rankAgreement } from '../../../src/domain/hotspots/rank-agreement.ts';

describe('rank agreement', () => {
  it('is right for a case worked by hand', () => {
    // Ranks of 1 2 2 4: 1, 2.5, 2.5, 4; of 3 1 2 4: 3, 1, 2, 4. Squares 4.5 and 5, products 2.5: from the middle
    // 2.5: -1.5 * .5 + 0 + 0 + 1.5 * 1.5 = 1.5.
    const { rho, tau } = rankAgreement(Float64Array.of(1, 2, 2, 4), Float64Array.of(3, 1, 2, 4));
    expect(rho).toBeCloseTo(1.5 / Math.sqrt(4.5 * 5), 14);
    // Six pairs, one tied in the first. Same order: (1,4), (2,4), (3,4); opposite: (1,2), (1,3).
    expect(tau).toBeCloseTo(1 / Math.sqrt(5 * 6), 14);
  });

  it('counts pairs as comparing each with each does', () => {
    const column = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(column, column, (first, second) => {
        const sign = (values: number[], a: number, b: number) =>
          Math.sign((values[a] ?? 0) - (values[b] ?? 0));
        let [both, firstOrdered, secondOrdered] = [0, 0, 0];
        for (let a = 0; a < 13; a++) {
          for (let b = 0; b < a; b++) {
            both += sign(first, a, b) * sign(second, a, b);
            firstOrdered += Math.abs(sign(first, a, b));
            secondOrdered += Math.abs(sign(second, a, b));
          }
        }
        const { tau } = rankAgreement(Float64Array.from(first), Float64Array.from(second));
        expect(tau).toBeCloseTo(both / Math.sqrt(firstOrdered * secondOrdered), 12);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('is 1, -1, or not given', () => {
    const up = Float64Array.of(1, 5, 9);
    expect(rankAgreement(up, up)).toEqual({ rho: 1, tau: 1 });
    expect(rankAgreement(up, up.toReversed())).toEqual({ rho: -1, tau: -1 });
    expect(rankAgreement(up, new Float64Array(3)).tau).toBeNaN();
    expect(rankAgreement(up, new Float64Array(3)).rho).toBeNaN();
    expect(() => rankAgreement(up, new Float64Array(2))).toThrow(RangeError);
  });
});

describe('bursts', () => {
  const places = {
    // A chain of four 80 m apart on day 7, one of day 8 among them, two far off, one without a day.
    eastings: Float64Array.of(0, 80, 160, 240, 100, 9_000, 9_010, 120),
    northings: new Float64Array(8),
    days: Float64Array.of(7, 7, 7, 7, 8, 7, 7, Number.NaN),
  };

  it('are reports of one day, near each other one by one', () => {
    expect(findBursts(places, { reports: 4, metres: 100 })).toEqual([
      { day: 7, reports: [0, 1, 2, 3] },
    ]);
    expect(findBursts(places, { reports: 2, metres: 100 })).toEqual([
      { day: 7, reports: [0, 1, 2, 3] },
      { day: 7, reports: [5, 6] },
    ]);
    expect(findBursts(places, { reports: 4, metres: 79 })).toEqual([]);
  });

  it('need columns that fit and a rule that can be met', () => {
    expect(() =>
      findBursts({ ...places, days: new Float64Array(2) }, { reports: 4, metres: 1 }),
    ).toThrow(RangeError);
    expect(() => findBursts(places, { reports: 1, metres: 1 })).toThrow(RangeError);
  });
});
