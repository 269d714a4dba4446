import { minutesPerDay, weekdayOfDay } from './policing-day.ts';

const sunday = 6;
const march = 2;
const october = 9;

/**
 * How often the clock minute happens in Britain: 0 in the hour from 01:00 that summer time skips on the last Sunday
 * of March, 2 in the hour that comes twice on the last Sunday of October, otherwise 1 (the rule since 1996: both
 * changes at 01:00 UTC).
 *
 * @param minutes Minutes since 1970-01-01 00:00 as the clock shows them.
 */
export function timesOnTheClock(minutes: number): 0 | 1 | 2 {
  const day = Math.floor(minutes / minutesPerDay);
  const minuteOfDay = minutes - day * minutesPerDay;
  if (minuteOfDay < 60 || minuteOfDay >= 120 || weekdayOfDay(day) !== sunday) return 1;
  const date = new Date(day * minutesPerDay * 60_000);
  // Both months have 31 days, so their last Sunday is the 25th or later.
  if (date.getUTCDate() < 25) return 1;
  const month = date.getUTCMonth();
  return month === march ? 0 : month === october ? 2 : 1;
}
