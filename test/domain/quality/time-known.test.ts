import { describe, expect, it } from 'vitest';
import { noMinutes, timePrecision } from '../../../src/domain/evidence/columns.ts';
import { timeUnknownShare } from '../../../src/domain/quality/time-known.ts';

const day = 1440;
/** `[minute of the day, how many]`, spread over days before and after 1970. */
function times(...parts: (readonly [number, number])[]): Int32Array {
  return Int32Array.from(
    parts.flatMap(([minute, count]) =>
      Array.from({ length: count }, (_, i) => minute + (i % 2 === 0 ? i : -i) * day),
    ),
  );
}
const toTheMinute = (minutes: Int32Array) =>
  new Uint8Array(minutes.length).fill(timePrecision.minute);
/** One record at each minute from 23:30 to 00:30 but 00:00 and 00:01: 59 in all. */
const even = [
  ...Array.from({ length: 30 }, (_, i) => [1410 + i, 1] as const),
  ...Array.from({ length: 29 }, (_, i) => [2 + i, 1] as const),
];

describe('times at midnight', () => {
  it('expects twice the average neighbour', () => {
    const minutes = times([0, 15], [1, 5], ...even);
    expect(timeUnknownShare(minutes, toTheMinute(minutes))).toEqual({
      timed: 79,
      atMidnight: 15,
      atOneMinutePast: 5,
      expected: 2,
      excessShare: 18 / 79,
      suspicious: true,
    });
  });

  it('wants 20 records and more than 3 times the expected', () => {
    const few = times([0, 19], ...even);
    expect(timeUnknownShare(few, toTheMinute(few)).suspicious).toBe(false);
    const tenEach = even.map(([minute]) => [minute, 10] as const);
    const three = times([0, 60], ...tenEach);
    expect(timeUnknownShare(three, toTheMinute(three))).toMatchObject({
      expected: 20,
      suspicious: false,
    });
    const more = times([0, 61], ...tenEach);
    expect(timeUnknownShare(more, toTheMinute(more)).suspicious).toBe(true);
  });

  it('is not alarmed when every whole hour of the night is as popular', () => {
    const rounded = times([0, 40], [60, 38], [1380, 42], ...even);
    expect(timeUnknownShare(rounded, toTheMinute(rounded))).toMatchObject({
      expected: 40,
      excessShare: 0,
      suspicious: false,
    });
  });

  it('leaves out records without a time or with a day only', () => {
    const minutes = Int32Array.of(noMinutes, 0, 0, 1);
    const precision = Uint8Array.of(
      timePrecision.none,
      timePrecision.day,
      timePrecision.minute,
      timePrecision.minute,
    );
    expect(timeUnknownShare(minutes, precision)).toMatchObject({
      timed: 2,
      atMidnight: 1,
      atOneMinutePast: 1,
    });
    expect(timeUnknownShare(new Int32Array(), new Uint8Array())).toMatchObject({
      timed: 0,
      excessShare: 0,
      suspicious: false,
    });
    expect(() => timeUnknownShare(minutes, new Uint8Array(1))).toThrow(RangeError);
  });
});
