import { FailureError } from '../../../contract/outcome.ts';
import { noMinutes } from '../../../domain/evidence/columns.ts';
import { parseDateTime } from '../../../domain/time/parse-date.ts';
import { minutesPerDay } from '../../../domain/time/policing-day.ts';
import type { StatsPoints } from './stats-method.ts';

/** Minutes since 1970-01-01 00:00 as written, of texts; `noMinutes` for a text that is no date. */
export function minutesOfTexts(texts: readonly string[]): Int32Array {
  return Int32Array.from(texts, (text) => parseDateTime(text, 'dmy')?.minutes ?? noMinutes);
}

/** The points that have a start in the time column, with that start. */
export interface TimedPoints {
  readonly eastings: Float64Array;
  readonly northings: Float64Array;
  readonly weights: Float64Array;
  readonly minutes: Int32Array;
  /** Points without a date that can be read. */
  readonly withoutTime: number;
}

/** @throws FailureError `nothing-to-show` when no point has a date. */
export function timedPoints(points: StatsPoints): TimedPoints {
  const minutes = minutesOfTexts(points.from);
  const kept = Int32Array.from(minutes.keys()).filter((point) => minutes[point] !== noMinutes);
  if (kept.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      'No point has a date that can be read.',
      'Name the column with the start of each event: --from COLUMN.',
    );
  }
  const at = (values: Float64Array): Float64Array =>
    Float64Array.from(kept, (point) => values[point] ?? 0);
  return {
    eastings: at(points.eastings),
    northings: at(points.northings),
    weights: at(points.weights),
    minutes: Int32Array.from(kept, (point) => minutes[point] ?? 0),
    withoutTime: points.from.length - kept.length,
  };
}

/** Whole days since 1970-01-01. */
export function daysOf(minutes: Int32Array): Int32Array {
  return minutes.map((minute) => Math.floor(minute / minutesPerDay));
}

/** First day of the points, and the day after their last. */
export function daysCovered(minutes: Int32Array): { from: number; to: number } {
  const days = daysOf(minutes);
  return {
    from: days.reduce((least, day) => Math.min(least, day)),
    to: days.reduce((most, day) => Math.max(most, day)) + 1,
  };
}
