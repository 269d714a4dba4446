import { FailureError } from '../../../contract/outcome.ts';
import { noMinutes, timePrecision } from '../../../domain/evidence/columns.ts';
import { parseDateTime } from '../../../domain/time/parse-date.ts';
import { minutesPerDay } from '../../../domain/time/policing-day.ts';
import type { Points } from '../points.ts';
import type { MethodContext } from './method-runner.ts';

/** When each point was: by the filter's date of incidents, by the only date of other evidence. */
interface RecordTimes {
  /** Minutes since 1970-01-01 00:00 as written; `noMinutes` for none. One entry a point. */
  readonly minutes: Int32Array;
  /** A `timePrecision` a point. */
  readonly precision: Uint8Array;
}

/** Dates of the points that count, as the question's filter understands dates. */
export function timesOf(
  { question, session, standing }: MethodContext,
  points: Points,
): RecordTimes {
  const { evidence, dateBasis } = question.filter;
  const { indexes } = points;
  if (evidence === 'partner') {
    const { occurredFromMinutes, occurredPrecision } = session.partner();
    return {
      minutes: Int32Array.from(indexes, (index) => occurredFromMinutes[index] ?? noMinutes),
      precision: Uint8Array.from(indexes, (index) => occurredPrecision[index] ?? 0),
    };
  }
  if (evidence === 'perceptions') {
    const { reportedMinutes } = session.perceptions();
    return {
      minutes: Int32Array.from(indexes, (index) => reportedMinutes[index] ?? noMinutes),
      precision: new Uint8Array(indexes.length).fill(timePrecision.day),
    };
  }
  const { incidents } = standing.columns;
  const [minutes, precision] =
    dateBasis === 'recorded'
      ? [incidents.recordedMinutes, incidents.recordedPrecision]
      : [incidents.occurredFromMinutes, incidents.occurredPrecision];
  return {
    minutes: Int32Array.from(indexes, (index) => minutes[index] ?? noMinutes),
    precision: Uint8Array.from(indexes, (index) => precision[index] ?? 0),
  };
}

/** The days that the records cover (since 1970-01-01), `to` not included. */
export interface Coverage {
  readonly from: number;
  readonly to: number;
}

/**
 * The days that the data covers: from the first recording to the last, of all incidents (or the first and last date of
 * other evidence), cut to the filter's period. Offences of long ago are recorded now, so the date committed does not
 * tell what the data covers.
 */
export function coverageOf({ question, session, standing }: MethodContext): Coverage {
  const { evidence, from, to } = question.filter;
  const dates =
    evidence === 'partner'
      ? session.partner().occurredFromMinutes
      : evidence === 'perceptions'
        ? session.perceptions().reportedMinutes
        : standing.columns.incidents.recordedMinutes;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const minute of dates) {
    if (minute === noMinutes) continue;
    first = Math.min(first, minute);
    last = Math.max(last, minute);
  }
  const dayOf = (day: string | null): number | undefined => {
    const minutes = day === null ? undefined : parseDateTime(day, 'dmy')?.minutes;
    return minutes === undefined ? undefined : minutes / minutesPerDay;
  };
  return {
    from: Math.max(Math.floor(first / minutesPerDay), dayOf(from) ?? Number.NEGATIVE_INFINITY),
    to: Math.min(Math.floor(last / minutesPerDay), dayOf(to) ?? Number.POSITIVE_INFINITY) + 1,
  };
}

/** Points with a date as exact as needed within what the data covers, and how many have none. */
interface DatedPoints {
  readonly points: Pick<Points, 'eastings' | 'northings' | 'indexes'>;
  readonly minutes: Int32Array;
  readonly coverage: Coverage;
  readonly leftOut: {
    readonly noDate: number;
    readonly onlyMonthKnown: number;
    readonly outsideRecords: number;
  };
}

/**
 * Keeps the points that can be dated and lie in what the data covers.
 *
 * @param least The precision that is needed: a month or a day.
 * @throws FailureError `nothing-to-show` when fewer than two are left.
 */
export function datedPoints(context: MethodContext, least: 'month' | 'day'): DatedPoints {
  const { points } = context;
  const { minutes, precision } = timesOf(context, points);
  const coverage = coverageOf(context);
  const kept: number[] = [];
  const leftOut = { noDate: 0, onlyMonthKnown: 0, outsideRecords: 0 };
  for (const [place, minute] of minutes.entries()) {
    const day = Math.floor(minute / minutesPerDay);
    // A month stands for its first day, so one that the coverage cuts still counts as that month.
    const isMonth = precision[place] === timePrecision.month;
    const first = isMonth ? coverage.from - 30 : coverage.from;
    if (minute === noMinutes) leftOut.noDate++;
    else if ((precision[place] ?? 0) < timePrecision[least]) leftOut.onlyMonthKnown++;
    else if (day < first || day >= coverage.to) leftOut.outsideRecords++;
    else kept.push(place);
  }
  if (kept.length < 2) {
    throw new FailureError(
      'nothing-to-show',
      `Fewer than two records have a date known to the ${least} in the period that the data covers.`,
      'Widen the filter, or import records with dates.',
      { leftOut: { ...points.leftOut, ...leftOut } },
    );
  }
  const at = (values: Float64Array): Float64Array =>
    Float64Array.from(kept, (place) => values[place] ?? Number.NaN);
  return {
    points: {
      eastings: at(points.eastings),
      northings: at(points.northings),
      indexes: Int32Array.from(kept, (place) => points.indexes[place] ?? -1),
    },
    minutes: Int32Array.from(kept, (place) => minutes[place] ?? 0),
    coverage,
    leftOut,
  };
}

/** Runs a calculation of the domain; what it refuses becomes a plain failure. */
export function refused(error: unknown, remedy: string): unknown {
  return error instanceof RangeError
    ? new FailureError('bad-request', error.message, remedy)
    : error;
}

/** Refuses a weighting by harm where a method counts records. */
export function countsOnly({ question }: MethodContext, why: string): void {
  if (question.weight === 'count') return;
  throw new FailureError('bad-request', `This method counts records: ${why}`, 'Weigh by count.');
}
