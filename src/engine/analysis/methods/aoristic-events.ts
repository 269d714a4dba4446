import { FailureError } from '../../../contract/outcome.ts';
import { noMinutes } from '../../../domain/evidence/columns.ts';
import { number } from '../../../domain/figures/words.ts';
import { type MatchedDays, matchedDays } from '../../../domain/time/matched-days.ts';
import { policingDayOf } from '../../../domain/time/policing-day.ts';
import type { CalendarEntry } from '../../workspace/activity-rows.ts';
import type { CommittedTimes, Part } from './aoristic-bands.ts';
import { numberColumn } from './cell-columns.ts';
import type { MethodContext } from './method-runner.ts';
import { coverageOf } from './record-times.ts';

/** Days of calendar entries beside days without one; null where the calendar has no events and none was asked for. */
export function eventDaysOf(context: MethodContext, times: CommittedTimes): Part | null {
  const { settings, session } = context;
  const asked = settings.text('event');
  const entries = session.calendar().filter((entry) => isAsked(entry, asked));
  if (entries.length === 0) {
    if (asked === null) return null;
    throw new FailureError(
      'nothing-to-show',
      'The calendar has no entry of that type or name.',
      'Import a calendar (kind calendar), or name a type or an entry that it has.',
    );
  }
  // Policing days that lie whole in what the data covers: the first begins at 06:00 of its first day.
  const { from, to } = coverageOf(context);
  const countOfDay = new Float64Array(Math.max(0, to - from - 1));
  for (const minute of times.from) {
    if (minute === noMinutes) continue;
    const at = policingDayOf(minute) - from;
    if (at >= 0 && at < countOfDay.length) countOfDay[at] = (countOfDay[at] ?? 0) + 1;
  }
  const days = new Set<number>();
  for (const { fromMinutes, toMinutes } of entries) {
    // A day that is written without a time begins at 00:00 and is that whole day, not the night before.
    const first = Math.floor(fromMinutes / 1440);
    for (let day = first; day * 1440 < toMinutes; day++) days.add(day);
  }
  const result = matchedDays(countOfDay, from, (day) => days.has(day));
  return { table: tableOf(result), summary: result, words: [wordsOf(result, asked)] };
}

/** Fixtures and events, or what was asked for by its type or its name. */
function isAsked({ type, name }: CalendarEntry, asked: string | null): boolean {
  const own = [type, name].map((text) => text.trim().toLowerCase());
  if (asked !== null) return own.includes(asked.trim().toLowerCase());
  return ['fixture', 'event'].includes(own[0] ?? '');
}

function tableOf(result: MatchedDays): Part['table'] {
  const { ratio } = result;
  return {
    name: 'event-days',
    title: 'Days of events and matched days without',
    columns: [
      { name: 'days', title: 'Days', unit: null, values: ['event', 'matched'] },
      numberColumn('number', 'Days', 'days', Float64Array.of(result.eventDays, result.matchedDays)),
      numberColumn(
        'records',
        'Records',
        'records',
        Float64Array.of(result.onEventDays, result.onMatchedDays),
      ),
      numberColumn(
        'ratio',
        'Ratio a day',
        'times',
        Float64Array.of(ratio?.estimate ?? Number.NaN, 1),
      ),
      numberColumn(
        'low',
        '95 % from',
        'times',
        Float64Array.of(ratio?.low ?? Number.NaN, Number.NaN),
      ),
      numberColumn(
        'high',
        '95 % to',
        'times',
        Float64Array.of(ratio?.high ?? Number.NaN, Number.NaN),
      ),
    ],
  };
}

function wordsOf(result: MatchedDays, asked: string | null): string {
  const { ratio, eventDays, matchedDays: others, unmatchedEventDays } = result;
  const what = asked === null ? 'a fixture or an event' : `"${asked}" in the calendar`;
  const unmatched =
    unmatchedEventDays === 0
      ? ''
      : ` ${number(unmatchedEventDays)} more have no day to match and are not compared.`;
  if (ratio === null) {
    return `Days with ${what} cannot be compared: ${number(eventDays)} event days, ${number(others)} days of the same weekday and month without one, and none of one or the other has records.${unmatched}`;
  }
  const reading =
    ratio.low > 1
      ? 'more than on them'
      : ratio.high < 1
        ? 'fewer than on them'
        : 'no clear difference';
  return `On the ${number(eventDays)} days with ${what} there are ${ratio.estimate.toFixed(2)} times (95 % interval ${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}) as many records a day as on the ${number(others)} days without, of the same weekday and month: ${reading}. Days run from 06:00 to 06:00.${unmatched}`;
}
