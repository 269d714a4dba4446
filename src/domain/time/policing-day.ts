/**
 * The policing day runs from 06:00 to 06:00, so that a Saturday night counts as one Saturday. Minutes are whole
 * minutes since 1970-01-01 00:00 as written on the record.
 */

export const minutesPerHour = 60;
export const minutesPerDay = 24 * minutesPerHour;
export const hoursPerWeek = 7 * 24;

/** 06:00. */
export const policingDayStartMinutes = 6 * minutesPerHour;

/** Monday first, as every table and chart of the week is ordered. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Days since 1970-01-01 of the policing day that holds a minute; 05:59 belongs to the day before. */
export function policingDayOf(minutes: number, startMinutes = policingDayStartMinutes): number {
  return Math.floor((minutes - startMinutes) / minutesPerDay);
}

/** Weekday of a day since 1970-01-01 (a Thursday): 0 for Monday to 6 for Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Hour of the calendar week that holds a minute: 0 for Monday 00:00 to 167 for Sunday 23:00. */
export function hourOfWeek(minutes: number): number {
  const day = Math.floor(minutes / minutesPerDay);
  const minuteOfDay = minutes - day * minutesPerDay;
  return weekdayOfDay(day) * 24 + Math.floor(minuteOfDay / minutesPerHour);
}
