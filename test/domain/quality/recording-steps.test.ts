import { describe, expect, it } from 'vitest';
import {
  knownRecordingChanges,
  recordingSteps,
} from '../../../src/domain/quality/recording-steps.ts';
import { monthText, parseMonth } from '../../../src/domain/time/months.ts';

/** Steps of a series that begins in January 2024. */
function stepsOf(counts: readonly number[]) {
  const first = parseMonth('2024-01') ?? 0;
  return recordingSteps(
    counts,
    counts.map((_, i) => monthText(first + i)),
  );
}

describe('steps in the level of recording', () => {
  it('finds the month of a step up and of a step down, once each', () => {
    const counts = [
      100, 96, 104, 99, 101, 103, 97, 100, 204, 198, 200, 195, 207, 201, 199, 203, 98, 102, 100, 97,
      104, 99,
    ];
    expect(stepsOf(counts)).toEqual([
      { month: '2024-09', before: 100.5, after: 200.5, ratio: 200.5 / 100.5 },
      { month: '2025-05', before: 200.5, after: 99.5, ratio: 99.5 / 200.5 },
    ]);
  });

  it('passes over one odd month, slow growth, and small changes', () => {
    expect(stepsOf([100, 101, 99, 100, 102, 900, 100, 98, 101, 100, 99, 100])).toEqual([]);
    expect(stepsOf(Array.from({ length: 24 }, (_, i) => 100 + i * 4))).toEqual([]);
    expect(stepsOf([100, 100, 100, 100, 100, 100, 140, 140, 140, 140, 140, 140])).toEqual([]);
  });

  it('leaves to chance what small or scattered counts can do', () => {
    // 4 to 7: 3 apart, standard error 1.7.
    expect(stepsOf([4, 4, 4, 4, 4, 4, 7, 7, 7, 7, 7, 7])).toEqual([]);
    // 100 to 160 is far beyond Poisson, but months go from 40 to 190 anyway.
    expect(stepsOf([40, 160, 70, 130, 100, 100, 190, 90, 250, 160, 160, 70])).toEqual([]);
  });

  it('works from three months a side, and from nothing at all', () => {
    expect(stepsOf([0, 0, 0, 50, 50, 50])).toEqual([
      { month: '2024-04', before: 0, after: 50, ratio: 100 },
    ]);
    expect(stepsOf([10, 10, 50, 50, 50])).toEqual([]);
    expect(stepsOf([0, 0, 0, 0, 0, 0, 0])).toEqual([]);
    expect(stepsOf([])).toEqual([]);
    expect(() => recordingSteps([1, 2], ['2024-01'])).toThrow(RangeError);
  });

  it('raises few false alarms over steady Poisson-like months', () => {
    let state = 7;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
    // A sum of many rare chances is close to Poisson with mean 20.
    const month = () => Array.from({ length: 200 }, next).filter((chance) => chance < 0.1).length;
    const alarms = Array.from({ length: 300 }, () =>
      stepsOf(Array.from({ length: 36 }, month)),
    ).filter((steps) => steps.length > 0);
    expect(alarms.length).toBeLessThan(6);
  });

  it('lists known changes by month', () => {
    for (const { date, source } of knownRecordingChanges) {
      expect(parseMonth(date)).toBeDefined();
      expect(source).not.toBe('');
    }
    expect(knownRecordingChanges.map(({ date }) => date)).toEqual(['2022-07', '2023-06']);
  });
});
