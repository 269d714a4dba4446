import { FailureError } from '../../contract/outcome.ts';
import type { StudyCells } from '../../domain/geography/study-cells.ts';
import { type Evaluation, evaluate } from '../../domain/hotspots/evaluate.ts';
import { giStar } from '../../domain/hotspots/gi-star.ts';
import type { DayPeriod } from '../../domain/hotspots/zones.ts';
import { parseDateTime } from '../../domain/time/parse-date.ts';
import { minutesPerDay } from '../../domain/time/policing-day.ts';
import { dayText } from './assess-plan.ts';
import type { MethodSettings } from './method-settings.ts';

/** Settings of an evaluation, for `stats` and `analyse` alike. */
export const evaluateSettings = ['split', 'score', 'coverage'] as const;

/** How well cells picked by the earlier records hold the later ones, for several shares of the area. */
export interface EvaluationTable {
  readonly rows: readonly Evaluation[];
  /** First day of the held-out period. */
  readonly split: string;
  readonly earlier: number;
  readonly later: number;
  readonly score: 'count' | 'gi-star';
}

/** The part of the days that is held out where no day is given: the last. */
const heldOutPart = 0.25;

/**
 * Splits records in two at a day and evaluates the first part's picks on the second.
 *
 * @param places Place of each record in the study cells; negative = outside, and not counted.
 * @param data What the records cover; its last quarter is held out unless a day is given.
 * @throws FailureError when the day is none, or one of the periods has no records.
 */
export function evaluateRecords(
  cells: StudyCells,
  places: ArrayLike<number>,
  minutes: Int32Array,
  data: DayPeriod,
  settings: MethodSettings,
): EvaluationTable {
  const splitMinutes = splitOf(settings, data);
  const score = settings.choice('score', ['count', 'gi-star'], 'count');
  const coverage = settings.ascending('coverage', [0.5, 1, 2, 5, 10]);
  const earlier = new Float64Array(cells.cells.length);
  const later = new Float64Array(cells.cells.length);
  let [before, after] = [0, 0];
  for (const [record, minute] of minutes.entries()) {
    const place = places[record] ?? -1;
    if (place < 0) continue;
    if (minute < splitMinutes) before++;
    else after++;
    const counts = minute < splitMinutes ? earlier : later;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const split = dayText(splitMinutes / minutesPerDay);
  if (before === 0 || after === 0) {
    throw new FailureError(
      'nothing-to-show',
      `There are no records ${before === 0 ? 'before' : 'on or after'} ${split}, so there is nothing to ${before === 0 ? 'pick by' : 'hold the pick against'}.`,
      'Choose a day inside the data with the setting split=YYYY-MM-DD.',
    );
  }
  if (coverage.some((percent) => percent <= 0 || percent > 100)) {
    throw new FailureError(
      'bad-request',
      'The setting "coverage" is a list of per cents of the area, above 0 to 100.',
      'Write for example 0.5,1,2,5,10.',
    );
  }
  const scores = score === 'count' ? earlier : giStar(earlier, cells).z;
  return {
    rows: coverage.map((percent) => evaluate(scores, earlier, later, percent / 100)),
    split,
    earlier: before,
    later: after,
    score,
  };
}

function splitOf(settings: MethodSettings, { from, to }: DayPeriod): number {
  const text = settings.text('split');
  if (text === null) return Math.round(from + (to - from) * (1 - heldOutPart)) * minutesPerDay;
  const given = parseDateTime(text, 'dmy')?.minutes;
  if (given !== undefined) return Math.floor(given / minutesPerDay) * minutesPerDay;
  throw new FailureError(
    'bad-request',
    'The setting "split" is not a day of the calendar.',
    'Write the first day of the held-out period as YYYY-MM-DD.',
  );
}
