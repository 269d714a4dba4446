import { FailureError } from '../../contract/outcome.ts';
import type { AssessmentPlan, DayPeriod } from '../../domain/hotspots/zones.ts';
import { parseDateTime } from '../../domain/time/parse-date.ts';
import { minutesPerDay } from '../../domain/time/policing-day.ts';
import type { MethodSettings } from './method-settings.ts';

/** Settings of an assessment, for `stats` and `analyse` alike. */
export const assessSettings = [
  'easting',
  'northing',
  'from',
  'to',
  'radiusMetres',
  'bufferMetres',
  'measured',
  'against',
] as const;

/** What an activity on record gives, where settings leave it out. */
export interface KnownActivity {
  readonly easting: number;
  readonly northing: number;
  readonly from: number;
  /** The day after its last; null while it goes on. */
  readonly to: number | null;
}

/**
 * The plan as settings ask for it. The period measured is that of the activity, or as long a one after it; it is held
 * against the same dates a year before, so that the season is the same, or against the days just before it.
 *
 * @param data First day of the records, and the day after their last.
 * @throws FailureError for a place or period that is missing, and for one that the data does not cover.
 */
export function assessmentPlan(
  settings: MethodSettings,
  data: DayPeriod,
  activity: KnownActivity | null,
): AssessmentPlan {
  const easting = settings.number('easting', activity?.easting ?? Number.NaN);
  const northing = settings.number('northing', activity?.northing ?? Number.NaN);
  const from = dayIn(settings, 'from') ?? activity?.from ?? null;
  if (Number.isNaN(easting) || Number.isNaN(northing) || from === null) {
    throw new FailureError(
      'bad-request',
      'An assessment needs the place and the first day of what was done.',
      'Import the activities and write the setting activity=REFERENCE, or write easting=…, northing=… and from=YYYY-MM-DD (on the map under More, one a line; for commands --set each).',
    );
  }
  const last = dayIn(settings, 'to');
  const activityEnd = last === null ? (activity?.to ?? data.to) : last + 1;
  const measured = settings.choice('measured', ['during', 'after'], 'during');
  const length = activityEnd - from;
  const after =
    measured === 'during'
      ? { from, to: activityEnd }
      : { from: activityEnd, to: activityEnd + length };
  const against = settings.choice('against', ['year-before', 'days-before'], 'year-before');
  const before = earlierOf(after, against, from);
  refuseOutside(data, before, after);
  const earlier = earlierOf(before, against, before.from);
  return {
    easting,
    northing,
    radiusMetres: settings.number('radiusMetres', 250, { least: 10, most: 50_000 }),
    bufferMetres: settings.number('bufferMetres', 500, { least: 0, most: 50_000 }),
    before,
    after,
    earlier: earlier.from < data.from ? null : earlier,
  };
}

function dayIn(settings: MethodSettings, name: 'from' | 'to'): number | null {
  const text = settings.text(name);
  if (text === null) return null;
  const minutes = parseDateTime(text, 'dmy')?.minutes;
  if (minutes !== undefined) return Math.floor(minutes / minutesPerDay);
  throw new FailureError(
    'bad-request',
    `The setting "${name}" is not a day of the calendar.`,
    'Write days as YYYY-MM-DD.',
  );
}

/**
 * A period of the same length that ends by `end`: the same dates and weekdays 364 days before, or as many times that
 * as it takes; or the days just before `end`, as for any period longer than a year.
 */
function earlierOf(
  period: DayPeriod,
  against: 'year-before' | 'days-before',
  end: number,
): DayPeriod {
  const length = period.to - period.from;
  if (against === 'days-before' || length > 364) return { from: end - length, to: end };
  const back = 364 * Math.max(1, Math.ceil((period.to - end) / 364));
  return { from: period.from - back, to: period.to - back };
}

function refuseOutside(data: DayPeriod, before: DayPeriod, after: DayPeriod): void {
  if (!(after.to > after.from)) {
    throw new FailureError(
      'bad-request',
      'The activity ends before it begins.',
      'Put the earlier day first.',
    );
  }
  if (before.from >= data.from && after.to <= data.to) return;
  const isEarly = before.from < data.from;
  throw new FailureError(
    'bad-request',
    isEarly
      ? `The comparison would begin on ${dayText(before.from)}, before the data does (${dayText(data.from)}).`
      : `The period measured would end on ${dayText(after.to - 1)}, after the data does (${dayText(data.to - 1)}).`,
    isEarly
      ? 'Import earlier records, choose a shorter period, or compare with the days just before (the setting against=days-before).'
      : 'Choose an earlier last day, or import later records.',
  );
}

/** A day since 1970-01-01 as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * minutesPerDay * 60_000).toISOString().slice(0, 10);
}
