import {
  eachWindow,
  shareByHours,
  type WindowOptions,
  type WindowsLeftOut,
} from './occurred-window.ts';
import { minutesPerDay, weekdayOfDay } from './policing-day.ts';

/** A part of the week, such as the night-time economy. */
export interface WeekBand {
  readonly name: string;
  /** Weekdays on which a stretch begins: 0 Monday to 6 Sunday. */
  readonly weekdays: readonly number[];
  /** Stretches of clock minutes from the day's 00:00; an end past 1,440 is on the next day. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  /** Only on days on which schools are open, where term dates are known. */
  readonly onlyInTerm: boolean;
}

const hour = 60;

/** The bands that every profile asks about. */
export const usualBands: readonly WeekBand[] = [
  {
    name: 'Night-time economy (Friday and Saturday nights, 20:00 to 06:00)',
    weekdays: [4, 5],
    stretches: [{ from: 20 * hour, to: 30 * hour }],
    onlyInTerm: false,
  },
  {
    name: 'Other nights (Sunday to Thursday, 20:00 to 06:00)',
    weekdays: [0, 1, 2, 3, 6],
    stretches: [{ from: 20 * hour, to: 30 * hour }],
    onlyInTerm: false,
  },
  {
    name: 'School run (Monday to Friday, 07:30 to 09:00 and 14:30 to 16:30)',
    weekdays: [0, 1, 2, 3, 4],
    stretches: [
      { from: 7.5 * hour, to: 9 * hour },
      { from: 14.5 * hour, to: 16.5 * hour },
    ],
    onlyInTerm: true,
  },
];

/** How much falls into a band. Bands may overlap, so they need not add up. */
export interface BandCount {
  readonly name: string;
  /** Sum of the records' shares. */
  readonly weight: number;
  /** Hours of the band in the period. */
  readonly hours: number;
  /** Part of the records in the band over its part of the hours: 2 = twice as many an hour as on average. */
  readonly timesAverage: number;
}

export interface BandCounts {
  readonly bands: readonly BandCount[];
  readonly used: number;
  readonly leftOut: Readonly<WindowsLeftOut>;
}

/**
 * Shares records over bands of the week, each record by the minutes of its window that fall into the band, as in
 * `hourByWeekday`.
 *
 * @param period First and last day (since 1970-01-01) of the time looked at: the hours that a band had a chance in.
 * @param isTermDay Tells whether schools are open on a day; null when no term dates are known, and then every day
 * counts as one.
 */
export function countInBands(
  fromMinutes: Int32Array,
  toMinutes: Int32Array,
  options: WindowOptions,
  bands: readonly WeekBand[],
  period: { readonly firstDay: number; readonly lastDay: number },
  isTermDay: ((day: number) => boolean) | null,
): BandCounts {
  const weights = new Float64Array(bands.length);
  const { used, leftOut } = eachWindow(fromMinutes, toMinutes, options, (from, to) => {
    shareByHours(from, to, (start, end, share) => {
      for (const [at, band] of bands.entries()) {
        const inside = minutesInBand(band, start, end, isTermDay);
        if (inside > 0) weights[at] = (weights[at] ?? 0) + (share * inside) / (end - start);
      }
    });
  });
  const allHours = (period.lastDay - period.firstDay + 1) * 24;
  const start = period.firstDay * minutesPerDay;
  return {
    used,
    leftOut,
    bands: bands.map((band, at) => {
      const weight = weights[at] ?? 0;
      const hours = minutesInBand(band, start, start + allHours * hour, isTermDay) / hour;
      const expected = (used * hours) / allHours;
      return { name: band.name, weight, hours, timesAverage: expected > 0 ? weight / expected : 0 };
    }),
  };
}

/** Minutes of a stretch of time that lie in a band. */
function minutesInBand(
  band: WeekBand,
  from: number,
  to: number,
  isTermDay: ((day: number) => boolean) | null,
): number {
  let minutes = 0;
  // A stretch may have begun the day before.
  const lastDay = Math.floor((to - 1) / minutesPerDay);
  for (let day = Math.floor(from / minutesPerDay) - 1; day <= lastDay; day++) {
    if (!band.weekdays.includes(weekdayOfDay(day))) continue;
    if (band.onlyInTerm && isTermDay?.(day) === false) continue;
    for (const stretch of band.stretches) {
      const start = Math.max(from, day * minutesPerDay + stretch.from);
      const end = Math.min(to, day * minutesPerDay + stretch.to);
      minutes += Math.max(0, end - start);
    }
  }
  return minutes;
}

const shortNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const bandForm =
  /^(?<name>[^:]{1,60}):\s*(?<days>[a-z ,-]+?)\s+(?<from>\d\d:\d\d)-(?<to>\d\d:\d\d)$/i;

/**
 * Reads bands as an analyst writes them: `Late Saturday: Sat 22:00-04:00; Lunch: Mon-Fri 12:00-14:00`. A stretch that
 * ends before it begins ends on the next day.
 *
 * @returns undefined when one of them cannot be read.
 */
export function parseBands(text: string): readonly WeekBand[] | undefined {
  const bands = text.split(';').map((part) => parseBand(part.trim()));
  return bands.every((band) => band !== undefined) ? bands : undefined;
}

function parseBand(text: string): WeekBand | undefined {
  const { name, days, from, to } = bandForm.exec(text)?.groups ?? {};
  const weekdays = (days ?? '').split(',').map((part) => weekdaysOf(part.trim().toLowerCase()));
  const [start, end] = [clockMinutes(from), clockMinutes(to)];
  if (name === undefined || start === undefined || end === undefined || start === end) {
    return undefined;
  }
  if (!weekdays.every((part) => part !== undefined)) return undefined;
  return {
    name: name.trim(),
    weekdays: [...new Set(weekdays.flat())].sort((a, b) => a - b),
    stretches: [{ from: start, to: end > start ? end : end + minutesPerDay }],
    onlyInTerm: false,
  };
}

/** Weekdays of `fri` or `fri-sun`. */
function weekdaysOf(text: string): number[] | undefined {
  const [first = -1, last = first, ...more] = text
    .split('-')
    .map((name) => shortNames.indexOf(name.trim().slice(0, 3)));
  if (first < 0 || last < 0 || more.length > 0) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (first + step) % 7);
}

function clockMinutes(text: string | undefined): number | undefined {
  const [hours = Number.NaN, minutes = Number.NaN] = (text ?? '').split(':').map(Number);
  return hours < 24 && minutes < 60 ? hours * hour + minutes : undefined;
}
