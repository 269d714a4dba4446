import { type Choices, choices, type RandomStream } from './random.ts';

const minutesPerDay = 1440;
const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a calendar day. `month` counts from 1. */
function dayNumber(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / millisecondsPerDay;
}

/** The 36 months of the sample, fixed whatever today is. Both days are included. */
export const samplePeriod = { from: '2023-11-01', to: '2026-10-31' } as const;
export const firstDay = dayNumber(2023, 11, 1);
export const lastDay = dayNumber(2026, 10, 31);
const monthCount = 36;

interface DayParts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly text: string;
  /** As YYYY-MM-DD. */
  readonly iso: string;
}

const partsOfDay = new Map<number, DayParts>();

function dayParts(day: number): DayParts {
  const known = partsOfDay.get(day);
  if (known) return known;
  const date = new Date(day * millisecondsPerDay);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  const dayOfMonth = twoDigits(date.getUTCDate());
  const parts = {
    year,
    month,
    text: `${dayOfMonth}/${twoDigits(month)}/${year}`,
    iso: `${year}-${twoDigits(month)}-${dayOfMonth}`,
  };
  partsOfDay.set(day, parts);
  return parts;
}

export function yearOf(day: number): number {
  return dayParts(day).year;
}

/** 0 for November 2023 to 35 for October 2026. */
export function monthIndex(day: number): number {
  const { year, month } = dayParts(day);
  return (year - 2023) * 12 + month - 11;
}

/** 0 = Monday to 6 = Sunday. 1970-01-01 was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A day as dd/mm/yyyy. */
export function dayText(day: number): string {
  return dayParts(day).text;
}

/** A day as YYYY-MM-DD. */
export function isoDay(day: number): string {
  return dayParts(day).iso;
}

/** Minutes since 1970 as dd/mm/yyyy hh:mm. */
export function minuteText(minutes: number): string {
  const day = dayOf(minutes);
  const minute = minutes - day * minutesPerDay;
  return `${dayText(day)} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

export function dayOf(minutes: number): number {
  return Math.floor(minutes / minutesPerDay);
}

export function minutesAt(day: number, hour: number, minute: number): number {
  return day * minutesPerDay + hour * 60 + minute;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** School holidays as month * 100 + day, both ends included: one plain calendar for every year. */
const holidays = [
  [101, 104],
  [212, 218],
  [329, 412],
  [525, 601],
  [722, 902],
  [1024, 1101],
  [1220, 1231],
] as const;

/** A weekday in the sample's school terms. */
function isTermDay(day: number): boolean {
  const { month, iso } = dayParts(day);
  const monthAndDay = month * 100 + Number(iso.slice(8));
  return (
    weekday(day) < 5 && !holidays.some(([from, to]) => monthAndDay >= from && monthAndDay <= to)
  );
}

/** How often a kind of record falls in each month of the year, January first. */
const seasons = {
  none: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  summer: [0.88, 0.87, 0.96, 1.0, 1.06, 1.1, 1.14, 1.1, 1.03, 1.0, 0.94, 0.96],
  winter: [1.12, 1.05, 1.0, 0.95, 0.92, 0.9, 0.9, 0.92, 0.97, 1.08, 1.13, 1.1],
  christmas: [1.02, 0.94, 0.97, 0.98, 1.0, 1.02, 1.04, 1.03, 0.98, 0.98, 0.98, 1.14],
} as const;
export type Season = keyof typeof seasons;

/** When in the week a kind of record happens: a weight a day (Monday first), a weight an hour of two sorts of day. */
interface WeekPattern {
  readonly days: readonly number[];
  readonly hours: Choices<number>;
  /** Hours of Saturday and Sunday. */
  readonly weekendHours: Choices<number>;
}

function hours(weights: readonly number[]): Choices<number> {
  return choices(...weights.map((weight, hour) => [hour, weight] as const));
}

const flatWeek = [1, 1, 1, 1, 1, 1, 1];
const eveningHours = hours([
  3, 2, 1, 1, 1, 1, 1, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6, 6, 7, 7, 7, 7, 6, 5,
]);
const nightHours = hours([8, 8, 7, 5, 2, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 8, 9]);
const dayHours = hours([1, 1, 0, 0, 0, 0, 1, 3, 6, 7, 8, 9, 9, 9, 9, 10, 9, 8, 6, 4, 3, 2, 1, 1]);

const patterns = {
  domestic: {
    days: [0.95, 0.9, 0.9, 0.92, 1.0, 1.18, 1.2],
    hours: eveningHours,
    weekendHours: hours([6, 5, 4, 2, 1, 1, 1, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6, 7, 7, 7, 7, 7]),
  },
  street: {
    days: [0.94, 0.94, 0.96, 1.0, 1.1, 1.12, 0.94],
    hours: hours([2, 1, 1, 1, 0, 1, 1, 3, 4, 3, 3, 4, 5, 5, 5, 8, 8, 7, 6, 5, 5, 4, 4, 3]),
    weekendHours: hours([6, 5, 5, 3, 2, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 7]),
  },
  night: {
    days: [0.6, 0.6, 0.7, 0.85, 1.3, 1.7, 1.25],
    hours: nightHours,
    weekendHours: nightHours,
  },
  day: { days: [1, 1, 1, 1, 1.05, 1.05, 0.75], hours: dayHours, weekendHours: dayHours },
  away: {
    days: [1.05, 1.05, 1.05, 1.05, 1.1, 0.95, 0.75],
    hours: dayHours,
    weekendHours: eveningHours,
  },
  overnight: {
    days: flatWeek,
    hours: hours([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 6, 8, 8, 7, 6, 5, 3]),
    weekendHours: hours([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 6, 8, 8, 7, 6, 5, 3]),
  },
  online: { days: flatWeek, hours: eveningHours, weekendHours: eveningHours },
  'night-economy': {
    days: [0, 0, 0, 0, 1, 1, 0],
    // Hours from 24 are the small hours of the night that began on the chosen Friday or Saturday.
    hours: choices([22, 10], [23, 16], [24, 20], [25, 22], [26, 18]),
    weekendHours: choices([22, 8], [23, 14], [24, 20], [25, 24], [26, 22]),
  },
  'school-run': {
    days: [1, 1, 1, 1, 1, 0, 0],
    hours: choices([15, 6], [16, 4]),
    weekendHours: choices([15, 1]),
  },
} as const satisfies Record<string, WeekPattern>;
export type PatternName = keyof typeof patterns;

const dayChoices = new Map<string, Choices<number>>();

/** Days of the period, weighted by weekday, season and a steady change a year (0.05 = 5 % more each year). */
export function daysOf(
  pattern: PatternName,
  season: Season,
  growthPerYear: number,
): Choices<number> {
  const key = `${pattern}/${season}/${growthPerYear}`;
  const known = dayChoices.get(key);
  if (known) return known;
  const weights = patterns[pattern].days;
  const pairs: [number, number][] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const seasonal = seasons[season][dayParts(day).month - 1] ?? 1;
    const trend = 1 + (growthPerYear * (day - firstDay)) / 365;
    const isOff = pattern === 'school-run' && !isTermDay(day);
    pairs.push([day, isOff ? 0 : (weights[weekday(day)] ?? 1) * seasonal * trend]);
  }
  const days = choices(...pairs);
  dayChoices.set(key, days);
  return days;
}

/** Days weighted so that a place's monthly number rises or falls in a straight line across the period. */
export function daysWithTrend(from: number, to: number): Choices<number> {
  const pairs: [number, number][] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    pairs.push([day, from + ((to - from) * monthIndex(day)) / (monthCount - 1)]);
  }
  return choices(...pairs);
}

/** A minute of the chosen day under a pattern. Most reports round to five minutes, many to the hour. */
export function minuteOn(day: number, pattern: PatternName, random: RandomStream): number {
  const { hours: workday, weekendHours } = patterns[pattern];
  const hour = random.weighted<number>(weekday(day) < 5 ? workday : weekendHours);
  const rounding = random.unit();
  const minute =
    rounding < 0.35 ? 0 : rounding < 0.85 ? random.integer(0, 11) * 5 : random.integer(0, 59);
  return minutesAt(day, hour, minute);
}
