import { describe, expect, it } from 'vitest';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { hotGroups } from '../../../src/domain/hotspots/hot-groups.ts';
import {
  highestCells,
  shareStillHot,
  stabilityWords,
} from '../../../src/domain/hotspots/stability.ts';

const square = (columns: number, rows: number) =>
  wholeGrid({
    shape: 'square',
    cellMetres: 100,
    originEasting: 0,
    originNorthing: 0,
    columns,
    rows,
  });

describe('groups of hot cells', () => {
  it('join cells that touch, by corners too', () => {
    // From the south: (0,0) touches (1,1), which touches (2,2); (0,4) touches (1,4).
    const isHot = Uint8Array.of(1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0);
    const { groupOfCell, count } = hotGroups(isHot, square(5, 3));
    expect(count).toBe(2);
    expect([...groupOfCell]).toEqual([0, -1, -1, -1, 1, -1, 0, -1, -1, 1, -1, -1, 0, -1, -1]);
  });

  it('are none where nothing is hot, and refuse marks of another size', () => {
    expect(hotGroups(new Uint8Array(6), square(3, 2)).count).toBe(0);
    expect(() => hotGroups(new Uint8Array(5), square(3, 2))).toThrow(RangeError);
  });
});

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
