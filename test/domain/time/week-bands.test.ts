import { describe, expect, it } from 'vitest';
import { noMinutes } from '../../../src/domain/evidence/columns.ts';
import { hourByWeekday, hourByWeekdayReference } from '../../../src/domain/time/hour-by-weekday.ts';
import { timesOnTheClock } from '../../../src/domain/time/london-clock.ts';
import { matchedDays } from '../../../src/domain/time/matched-days.ts';
import { canonicalToMinutes } from '../../../src/domain/time/parse-date.ts';
import { countInBands, parseBands, usualBands } from '../../../src/domain/time/week-bands.ts';
import { columnsOf, haveShared, worstRelative } from '../hotspots/reference-files.ts';

const minutes = (text: string) => canonicalToMinutes(text) ?? Number.NaN;
const filled = (weights: Float64Array) => [...weights.entries()].filter(([, weight]) => weight > 0);
const columns = (from: string, to: string | null) =>
  [Int32Array.of(minutes(from)), Int32Array.of(to === null ? noMinutes : minutes(to))] as const;

describe('the clock changes', () => {
  // 2026: 29 March and 25 October; 2024: 31 March and 27 October.
  it('skip an hour in March and repeat one in October, on the last Sunday', () => {
    expect(timesOnTheClock(minutes('2026-03-29T01:00'))).toBe(0);
    expect(timesOnTheClock(minutes('2024-03-31T01:59'))).toBe(0);
    expect(timesOnTheClock(minutes('2026-10-25T01:30'))).toBe(2);
    expect(timesOnTheClock(minutes('2024-10-27T01:00'))).toBe(2);
    for (const usual of [
      '2026-03-29T00:59',
      '2026-03-29T02:00',
      '2026-03-22T01:30',
      '2026-03-28T01:30',
      '2026-10-18T01:30',
      '2026-10-25T02:00',
      '2026-05-31T01:30',
    ]) {
      expect(timesOnTheClock(minutes(usual))).toBe(1);
    }
  });

  it('agree with the time zone of London over twenty years', () => {
    const london = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    for (let day = minutes('2010-01-01') / 1440; day < minutes('2030-01-01') / 1440; day++) {
      // Real hours from 00:00 UTC to 03:00 UTC, read on the clock.
      const shown = [0, 1, 2, 3].map((hour) =>
        Number(london.format(new Date((day * 24 + hour) * 3_600_000))),
      );
      const times = timesOnTheClock(day * 1440 + 60);
      // In summer 00:00 UTC shows 01:00; on the days of change 01:00 shows twice or never.
      expect(times).toBe(shown.filter((hour) => hour === 1).length);
    }
  });

  it('change the shares of a window over the change', () => {
    const spring = hourByWeekday(...columns('2026-03-29T00:00', '2026-03-29T04:00'), { noMinutes });
    const sunday = 6 * 24;
    expect(filled(spring.weights)).toEqual([
      [sunday, 1 / 3],
      [sunday + 2, 1 / 3],
      [sunday + 3, 1 / 3],
    ]);
    const autumn = hourByWeekday(...columns('2026-10-25T00:00', '2026-10-25T04:00'), { noMinutes });
    expect(filled(autumn.weights)).toEqual([
      [sunday, 1 / 5],
      [sunday + 1, 2 / 5],
      [sunday + 2, 1 / 5],
      [sunday + 3, 1 / 5],
    ]);
    // Written by a clock that had not been changed.
    const within = hourByWeekday(...columns('2026-03-29T01:10', '2026-03-29T01:40'), { noMinutes });
    expect(filled(within.weights)).toEqual([[sunday + 1, 1]]);
  });
});

describe('the reference rule', () => {
  it('follows the clock as written, and spreads what is longer than a week', () => {
    const of = (from: string, to: string | null) =>
      hourByWeekdayReference(...columns(from, to), noMinutes).weights;
    expect(filled(of('2026-03-29T00:00', '2026-03-29T02:00'))).toEqual([
      [144, 0.5],
      [145, 0.5],
    ]);
    expect(filled(of('2026-03-29T00:59', '2026-03-29T01:00'))).toEqual([[144, 1]]);
    expect(filled(of('2026-03-29T00:59', '2026-03-28T01:00'))).toEqual([[144, 1]]);
    expect(filled(of('2026-03-29T00:00', null))).toEqual([[144, 1]]);
    expect(of('2026-03-01T00:00', '2026-03-08T00:01')[3]).toBe(1 / 168);
    expect(of('2026-03-01T00:30', '2026-03-08T00:30')[144]).toBeCloseTo(1 / 168, 12);
  });

  it.skipIf(!haveShared('reference/points.csv', 'reference/aoristic_168.csv'))(
    'gives the weights of the R package aoristic',
    () => {
      const points = columnsOf('reference/points.csv');
      const column = (name: string) =>
        Int32Array.from(points(name), (text) => minutes(text.slice(0, 16)));
      const { weights, used } = hourByWeekdayReference(
        column('datetime_from'),
        column('datetime_to'),
        noMinutes,
      );
      expect(used).toBe(6000);
      const sundayFirst = Float64Array.from(weights, (_, hour) => weights[(hour + 144) % 168] ?? 0);
      const printed = columnsOf('reference/aoristic_168.csv')('weight');
      expect(worstRelative(sundayFirst, printed)).toBeLessThan(1e-9);
    },
  );
});

describe('bands of the week', () => {
  // 2026-11-02 was a Monday: a week from then.
  const week = { firstDay: minutes('2026-11-02') / 1440, lastDay: minutes('2026-11-08') / 1440 };
  const counts = (
    from: string,
    to: string | null,
    isTermDay: ((day: number) => boolean) | null = null,
  ) =>
    countInBands(...columns(from, to), { noMinutes }, usualBands, week, isTermDay).bands.map(
      (band) => band.weight,
    );

  it('take the minutes of a window that fall into them', () => {
    // Friday 19:00 to 23:00: three of four hours.
    expect(counts('2026-11-06T19:00', '2026-11-06T23:00')).toEqual([0.75, 0, 0]);
    // Sunday 05:00 belongs to the Saturday night, Sunday 23:00 does not.
    expect(counts('2026-11-08T05:00', null)).toEqual([1, 0, 0]);
    expect(counts('2026-11-08T23:00', null)).toEqual([0, 1, 0]);
    // 16:00 to 17:00 is half in the school run, unless schools are closed.
    expect(counts('2026-11-04T16:00', '2026-11-04T17:00')).toEqual([0, 0, 0.5]);
    expect(counts('2026-11-04T16:00', '2026-11-04T17:00', () => false)).toEqual([0, 0, 0]);
    expect(counts('2026-11-07T08:00', null)).toEqual([0, 0, 0]);
  });

  it('say how many hours they had, and how much denser they are', () => {
    const { bands, used } = countInBands(
      ...columns('2026-11-06T21:00', null),
      { noMinutes },
      usualBands,
      week,
      (day) => day !== week.firstDay,
    );
    expect(used).toBe(1);
    // Two nights of ten hours; five, of which the Sunday before ends in this week and this Sunday in the next.
    expect(bands.map((band) => band.hours)).toEqual([20, 50, 4 * 3.5]);
    expect(bands[0]?.timesAverage).toBeCloseTo(168 / 20, 12);
    expect(bands[1]?.timesAverage).toBe(0);
  });

  it('are read as an analyst writes them', () => {
    expect(parseBands('Late: Sat 22:00-04:00; Lunch : Mon-Wed, Fri 12:00-14:30')).toEqual([
      { name: 'Late', weekdays: [5], stretches: [{ from: 1320, to: 1680 }], onlyInTerm: false },
      {
        name: 'Lunch',
        weekdays: [0, 1, 2, 4],
        stretches: [{ from: 720, to: 870 }],
        onlyInTerm: false,
      },
    ]);
    expect(parseBands('Weekend: Fri-Mon 00:00-23:00')?.[0]?.weekdays).toEqual([0, 4, 5, 6]);
    for (const wrong of [
      '',
      'x',
      'A: Noday 10:00-11:00',
      'A: Mon 25:00-26:00',
      'A: Mon 10:00-10:00',
    ]) {
      expect(parseBands(wrong)).toBeUndefined();
    }
  });
});

describe('event days', () => {
  const firstDay = minutes('2026-11-02') / 1440;
  it('are compared with the same weekday of the same month', () => {
    // Four weeks from Monday 2 November; events on two Saturdays with 9 and 11, the others with 4 and 6.
    const counts = Array.from({ length: 28 }, (_, at) =>
      at % 7 === 5 ? ([9, 4, 11, 6][(at - 5) / 7] ?? 0) : 1,
    );
    const events = new Set([firstDay + 5, firstDay + 19]);
    const result = matchedDays(counts, firstDay, (day) => events.has(day));
    expect(result).toMatchObject({
      eventDays: 2,
      matchedDays: 2,
      unmatchedEventDays: 0,
      onEventDays: 20,
      onMatchedDays: 10,
    });
    expect(result.ratio?.estimate).toBeCloseTo(2, 12);
    // One group: the variance is 1/20 + 1/10, and daily counts vary less than Poisson's.
    expect(result.dispersion).toBeLessThan(1);
    expect(Math.log(result.ratio?.high ?? 0)).toBeCloseTo(
      Math.log(2) + 1.959963985 * Math.sqrt(0.15),
      8,
    );
  });

  it('without a match are told, not compared', () => {
    const result = matchedDays([1, 2, 3], firstDay, (day) => day === firstDay);
    expect(result).toMatchObject({ eventDays: 0, unmatchedEventDays: 1, ratio: null });
    expect(matchedDays([], firstDay, () => true)).toMatchObject({ eventDays: 0, dispersion: 1 });
  });
});
