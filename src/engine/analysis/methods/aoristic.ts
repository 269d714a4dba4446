import type { RunTable } from '../../../contract/hotspots.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { noMinutes, timePrecision } from '../../../domain/evidence/columns.ts';
import { number, share } from '../../../domain/figures/words.ts';
import { hourByWeekday, hourByWeekdayReference } from '../../../domain/time/hour-by-weekday.ts';
import { hoursPerWeek, weekdayNames } from '../../../domain/time/policing-day.ts';
import { bandsOf, type CommittedTimes } from './aoristic-bands.ts';
import { eventDaysOf } from './aoristic-events.ts';
import { numberColumn } from './cell-columns.ts';
import type { MethodContext, MethodRunner } from './method-runner.ts';
import { countsOnly } from './record-times.ts';

/** Hours from Monday 00:00 to Sunday 00:00: the file begins on Sunday, as other software's. */
const sundayFirst = 6 * 24;

/** When in the week it happens: by hour, by bands of the week, and on days of events. */
export const aoristicRunner: MethodRunner = {
  settings: ['rule', 'maximumWindowHours', 'bands', 'event'],
  needsPositions: false,
  usesArea: false,
  alsoReads: ['calendar'],
  version: 1,
  run(context) {
    countsOnly(context, 'each is shared over the hours in which it may have happened.');
    const rule = context.settings.choice('rule', ['product', 'reference'], 'product');
    const hours = context.settings.number('maximumWindowHours', 24, {
      least: 1,
      most: hoursPerWeek,
    });
    const times = committedTimes(context);
    const options = { noMinutes, maximumWindowMinutes: hours * 60 };
    const shared =
      rule === 'reference' ? byReference(times) : hourByWeekday(times.from, times.to, options);
    const leftOut = { ...shared.leftOut, noTime: shared.leftOut.noTime + times.untimed };
    if (shared.used === 0) {
      throw new FailureError(
        'nothing-to-show',
        'No record has a time of day that says anything about the hour.',
        'Import records with times, or allow longer windows (maximumWindowHours).',
        { leftOut: { ...context.points.leftOut, ...leftOut } },
      );
    }
    const bands = bandsOf(context, times, options);
    const events = eventDaysOf(context, times);
    return {
      main: hoursTable(shared.weights),
      others: [bands.table, ...(events === null ? [] : [events.table])],
      geometry: { kind: 'none' },
      shade: null,
      summary: {
        used: shared.used,
        bands: bands.summary,
        ...(events === null ? {} : { eventDays: events.summary }),
      },
      words: [
        peakWords(shared.weights, shared.used),
        ...bands.words,
        ...(events?.words ?? []),
        rule === 'reference'
          ? 'Reference rule: the clock as written, windows of more than seven days spread over every hour.'
          : `Each record is shared over its window by the minutes that passed (clock changes minded); windows of more than ${number(hours)} hours, and starts at exactly 00:00 or 00:01 without an end, are left out.`,
      ],
      leftOut,
      ground: null,
    };
  },
};

/** Starts and ends of the points whose time is written to the minute. */
function committedTimes({ question, points, session, standing }: MethodContext): CommittedTimes {
  const { evidence } = question.filter;
  if (evidence === 'perceptions') {
    throw new FailureError(
      'bad-request',
      'Perceptions say when they were reported, not when something happened.',
      'Choose incidents or partner events.',
    );
  }
  const source =
    evidence === 'partner'
      ? { ...session.partner(), occurredToMinutes: null }
      : standing.columns.incidents;
  const timed = points.indexes.filter(
    (index) => source.occurredPrecision[index] === timePrecision.minute,
  );
  const at = (column: Int32Array | null): Int32Array =>
    Int32Array.from(timed, (index) => column?.[index] ?? noMinutes);
  return {
    from: at(source.occurredFromMinutes),
    to: at(source.occurredToMinutes),
    untimed: points.indexes.length - timed.length,
  };
}

function byReference({ from, to }: CommittedTimes) {
  const { weights, used, noTime } = hourByWeekdayReference(from, to, noMinutes);
  return { weights, used, leftOut: { noTime } };
}

function hoursTable(weights: Float64Array): RunTable {
  const mondayHour = (row: number): number => (row + sundayFirst) % hoursPerWeek;
  const rows = Array.from({ length: hoursPerWeek }, (_, row) => row);
  return {
    name: 'hours',
    title: 'Records by hour of the week',
    columns: [
      numberColumn(
        'hour_of_week',
        'Hour of the week',
        null,
        Float64Array.from(rows, (row) => row + 1),
      ),
      numberColumn(
        'weight',
        'Records',
        'records',
        Float64Array.from(rows, (row) => weights[mondayHour(row)] ?? 0),
      ),
      {
        name: 'weekday',
        title: 'Weekday',
        unit: null,
        values: rows.map((row) => weekdayNames[Math.floor(mondayHour(row) / 24)] ?? ''),
      },
      numberColumn(
        'hour',
        'Hour',
        'o’clock',
        Float64Array.from(rows, (row) => row % 24),
      ),
    ],
  };
}

function peakWords(weights: Float64Array, used: number): string {
  const perHour = Float64Array.from({ length: 24 }, (_, hour) =>
    weekdayNames.reduce((sum, __, day) => sum + (weights[day * 24 + hour] ?? 0), 0),
  );
  const hour = perHour.indexOf(perHour.reduce((most, value) => Math.max(most, value), 0));
  const peak = weights.indexOf(weights.reduce((most, value) => Math.max(most, value), 0));
  const day = weekdayNames[Math.floor(peak / 24)] ?? '';
  return `The fullest hour of the day is ${clock(hour)} to ${clock((hour + 1) % 24)}, with ${share(perHour[hour] ?? 0, used)} of the records (4.2 % on average); the fullest of the week is ${day} ${clock(peak % 24)}.`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
