import { describe, expect, it } from 'vitest';
import {
  highestCells,
  shareStillHot,
  stabilityWords,
} from '../../../src/domain/hotspots/stability.ts';

describe('a check of stability', () => {
  const spots = {
    spotOfPoint: Int32Array.of(0, 0, 0, 1, 1, -1),
    spots: 3,
    weights: Float64Array.of(1, 1, 2, 1, 1, 9),
  };

  it('is the share of the records that still lie in hot cells', () => {
    const isHot = Uint8Array.of(1, 1, 0, 1, 1, 1);
    expect([...shareStillHot(spots, { isHot, takesPart: null })]).toEqual([0.5, 1, 0]);
  });

  it('asks only the records that take part', () => {
    const isHot = Uint8Array.of(1, 1, 0, 0, 1, 1);
    const takesPart = Uint8Array.of(1, 1, 0, 0, 0, 1);
    expect([...shareStillHot(spots, { isHot, takesPart })]).toEqual([1, 0, 0]);
    expect(() => shareStillHot(spots, { isHot: new Uint8Array(2), takesPart })).toThrow(RangeError);
  });

  it('says in words what failed', () => {
    const checks = [
      { title: 'with cells of 125 m' },
      { title: 'without 2025' },
      { title: 'on hexagons' },
    ];
    expect(stabilityWords([1, 0.6, 0.5], checks)).toBe('Stays hot in all 3 checks.');
    expect(stabilityWords([0.4, 0.6, 0], checks)).toBe(
      'Stays hot in 1 of 3 checks; not with cells of 125 m; on hexagons.',
    );
    expect(stabilityWords([], [])).toBe('No check could be made.');
  });

  it('takes the highest cells with their equals, never empty ones', () => {
    expect([...highestCells(Float64Array.of(3, 1, 0, 3, 2), 1)]).toEqual([1, 0, 0, 1, 0]);
    expect([...highestCells(Float64Array.of(3, 1, 0, 0, 2), 4)]).toEqual([1, 1, 0, 0, 1]);
    expect([...highestCells(Float64Array.of(3, 1), 0)]).toEqual([0, 0]);
  });
});
