import { describe, expect, it } from 'vitest';
import { noMinutes } from '../../../src/domain/evidence/columns.ts';
import {
  compareLatestTwelve,
  monthIndexOf,
  monthlyCounts,
  monthText,
  parseMonth,
} from '../../../src/domain/time/months.ts';
import { canonicalToMinutes } from '../../../src/domain/time/parse-date.ts';

const minutes = (text: string) => canonicalToMinutes(text) ?? Number.NaN;
const month = (text: string) => parseMonth(text) ?? Number.NaN;

describe('months', () => {
  it('goes from minutes to index to text and back', () => {
    expect(monthIndexOf(0)).toBe(0);
    expect(monthIndexOf(-1)).toBe(-1);
    expect(monthText(-1)).toBe('1969-12');
    expect(monthText(monthIndexOf(minutes('2026-10-31T23:59')))).toBe('2026-10');
    expect(monthText(monthIndexOf(minutes('2026-11-01T00:00')))).toBe('2026-11');
    for (let index = -840; index < 1572; index += 1)
      expect(parseMonth(monthText(index))).toBe(index);
    for (const text of ['2026-13', '2026-1', '2026-00', '2026-10-01', '']) {
      expect(parseMonth(text)).toBeUndefined();
    }
  });

  it('counts a range with its empty months, and nothing outside it', () => {
    const times = ['2026-01-01', '2026-01-31T23:59', '2026-03-15', '2025-12-31', '2026-04-01'];
    const counts = monthlyCounts(
      [...times.map(minutes), noMinutes],
      month('2026-01'),
      month('2026-03'),
    );
    expect(counts).toEqual([2, 0, 1]);
    expect(() => monthlyCounts([], 5, 4)).toThrow(RangeError);
  });
});

const twoYears = (previous: number, latest: number) => [
  ...Array<number>(12).fill(previous),
  ...Array<number>(12).fill(latest),
];

describe('the latest twelve months beside the twelve before', () => {
  it('needs two years and uses the last two', () => {
    expect(compareLatestTwelve(Array<number>(23).fill(1))).toBeNull();
    const result = compareLatestTwelve([99, ...twoYears(2, 3)]);
    expect(result?.latest).toBe(36);
    expect(result?.previous).toBe(24);
    expect(result?.ratio?.estimate).toBe(1.5);
  });

  it("is Wilson's interval of the share, as odds", () => {
    // Share 36 / 60 = 0.6: centre (0.6 + c/120) / (1 + c/60), half width 1.96 sqrt(0.24/60 + c/14400) / (1 + c/60).
    const c = 1.959963984540054 ** 2;
    const centre = (0.6 + c / 120) / (1 + c / 60);
    const half = Math.sqrt(c * (0.24 / 60 + c / 14_400)) / (1 + c / 60);
    const ratio = compareLatestTwelve(twoYears(2, 3))?.ratio;
    expect(ratio?.low).toBeCloseTo((centre - half) / (1 - centre + half), 12);
    expect(ratio?.high).toBeCloseTo((centre + half) / (1 - centre - half), 12);
  });

  it('turns over when the years change places', () => {
    const up = compareLatestTwelve(twoYears(5, 8))?.ratio;
    const down = compareLatestTwelve(twoYears(8, 5))?.ratio;
    expect((up?.low ?? 0) * (down?.high ?? 0)).toBeCloseTo(1, 12);
    expect((up?.high ?? 0) * (down?.low ?? 0)).toBeCloseTo(1, 12);
  });

  it('has an upper end when there are none latest, and no ratio when there were none before', () => {
    const none = compareLatestTwelve(twoYears(1, 0))?.ratio;
    expect(none?.estimate).toBe(0);
    expect(none?.low).toBe(0);
    expect(none?.high).toBeCloseTo(1.959963984540054 ** 2 / 12, 12);
    expect(compareLatestTwelve(twoYears(0, 1))?.ratio).toBeNull();
    expect(compareLatestTwelve(twoYears(0, 0))?.ratio).toBeNull();
  });
});
