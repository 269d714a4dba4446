import { monthIndexOf } from '../time/months.ts';
import { hourOfWeek, minutesPerDay, minutesPerHour } from '../time/policing-day.ts';
import { type IncidentFacts, noMinutes, timePrecision } from './columns.ts';

/** Stands in `hour` for a record that no hour can be given to. */
export const noHour = 255;

/**
 * What charts ask of a record's dates, worked out once for all filters: eight bytes a record, so that a filter is a
 * few additions of whole numbers and no division.
 */
export interface ChartColumns {
  /** Months since January 1970 plus 1, by committed and by recorded date; 0 = no date between 1970 and 2100. */
  readonly committedMonth: Uint16Array;
  readonly recordedMonth: Uint16Array;
  /** Hour of the week of the start, Monday 00:00 = 0; `noHour` by the rules of `hourByWeekday`. */
  readonly hour: Uint8Array;
  /** Minutes from the start to the end of its hour, 1 to 60. */
  readonly left: Uint8Array;
  /** Length of the window in minutes, at most a day; 0 = a moment. */
  readonly length: Uint16Array;
  /** 1 where the record has a position. */
  readonly isPlaced: Uint8Array;
}

/** Works out the columns of all records. */
export function chartColumns(facts: IncidentFacts): ChartColumns {
  const { occurredFromMinutes, occurredToMinutes, occurredPrecision } = facts;
  const records = occurredFromMinutes.length;
  const columns = {
    committedMonth: monthsOf(occurredFromMinutes),
    recordedMonth: monthsOf(facts.recordedMinutes),
    hour: new Uint8Array(records).fill(noHour),
    left: new Uint8Array(records),
    length: new Uint16Array(records),
    isPlaced: Uint8Array.from(facts.easting, (easting) => (Number.isNaN(easting) ? 0 : 1)),
  };
  for (let index = 0; index < records; index++) {
    const from = occurredFromMinutes[index] ?? noMinutes;
    const written = occurredToMinutes[index] ?? noMinutes;
    const length = written === noMinutes ? 0 : written - from;
    if (occurredPrecision[index] !== timePrecision.minute || from === noMinutes) continue;
    if (length < 0 || length > minutesPerDay) continue;
    const minuteOfDay = from - Math.floor(from / minutesPerDay) * minutesPerDay;
    // A start at midnight without an end is the habit of typing a date without a time.
    if (length === 0 && minuteOfDay <= 1) continue;
    columns.hour[index] = hourOfWeek(from);
    columns.left[index] = minutesPerHour - (minuteOfDay % minutesPerHour);
    columns.length[index] = length;
  }
  return columns;
}

/** Days from 1970 to the year 2100: a date outside them is a slip of the pen and has no place on an axis. */
const tabledDays = 47_482;
/** The highest value of a month column: December 2099. */
export const latestMonth = 130 * 12;

let monthOfDay: Uint16Array | null = null;

function monthsOf(minutes: Int32Array): Uint16Array {
  monthOfDay ??= Uint16Array.from(
    { length: tabledDays },
    (_, day) => monthIndexOf(day * minutesPerDay) + 1,
  );
  const table = monthOfDay;
  return Uint16Array.from(minutes, (time) =>
    time < 0 ? 0 : (table[Math.floor(time / minutesPerDay)] ?? 0),
  );
}
