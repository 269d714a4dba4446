import { describe, expect, it } from 'vitest';
import { assess, countDispersion } from '../../../src/domain/hotspots/before-after.ts';
import { evaluate } from '../../../src/domain/hotspots/evaluate.ts';
import { columnsOf, haveShared } from './reference-files.ts';

const numbers = (...values: number[]) => Float64Array.from(values);

describe('evaluation on a held-out period', () => {
  // Ten cells; the earlier period picks cells 0 and 1, the later one has most in 1 and 5.
  const earlier = numbers(6, 4, 0, 0, 0, 2, 0, 0, 0, 0);
  const later = numbers(3, 8, 0, 0, 1, 7, 0, 1, 0, 0);

  it('gives hit rate, PAI, PEI and RRI', () => {
    const result = evaluate(earlier, earlier, later, 0.2);
    expect(result).toMatchObject({ cells: 2, areaShare: 0.2, hits: 11, hitRate: 11 / 20 });
    expect(result.pai).toBeCloseTo(0.55 / 0.2, 12);
    expect(result.pei).toBeCloseTo(11 / 15, 12);
    expect(result.rri).toBeCloseTo(0.55 / (10 / 12), 12);
    expect(evaluate(earlier, earlier, later, 1)).toMatchObject({
      hits: 20,
      pai: 1,
      pei: 1,
      rri: 1,
    });
    // A cell at least.
    expect(evaluate(earlier, earlier, later, 0.001)).toMatchObject({ cells: 1, hits: 3 });
  });

  it('lets cells that tie for the last places count in part', () => {
    // Four cells of 0 to 3 wanted: three have records, seven tie at none, of which one is needed.
    expect(evaluate(earlier, earlier, later, 0.4).hits).toBeCloseTo(18 + 2 / 7, 12);
    const level = evaluate(numbers(1, 1, 1, 1), numbers(1, 1, 1, 1), numbers(4, 0, 0, 0), 0.25);
    expect(level).toMatchObject({ hits: 1, pai: 1, rri: 1 });
  });

  it('says what is missing', () => {
    expect(() => evaluate(earlier, earlier, new Float64Array(10), 0.1)).toThrow(/held-out/);
    expect(() => evaluate(earlier, new Float64Array(10), later, 0.1)).toThrow(/earlier/);
    expect(() => evaluate(earlier, earlier, later, 0)).toThrow(RangeError);
    expect(() => evaluate(earlier, earlier, numbers(1), 0.1)).toThrow(RangeError);
  });

  it.skipIf(!haveShared('reference/cells_250m.csv', 'reference/summary.csv'))(
    'gives the PAI and PEI of the reference, of its hot cells on its own period',
    () => {
      const cells = columnsOf('reference/cells_250m.csv');
      const counts = Float64Array.from(cells('count'), Number);
      const isHot = Float64Array.from(cells('gi_bin_FDR'), (bin) => (Number(bin) >= 2 ? 1 : 0));
      const hot = isHot.filter((mark) => mark === 1).length;
      const result = evaluate(isHot, counts, counts, hot / counts.length);
      const summary = columnsOf('reference/summary.csv');
      const of = (name: string) => Number(summary('value')[summary('statistic').indexOf(name)]);
      expect(result.pai).toBeCloseTo(of('PAI_hot95_FDR'), 9);
      expect(result.pei).toBeCloseTo(of('PEI_hot95_FDR'), 9);
    },
  );
});

describe('before and after', () => {
  const counts = {
    treated: { before: 100, after: 60 },
    buffer: { before: 50, after: 55 },
    comparison: { before: 400, after: 380 },
    earlier: { treated: 70, comparison: 410 },
    dispersion: 1,
  };

  it('compares the change with the change elsewhere', () => {
    const result = assess(counts);
    const ratio = (60 * 400) / (100 * 380);
    expect(result.ratio.estimate).toBeCloseTo(ratio, 12);
    const error = Math.sqrt(1 / 60 + 1 / 100 + 1 / 380 + 1 / 400);
    expect(Math.log(result.ratio.high / ratio)).toBeCloseTo(1.959963985 * error, 8);
    expect(Math.log(ratio / result.ratio.low)).toBeCloseTo(1.959963985 * error, 8);
    expect(result.bufferRatio.estimate).toBeCloseTo((55 * 400) / (50 * 380), 12);
    expect(result.jointRatio.estimate).toBeCloseTo((115 * 400) / (150 * 380), 12);
    expect(result.displacementQuotient).toBeCloseTo(
      (55 / 380 - 50 / 400) / (60 / 380 - 100 / 400),
      12,
    );
    expect(result.netPrevented).toBeCloseTo(150 * (380 / 400) - 115, 12);
    // The treated area had its peak in the period before: 100 of 400 after 70 of 410.
    expect(result.peak?.estimate).toBeCloseTo((100 * 410) / (70 * 400), 12);
    expect(result.peak?.low).toBeGreaterThan(1);
    expect(result.addedHalf).toBe(false);
  });

  it('is wider where counts vary more than chance, and never narrower', () => {
    const width = (dispersion: number) => {
      const { low, high } = assess({ ...counts, dispersion }).ratio;
      return Math.log(high / low);
    };
    expect(width(4)).toBeCloseTo(2 * width(1), 12);
    expect(width(0.2)).toBe(width(1));
    expect(
      countDispersion([
        [2, 4, 6],
        [5, 5],
      ]),
    ).toBeCloseTo((8 / 4 + 0) / 3, 12);
    expect(countDispersion([[3], [0, 0]])).toBe(1);
  });

  it('deals with none, and refuses what cannot be compared', () => {
    const none = assess({ ...counts, treated: { before: 8, after: 0 }, earlier: null });
    expect(none.ratio.estimate).toBeCloseTo((0.5 * 400.5) / (8.5 * 380.5), 12);
    expect(none).toMatchObject({ addedHalf: true, peak: null });
    const risen = assess({ ...counts, treated: { before: 10, after: 30 } });
    expect(risen.displacementQuotient).toBeNull();
    expect(() => assess({ ...counts, comparison: { before: 0, after: 9 } })).toThrow(RangeError);
    expect(() => assess({ ...counts, treated: { before: 0, after: 0 } })).toThrow(RangeError);
  });
});
