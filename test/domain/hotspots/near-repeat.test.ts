import { describe, expect, it } from 'vitest';
import { type NearRepeatOptions, nearRepeat } from '../../../src/domain/hotspots/near-repeat.ts';
import { seededRandom } from '../../../src/domain/hotspots/seeded-random.ts';
import { canonicalToMinutes } from '../../../src/domain/time/parse-date.ts';
import { columnsOf, haveShared, readShared, worstRelative } from './reference-files.ts';

const standard: NearRepeatOptions = {
  distance: 'manhattan',
  spaceBandsMetres: [0, 0.1, 100, 200, 400, 800],
  timeBandsDays: [0, 1, 8, 15, 29, 57],
  permutations: 999,
  seed: 1,
};

function table(
  events: readonly (readonly [easting: number, northing: number, day: number])[],
  options: Partial<NearRepeatOptions> = {},
) {
  const steps = nearRepeat(
    Float64Array.from(events, ([easting]) => easting),
    Float64Array.from(events, ([, northing]) => northing),
    Int32Array.from(events, ([, , day]) => day),
    { ...standard, ...options },
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const dayOf = (text: string) =>
  Math.floor((canonicalToMinutes(text.slice(0, 16)) ?? Number.NaN) / 1440);

describe('near repeats', () => {
  // Pairs: AB 30 m, 2 days; AC 50 m (Manhattan 70), 10 days; BC 40 m, 8 days; D far from all, 2 days from C.
  const four = [
    [0, 0, 100],
    [30, 0, 102],
    [30, 40, 110],
    [9000, 9000, 112],
  ] as const;
  const narrow = { spaceBandsMetres: [0, 45, 60], timeBandsDays: [0, 3, 9] };

  it('counts pairs by bands that hold their lower bound and not their upper one', () => {
    const observed = (options: Partial<NearRepeatOptions>) =>
      table(four, { ...narrow, permutations: 0, ...options }).bands.map((band) => band.observed);
    expect(observed({})).toEqual([1, 0, 1, 0]);
    expect(observed({ timeBandsDays: [0, 3, 11], distance: 'euclidean' })).toEqual([1, 0, 1, 1]);
    expect(observed({ timeBandsDays: [0, 2, 8] })).toEqual([0, 0, 1, 0]);
    expect(observed({ spaceBandsMetres: [0, 30, 40] })).toEqual([0, 1, 0, 0]);
  });

  it('expects n_s n_t / C(n, 2) pairs', () => {
    const { bands, closePairs, events } = table(four, narrow);
    // Manhattan: two of six pairs are under 45 m. By days: AB and CD are 2 apart, BC is 8, no other is under 9.
    expect(bands.map((band) => band.expected)).toEqual([(2 * 2) / 6, 0, (2 * 1) / 6, 0]);
    expect({ closePairs, events }).toEqual({ closePairs: 2, events: 4 });
  });

  it('gives the exact chance where all deals can be counted', () => {
    // Two events at one place, two days apart, among four: one pair of six is so close in time when dealt: 1/6 + 1/6.
    const pair = [
      [0, 0, 1],
      [0, 0, 3],
      [5000, 0, 100],
      [0, 5000, 200],
    ] as const;
    const [band] = table(pair, {
      spaceBandsMetres: [0, 1],
      timeBandsDays: [0, 7],
      permutations: 20_000,
    }).bands;
    expect(band?.observed).toBe(1);
    expect(Math.abs((band?.p ?? 0) - 1 / 6)).toBeLessThan(4 * Math.sqrt(5 / 36 / 20_000));
  });

  it('finds the same pairs as looking at every pair', () => {
    const random = seededRandom(4);
    const events = Array.from(
      { length: 300 },
      () => [random() * 3000 - 1500, random() * 3000 - 1500, Math.floor(random() * 90)] as const,
    );
    for (const distance of ['manhattan', 'euclidean'] as const) {
      const { bands } = table(events, { distance, permutations: 0 });
      for (const band of bands) {
        let count = 0;
        for (const [first, [x, y, day]] of events.entries()) {
          for (const [otherX, otherY, otherDay] of events.slice(first + 1)) {
            const apart =
              distance === 'manhattan'
                ? Math.abs(x - otherX) + Math.abs(y - otherY)
                : Math.hypot(x - otherX, y - otherY);
            const lag = Math.abs(day - otherDay);
            const isNear = apart >= band.spaceFromMetres && apart < band.spaceToMetres;
            if (isNear && lag >= band.timeFromDays && lag < band.timeToDays) count++;
          }
        }
        expect(band.observed).toBe(count);
      }
    }
  });

  it('gives the same for the same seed, and keeps its bounds on bad input', () => {
    const random = seededRandom(9);
    const events = Array.from(
      { length: 80 },
      () => [random() * 800, random() * 800, Math.floor(random() * 60)] as const,
    );
    expect(table(events)).toEqual(table(events));
    expect(table(events, { seed: 2 })).not.toEqual(table(events));
    expect(() => table([[0, 0, 1]])).toThrow(RangeError);
    expect(() => table([])).toThrow(RangeError);
    expect(() => table([...four, [Number.NaN, 0, 1]])).toThrow(RangeError);
    expect(() => table(four, { timeBandsDays: [0, 0.5] })).toThrow(RangeError);
    expect(() => table(four, { spaceBandsMetres: [0, 100, 100] })).toThrow(RangeError);
    // All at one place on one day: every deal is alike.
    const [same] = table([four[0], four[0], four[0]]).bands;
    expect(same).toMatchObject({ observed: 3, expected: 3, p: 1 });
  });
});

const files = ['manhattan', 'euclidean'].map((distance) => `reference/knox_${distance}.csv`);
describe.skipIf(!haveShared('reference/points.csv', ...files))("R's table of 2,000 events", () => {
  it.each(['manhattan', 'euclidean'] as const)('by %s distance', (distance) => {
    const points = columnsOf('reference/points.csv');
    const [x, y, from] = [points('x'), points('y'), points('datetime_from')];
    const events = x
      .slice(0, 2000)
      .map((easting, at) => [Number(easting), Number(y[at]), dayOf(from[at] ?? '')] as const);
    const { bands } = table(events, { distance });
    const reference = columnsOf(`reference/knox_${distance}.csv`);
    expect(bands.map((band) => band.observed)).toEqual(reference('observed').map(Number));
    const expected = bands.map((band) => band.expected);
    expect(worstRelative(expected, reference('expected_exact'))).toBeLessThan(1e-9);
    for (const [at, text] of reference('p_value').entries()) {
      const p = Number(text);
      const tolerance = 3 * Math.sqrt((p * (1 - p)) / 999);
      expect(Math.abs((bands[at]?.p ?? Number.NaN) - p)).toBeLessThanOrEqual(tolerance);
    }
  });
});

const arson = [
  'near-repeat/chicago_arson.csv',
  'near-repeat/chicago_arson_NRsummary_2019-09-23_145637.htm',
].map((file) => `data/${file}`);
describe.skipIf(!haveShared(...arson))('the printed result of the Near Repeat Calculator', () => {
  it('has the same ratio of observed to expected pairs', () => {
    const events = readShared(arson[0] ?? '')
      .trim()
      .split('\n')
      .map((line) => line.split(','))
      .map(([x, y, day]) => [Number(x), Number(y), dayOf(day?.trim() ?? '')] as const);
    expect(events).toHaveLength(522);
    // The calculator cuts each distance and each number of days down to a whole number of bands.
    const { bands } = table(events, {
      spaceBandsMetres: [0, 0.001, 200, 400, 600, 1e7],
      timeBandsDays: [0, 1, 2, 3, 1000],
      permutations: 0,
    });
    const summary = readShared(arson[1] ?? '');
    const printed = [
      ...summary.slice(0, summary.indexOf('significance table')).matchAll(/>\s*(\d+\.\d\d)\s*</g),
    ].map((match) => Number(match[1]));
    expect(printed).toHaveLength(20);
    // Printed by distance, then days; with the mean of 99 draws in place of the exact expectation.
    const ratio = (space: number, time: number) => {
      const band = bands[time * 5 + space];
      return (band?.observed ?? 0) / (band?.expected ?? 0);
    };
    const differing = printed.filter((value, at) => {
      const own = ratio(Math.floor(at / 4), at % 4);
      const pairs = bands[(at % 4) * 5 + Math.floor(at / 4)]?.expected ?? 0;
      // Poisson spread of the mean of 99 draws.
      return Math.abs(own - value) > 0.005 + (4 * own) / Math.sqrt(99 * pairs);
    });
    expect(differing).toEqual([]);
  });
});
