import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noMinutes } from '../../../src/domain/evidence/columns.ts';
import { hourByWeekday } from '../../../src/domain/time/hour-by-weekday.ts';
import { canonicalToMinutes } from '../../../src/domain/time/parse-date.ts';
import {
  hourOfWeek,
  policingDayOf,
  weekdayNames,
  weekdayOfDay,
} from '../../../src/domain/time/policing-day.ts';

// 2026-10-31 was a Saturday; 2026-11-01 a Sunday; 2026-11-02 a Monday.
const minutes = (text: string) => canonicalToMinutes(text) ?? Number.NaN;
const share = (from: string, to: string | null, maximum?: number) =>
  hourByWeekday(
    Int32Array.of(minutes(from)),
    Int32Array.of(to === null ? noMinutes : minutes(to)),
    maximum === undefined ? { noMinutes } : { noMinutes, maximumWindowMinutes: maximum },
  );
const filled = (weights: Float64Array) => [...weights.entries()].filter(([, weight]) => weight > 0);

describe('the policing day', () => {
  it('keeps a Saturday night in one Saturday', () => {
    const name = (text: string) => weekdayNames[weekdayOfDay(policingDayOf(minutes(text)))];
    expect(name('2026-10-31T06:00')).toBe('Saturday');
    expect(name('2026-10-31T23:00')).toBe('Saturday');
    expect(name('2026-11-01T05:59')).toBe('Saturday');
    expect(name('2026-11-01T06:00')).toBe('Sunday');
    expect(name('2026-10-31T05:59')).toBe('Friday');
    expect(weekdayNames[weekdayOfDay(policingDayOf(minutes('2026-11-01T05:59'), 0))]).toBe(
      'Sunday',
    );
    expect(weekdayNames[weekdayOfDay(-5)]).toBe('Saturday');
  });

  it('numbers the hours of the week from Monday', () => {
    expect(hourOfWeek(minutes('2026-11-02T00:00'))).toBe(0);
    expect(hourOfWeek(minutes('2026-11-01T23:59'))).toBe(167);
    expect(hourOfWeek(0)).toBe(3 * 24);
    expect(hourOfWeek(-1)).toBe(3 * 24 - 1);
  });
});

describe('hour by weekday', () => {
  it('shares a record over its window, and past Sunday midnight', () => {
    expect(filled(share('2026-11-01T23:30', '2026-11-02T01:30').weights)).toEqual([
      [0, 0.5],
      [1, 0.25],
      [167, 0.25],
    ]);
    expect(filled(share('2026-11-02T10:00', '2026-11-02T11:00').weights)).toEqual([[10, 1]]);
  });

  it('puts a record without another end into its start', () => {
    expect(filled(share('2026-11-02T10:59', null).weights)).toEqual([[10, 1]]);
    expect(filled(share('2026-11-02T10:59', '2026-11-02T10:59').weights)).toEqual([[10, 1]]);
  });

  it('leaves out and counts what says nothing about the hour', () => {
    expect(share('2026-11-02T00:00', null).leftOut.timeUnknown).toBe(1);
    expect(share('2026-11-02T00:01', '2026-11-02T00:01').leftOut.timeUnknown).toBe(1);
    expect(share('2026-11-02T00:02', null).used).toBe(1);
    expect(share('2026-11-02T00:00', '2026-11-02T01:00').used).toBe(1);
    expect(share('2026-11-02T10:00', '2026-11-03T10:00').used).toBe(1);
    expect(share('2026-11-02T10:00', '2026-11-03T10:01').leftOut.windowTooLong).toBe(1);
    expect(share('2026-11-02T10:00', '2026-11-02T12:00', 60).leftOut.windowTooLong).toBe(1);
    expect(share('2026-11-02T10:00', '2026-11-02T09:00').leftOut.endBeforeStart).toBe(1);
    const none = hourByWeekday(Int32Array.of(noMinutes), Int32Array.of(60), { noMinutes });
    expect(none.leftOut.noTime).toBe(1);
    expect(filled(none.weights)).toEqual([]);
    expect(() => hourByWeekday(new Int32Array(1), new Int32Array(2), { noMinutes })).toThrow(
      RangeError,
    );
  });

  it('accounts for every record, and its weights add up to those used', () => {
    const start = fc.integer({ min: -1_000_000, max: 30_000_000 });
    const length = fc.integer({ min: -100, max: 3000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(start, length), { maxLength: 50 }), (windows) => {
        const { weights, used, leftOut } = hourByWeekday(
          Int32Array.from(windows, ([from]) => from),
          Int32Array.from(windows, ([from, span]) => from + span),
          { noMinutes },
        );
        const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
        expect(used + left).toBe(windows.length);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(used, 9);
      }),
      { seed: 8 },
    );
  });
});
