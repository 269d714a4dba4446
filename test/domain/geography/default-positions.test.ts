import { describe, expect, it } from 'vitest';
import {
  distinctPositionShare,
  findDefaultPositions,
} from '../../../src/domain/geography/default-positions.ts';

/** Eastings and northings of records: `[easting, northing, how many]`. */
function records(...places: (readonly [number, number, number])[]) {
  const all = places.flatMap(([east, north, count]) =>
    Array.from({ length: count }, () => [east, north] as const),
  );
  return {
    easting: Float64Array.from(all, ([east]) => east),
    northing: Float64Array.from(all, ([, north]) => north),
  };
}

/** Single records, 10 m apart, far from everything else. */
const scattered = (count: number) =>
  Array.from({ length: count }, (_, i) => [400_000 + i * 10, 200_000, 1] as const);

describe('coordinates that stand for an unknown place', () => {
  const venues = [
    { name: 'Central', category: 'Police station', easting: 358_000, northing: 173_030 },
    { name: 'St Anne Hospital', category: '', easting: 358_000, northing: 173_045 },
    { name: 'The Old Police Station', category: 'Pub', easting: 360_000, northing: 170_000 },
    { name: 'Hamilton Court', category: 'Flats', easting: 360_000, northing: 170_000 },
  ];

  it('lists what holds more than 1 % or 20 medians, most first, with the venue that explains it', () => {
    const { easting, northing } = records(
      [360_000, 170_000, 25],
      [358_000, 173_000, 40],
      [357_000, 172_000, 9],
      [Number.NaN, Number.NaN, 100],
      ...scattered(926),
    );
    const found = findDefaultPositions(easting, northing, { total: 1100, venues });
    expect(found).toEqual([
      {
        easting: 358_000,
        northing: 173_000,
        count: 40,
        share: 0.04,
        shareOfAll: 40 / 1100,
        kind: 'likely-default',
        venue: { name: 'Central', metres: 30 },
      },
      {
        easting: 360_000,
        northing: 170_000,
        count: 25,
        share: 0.025,
        shareOfAll: 25 / 1100,
        kind: 'shared-point',
        venue: null,
      },
    ]);
  });

  it('wants both ten records and an unusual number', () => {
    const half = records([1, 1, 9], ...scattered(20));
    expect(findDefaultPositions(half.easting, half.northing, { total: 29, venues })).toEqual([]);
    // 2,000 records: 15 at one place are 0.75 %, and 15 medians; 21 are more than 20 medians.
    const usual = records([1, 1, 15], ...scattered(1985));
    expect(findDefaultPositions(usual.easting, usual.northing, { total: 2000, venues })).toEqual(
      [],
    );
    const many = records([1, 1, 21], ...scattered(2900));
    const found = findDefaultPositions(many.easting, many.northing, { total: 2921, venues });
    expect(found.map(({ count }) => count)).toEqual([21]);
  });

  it('takes coordinates to the metre, and nothing from nothing', () => {
    const near = records([100.2, 50.4, 6], [99.8, 49.6, 6]);
    const [found] = findDefaultPositions(near.easting, near.northing, { total: 12, venues: [] });
    expect(found).toMatchObject({ easting: 100, northing: 50, count: 12, share: 1 });
    const none = new Float64Array();
    expect(findDefaultPositions(none, none, { total: 0, venues })).toEqual([]);
    expect(() => findDefaultPositions(none, Float64Array.of(1), { total: 1, venues })).toThrow(
      RangeError,
    );
  });
});

describe('records for each coordinate', () => {
  it('tells points of a list from addresses', () => {
    const snapped = records([1, 1, 30], [2, 1, 30], [Number.NaN, 1, 5]);
    expect(distinctPositionShare(snapped.easting, snapped.northing)).toEqual({
      records: 60,
      distinct: 2,
      recordsPerPosition: 30,
      share: 2 / 60,
      looksSnapped: true,
    });
    const free = records([1, 1, 3], ...scattered(10));
    expect(distinctPositionShare(free.easting, free.northing).looksSnapped).toBe(false);
    const none = distinctPositionShare(new Float64Array(), new Float64Array());
    expect(none).toEqual({
      records: 0,
      distinct: 0,
      recordsPerPosition: 0,
      share: 0,
      looksSnapped: false,
    });
  });

  it('tells 1,000,000 different points on a lattice apart', () => {
    const easting = Float64Array.from({ length: 1_000_000 }, (_, i) => 300_000 + (i % 1000) * 100);
    const northing = Float64Array.from(
      { length: 1_000_000 },
      (_, i) => 100_000 + Math.floor(i / 1000) * 100,
    );
    expect(distinctPositionShare(easting, northing).distinct).toBe(1_000_000);
  });
});
