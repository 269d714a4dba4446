import { describe, expect, it } from 'vitest';
import { empiricalBayesRates } from '../../../src/domain/hotspots/empirical-bayes.ts';
import { gammaProbability, gammaQuantile } from '../../../src/domain/hotspots/incomplete-gamma.ts';
import { relativeRisk } from '../../../src/domain/hotspots/relative-risk.ts';

describe('the gamma distribution', () => {
  it.each([1, 2, 7, 40, 1000])('is a sum of Poisson chances for shape %d', (shape) => {
    for (const x of [0.1 * shape, 0.9 * shape, shape, 1.1 * shape, 3 * shape]) {
      let term = Math.exp(-x);
      let below = 0;
      let logTerm = -x;
      for (let count = 0; count < shape; count++) {
        below += term;
        logTerm += Math.log(x / (count + 1));
        term = Math.exp(logTerm);
      }
      expect(Math.abs(gammaProbability(shape, x) - (1 - below))).toBeLessThan(1e-10);
    }
  });

  it('has the quantiles of printed chi-squared tables', () => {
    // Chi-squared with 20 degrees of freedom: 9.590777 and 34.169607 (2.5 and 97.5 %); with 1: 3.841459 (95 %).
    expect(2 * gammaQuantile(10, 0.025)).toBeCloseTo(9.590_777, 6);
    expect(2 * gammaQuantile(10, 0.975)).toBeCloseTo(34.169_607, 6);
    expect(2 * gammaQuantile(0.5, 0.95)).toBeCloseTo(3.841_459, 6);
    expect(gammaQuantile(1, 0.3)).toBeCloseTo(-Math.log(0.7), 12);
    expect(gammaQuantile(3, 0)).toBe(0);
  });
});

describe('empirical-Bayes rates', () => {
  it('are right for two areas worked by hand', () => {
    // 10 and 0 records, 100 people each: m = .05, s^2 = .0025, A = .0025 - .05/100 = .002, weight .002/.0025 = .8.
    const found = empiricalBayesRates(Float64Array.of(10, 0), Float64Array.of(100, 100));
    expect(found.mean).toBeCloseTo(0.05, 15);
    expect(found.variance).toBeCloseTo(0.002, 15);
    expect(found.smoothed[0]).toBeCloseTo(0.09, 14);
    expect(found.smoothed[1]).toBeCloseTo(0.01, 14);
    // Gamma with shape 1.25 + 10 and rate 25 + 100.
    expect(gammaProbability(11.25, (found.upper[0] ?? 0) * 125)).toBeCloseTo(0.975, 9);
    expect(gammaProbability(11.25, (found.lower[0] ?? 0) * 125)).toBeCloseTo(0.025, 9);
  });

  it('draw areas with few people most, and leave areas without people out', () => {
    const records = Float64Array.of(20, 1, 90, 7, 3);
    const people = Float64Array.of(1_000, 50, 9_000, 0, 4_000);
    const found = empiricalBayesRates(records, people);
    const drawn = (area: number) =>
      ((found.raw[area] ?? 0) - (found.smoothed[area] ?? 0)) /
      ((found.raw[area] ?? 0) - found.mean);
    expect(drawn(1)).toBeGreaterThan(drawn(0));
    expect(drawn(0)).toBeGreaterThan(drawn(2));
    expect([found.raw[3], found.smoothed[3], found.upper[3]]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    // The seven records of the area without people are in no rate.
    expect(found.mean).toBeCloseTo(114 / 14_050, 15);
  });

  it('give every area the same where areas differ no more than by chance', () => {
    const found = empiricalBayesRates(Float64Array.of(5, 6, 5), Float64Array.of(100, 100, 100));
    expect(found.variance).toBe(0);
    for (const rate of found.smoothed) expect(rate).toBeCloseTo(16 / 300, 15);
    const none = empiricalBayesRates(new Float64Array(2), Float64Array.of(100, 100));
    expect([...none.smoothed, ...none.lower]).toEqual([0, 0, 0, 0]);
    // No record for 200 people: as many as -ln(.025) could still be behind it.
    expect(none.upper[0]).toBeCloseTo(-Math.log(0.025) / 200, 10);
  });

  it('refuse what is no count', () => {
    expect(() => empiricalBayesRates(Float64Array.of(1), Float64Array.of(0))).toThrow(RangeError);
    expect(() => empiricalBayesRates(Float64Array.of(-1), Float64Array.of(5))).toThrow(RangeError);
    expect(() => empiricalBayesRates(new Float64Array(2), Float64Array.of(5))).toThrow(RangeError);
  });
});

describe('relative risk', () => {
  it('is a ratio over the ratio of the whole, and not given below the floor', () => {
    const found = relativeRisk(
      Float64Array.of(3, 1, 0, 2),
      Float64Array.of(6, 10, 5, 4.9),
      { cases: 20, base: 100 },
      5,
    );
    expect([...found.ratio]).toEqual([0.5, 0.1, 0, Number.NaN]);
    expect([...found.relative]).toEqual([2.5, 0.5, 0, Number.NaN]);
    expect(found.belowFloor).toBe(1);
  });

  it('refuses a floor or totals of nothing', () => {
    const one = Float64Array.of(1);
    expect(() => relativeRisk(one, one, { cases: 1, base: 1 }, 0)).toThrow(RangeError);
    expect(() => relativeRisk(one, one, { cases: 1, base: 0 }, 1)).toThrow(RangeError);
    expect(() => relativeRisk(one, new Float64Array(2), { cases: 1, base: 1 }, 1)).toThrow(
      RangeError,
    );
  });
});
