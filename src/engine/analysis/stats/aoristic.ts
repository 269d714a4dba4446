import { FailureError } from '../../../contract/outcome.ts';
import { noMinutes } from '../../../domain/evidence/columns.ts';
import { hourByWeekday, hourByWeekdayReference } from '../../../domain/time/hour-by-weekday.ts';
import { hoursPerWeek } from '../../../domain/time/policing-day.ts';
import { minutesOfTexts } from './point-times.ts';
import type { StatsMethod } from './stats-method.ts';

/** Hours from Monday 00:00 to Sunday 00:00. */
const sundayFirst = 6 * 24;

/** Each record shared over the hours of its window. 168 rows, Sunday 00:00 first. */
export const aoristicStats: StatsMethod = {
  settings: ['rule', 'maximumWindowHours'],
  needsGrid: false,
  readsTimes: true,
  run(points, _gridOf, settings) {
    const rule = settings.choice('rule', ['product', 'reference'], 'product');
    const from = minutesOfTexts(points.from);
    const to = minutesOfTexts(points.to);
    const { weights, used, leftOut } =
      rule === 'reference' ? byReference(from, to) : byProduct(from, to, settings);
    if (used === 0) {
      throw new FailureError(
        'nothing-to-show',
        'No point has a time that can be given an hour.',
        'Name the columns with the start and the end of each event: --from COLUMN --to COLUMN.',
      );
    }
    return {
      header: ['hour_of_week', 'weight'],
      rows: Array.from({ length: hoursPerWeek }, (_, hour) => [
        hour + 1,
        weights[(hour + sundayFirst) % hoursPerWeek] ?? 0,
      ]),
      summary: { points: from.length, unreadable: points.unreadable, rule, used, ...leftOut },
    };
  },
};

interface Shared {
  readonly weights: Float64Array;
  readonly used: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

function byReference(from: Int32Array, to: Int32Array): Shared {
  const { weights, used, noTime } = hourByWeekdayReference(from, to, noMinutes);
  return { weights, used, leftOut: { noTime } };
}

function byProduct(
  from: Int32Array,
  to: Int32Array,
  settings: Parameters<StatsMethod['run']>[2],
): Shared {
  const hours = settings.number('maximumWindowHours', 24, { least: 1, most: hoursPerWeek });
  const shared = hourByWeekday(from, to, { noMinutes, maximumWindowMinutes: hours * 60 });
  return { ...shared, leftOut: { ...shared.leftOut } };
}
