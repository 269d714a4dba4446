import { timePrecision } from '../../domain/evidence/columns.ts';
import { momentMinutes, momentOfText, momentPrecision } from '../../domain/time/moment.ts';
import { minutesPerDay } from '../../domain/time/policing-day.ts';
import type { Reader } from './database.ts';

/** Something that happens on days: a fixture, an event, a school term, a bank holiday, a campaign. */
export interface CalendarEntry {
  readonly name: string;
  readonly type: string;
  /** Minutes since 1970-01-01 00:00 as written; the end is the first minute after it. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** What was done somewhere. */
export interface Activity {
  readonly reference: string;
  readonly type: string;
  readonly fromMinutes: number;
  /** The first minute after its end; null while it has none. */
  readonly toMinutes: number | null;
  /** British National Grid metres; NaN without a position. */
  readonly easting: number;
  readonly northing: number;
}

/** Entries of the calendar with a day, in the order in which they were read. An entry without an end is one day. */
export function allCalendarEntries(reader: Reader): readonly CalendarEntry[] {
  const rows = reader.database
    .prepare<[], { name: string; type: string; from: string | null; to: string | null }>(
      `SELECT name, coalesce(type, '') AS type, from_time AS "from", to_time AS "to"
       FROM calendar_entry ORDER BY id`,
    )
    .all();
  return rows.flatMap(({ name, type, from, to }) => {
    const fromMinutes = startOf(from);
    const toMinutes = endOf(to ?? from);
    if (fromMinutes === null || toMinutes === null) return [];
    return [{ name, type, fromMinutes, toMinutes }];
  });
}

/** Activities with a start, in the order in which they were read. */
export function allActivities(reader: Reader): readonly Activity[] {
  const rows = reader.database
    .prepare<
      [],
      {
        reference: string;
        type: string;
        from: string | null;
        to: string | null;
        easting: number | null;
        northing: number | null;
      }
    >(
      `SELECT coalesce(reference, '') AS reference, coalesce(type, '') AS type, from_time AS "from",
         to_time AS "to", easting, northing
       FROM activity ORDER BY id`,
    )
    .all();
  return rows.flatMap(({ reference, type, from, to, easting, northing }) => {
    const fromMinutes = startOf(from);
    if (fromMinutes === null) return [];
    return [
      {
        reference,
        type,
        fromMinutes,
        toMinutes: endOf(to),
        easting: easting ?? Number.NaN,
        northing: northing ?? Number.NaN,
      },
    ];
  });
}

function startOf(text: string | null): number | null {
  const moment = text === null ? undefined : momentOfText(text);
  return moment === undefined ? null : momentMinutes(moment);
}

/** The first minute after a moment: after the day where only the day is written. */
function endOf(text: string | null): number | null {
  const moment = text === null ? undefined : momentOfText(text);
  if (moment === undefined) return null;
  const minutes = momentMinutes(moment);
  const precision = momentPrecision(moment);
  if (precision === timePrecision.minute) return minutes;
  if (precision === timePrecision.day) return minutes + minutesPerDay;
  const date = new Date(minutes * 60_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 60_000;
}
