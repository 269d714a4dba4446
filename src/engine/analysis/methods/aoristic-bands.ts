import type { RunTable } from '../../../contract/hotspots.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { number, share } from '../../../domain/figures/words.ts';
import type { WindowOptions } from '../../../domain/time/occurred-window.ts';
import { minutesPerDay } from '../../../domain/time/policing-day.ts';
import { countInBands, parseBands, usualBands } from '../../../domain/time/week-bands.ts';
import { numberColumn } from './cell-columns.ts';
import type { MethodContext } from './method-runner.ts';
import { coverageOf } from './record-times.ts';

/** When records happened, one entry a record whose time is written to the minute. */
export interface CommittedTimes {
  readonly from: Int32Array;
  /** `noMinutes` for no end. */
  readonly to: Int32Array;
  /** Records of the question without such a time. */
  readonly untimed: number;
}

/** A part of a result: a table, figures and sentences. */
export interface Part {
  readonly table: RunTable;
  readonly summary: unknown;
  readonly words: readonly string[];
}

/** Records by bands of the week, the usual ones and those of the setting `bands`. */
export function bandsOf(
  context: MethodContext,
  times: CommittedTimes,
  options: WindowOptions,
): Part {
  const { settings, session } = context;
  const { from, to } = coverageOf(context);
  const own = parseBands(settings.text('bands') ?? '');
  if (settings.text('bands') !== null && own === undefined) {
    throw new FailureError(
      'bad-request',
      'The setting "bands" cannot be read.',
      'Write for example "Late Saturday: Sat 22:00-04:00; Lunch: Mon-Fri 12:00-14:00".',
    );
  }
  const terms = session.calendar().filter(({ type }) => type.trim().toLowerCase() === 'term');
  const isTermDay =
    terms.length === 0
      ? null
      : (day: number): boolean =>
          terms.some(
            ({ fromMinutes, toMinutes }) =>
              day * minutesPerDay + minutesPerDay > fromMinutes && day * minutesPerDay < toMinutes,
          );
  const { bands, used } = countInBands(
    times.from,
    times.to,
    options,
    [...usualBands, ...(own ?? [])],
    { firstDay: from, lastDay: to - 1 },
    isTermDay,
  );
  return {
    table: {
      name: 'bands',
      title: 'Records by bands of the week',
      columns: [
        { name: 'band', title: 'Band', unit: null, values: bands.map(({ name }) => name) },
        numberColumn(
          'weight',
          'Records',
          'records',
          Float64Array.from(bands, (band) => band.weight),
        ),
        numberColumn(
          'hours',
          'Hours in the period',
          'hours',
          Float64Array.from(bands, (band) => band.hours),
        ),
        numberColumn(
          'times_average',
          'Records an hour, against the average hour',
          'times',
          Float64Array.from(bands, (band) => band.timesAverage),
        ),
      ],
    },
    summary: bands.map(({ name, weight, timesAverage }) => ({ name, weight, timesAverage })),
    words: [
      ...bands.map(
        ({ name, weight, timesAverage }) =>
          `${name}: ${number(weight)} of ${number(used)} records (${share(weight, used)}), ${timesAverage.toFixed(1)} times the average hour.`,
      ),
      isTermDay === null
        ? 'No term dates are in the calendar, so the school run is counted on every Monday to Friday, holidays too.'
        : 'The school run is counted on days of term alone.',
    ],
  };
}
