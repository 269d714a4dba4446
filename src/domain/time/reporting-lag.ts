import { type IncidentColumns, noMinutes, timePrecision } from '../evidence/columns.ts';
import { monthIndexOf } from './months.ts';

const minutesADay = 1_440;
/** A report after more days than these is late, and is counted apart. */
const lateAfterDays = 365;

/** How long after the event incidents were reported. */
export interface ReportingLag {
  /** Incidents of which both times are known to the day and in order. */
  readonly assessable: number;
  /** Of them, reported more than 365 days after. */
  readonly late: number;
  /** Reported before the event: an error of one of the two times. */
  readonly negative: number;
  /** One of the two times is missing, or known only by its month. */
  readonly unknown: number;
  /** Whole days from event to report of those reported within 365 days, ascending. */
  readonly days: Int32Array;
}

/**
 * Calendar days from the event (its end where that is written, else its start) to the report (reported where that
 * is written, else recorded). Only where the record tells both to the day: the precision of the report is taken to
 * be that of the recording, which is written by the same system.
 */
export function reportingLag(incidents: IncidentColumns, indexes: ArrayLike<number>): ReportingLag {
  const days = new Int32Array(indexes.length);
  let [within, late, negative, unknown] = [0, 0, 0, 0];
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1;
    const event = either(incidents.occurredToMinutes, incidents.occurredFromMinutes, index);
    const report = either(incidents.reportedMinutes, incidents.recordedMinutes, index);
    const isByDay =
      (incidents.occurredPrecision[index] ?? 0) >= timePrecision.day &&
      (incidents.recordedPrecision[index] ?? 0) >= timePrecision.day;
    if (!isByDay || event === noMinutes || report === noMinutes) {
      unknown++;
      continue;
    }
    const lag = Math.floor(report / minutesADay) - Math.floor(event / minutesADay);
    if (lag < 0) negative++;
    else if (lag > lateAfterDays) late++;
    else days[within++] = lag;
  }
  return { assessable: within + late, late, negative, unknown, days: days.slice(0, within).sort() };
}

function either(first: Int32Array, second: Int32Array, index: number): number {
  const minutes = first[index] ?? noMinutes;
  return minutes === noMinutes ? (second[index] ?? noMinutes) : minutes;
}

/** Months of committed dates that are still filling at the cut-off. */
export interface FillingMonths {
  readonly months: number;
  /** Days within which nine in ten of the incidents reported within a year were reported. */
  readonly lagDays: number;
}

/**
 * The months of committed dates that are still filling: those with a day less than the 90th percentile of the
 * reporting lag before the cut-off, the month of the cut-off among them. The percentile (nearest rank) is of
 * incidents reported within 365 days; the late ones are counted apart and would keep every month filling. Null
 * when no lag is known.
 *
 * @param cutOffMinutes the last recorded date of the data.
 */
export function fillingMonths(
  { days }: Pick<ReportingLag, 'days'>,
  cutOffMinutes: number,
): FillingMonths | null {
  const lagDays = days[Math.ceil(0.9 * days.length) - 1];
  if (lagDays === undefined) return null;
  const since = cutOffMinutes - lagDays * minutesADay;
  return { months: monthIndexOf(cutOffMinutes) - monthIndexOf(since) + 1, lagDays };
}
