import {
  type CodedText,
  type EvidenceColumns,
  noMinutes,
  timePrecision,
} from '../evidence/columns.ts';
import { isInSpace } from '../evidence/select.ts';
import { type HourByWeekday, hourByWeekday } from '../time/hour-by-weekday.ts';
import { monthIndexOf } from '../time/months.ts';

/** Below this many records a share or a trend is not worth stating. */
export const smallNumber = 20;
/** Below this many records an area's figure is not printed. */
export const smallestPrinted = 5;

const normalQuantile = 1.959963984540054;

export type Space = 'online' | 'private' | 'public' | 'unclassified';

/** The period by recorded date, as month indexes; null when no incident has a recorded date. */
export function recordedPeriod(evidence: EvidenceColumns): { first: number; last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const minutes of evidence.incidents.recordedMinutes) {
    if (minutes === noMinutes) continue;
    first = Math.min(first, minutes);
    last = Math.max(last, minutes);
  }
  return first > last ? null : { first: monthIndexOf(first), last: monthIndexOf(last) };
}

/** Indexes of the incidents that count: in VAWG, or for context every incident. */
export function countedIncidents(evidence: EvidenceColumns, isContextOnly: boolean): number[] {
  const counted: number[] = [];
  for (let index = 0; index < evidence.incidents.length; index++) {
    if (isContextOnly || evidence.incidents.inVawg[index] === 1) counted.push(index);
  }
  return counted;
}

/** Those of the given incidents that belong to a space. */
export function inSpace(
  evidence: EvidenceColumns,
  indexes: readonly number[],
  space: Space,
): number[] {
  return indexes.filter((index) => isInSpace(evidence.incidents, index, space));
}

/** How often each text stands on the given entries, the commonest first; blank is "not recorded". */
export function tally(
  column: CodedText,
  indexes: Iterable<number>,
): { label: string; value: number }[] {
  const counts = new Map<number, number>();
  for (const index of indexes) {
    const code = column.codes[index] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, value]) => ({ label: column.values[code] || 'not recorded', value }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
}

/** The first `most` of a tally, the rest as one line. */
export function topOf(
  bars: readonly { label: string; value: number }[],
  most: number,
): { label: string; value: number }[] {
  const rest = bars.slice(most).reduce((sum, bar) => sum + bar.value, 0);
  return rest === 0 ? [...bars] : [...bars.slice(0, most), { label: 'all others', value: rest }];
}

/** Victim entries (indexes of the victim columns) of the given incidents. */
export function victimsOf(evidence: EvidenceColumns, incidents: readonly number[]): number[] {
  const wanted = new Set(incidents);
  const victims: number[] = [];
  for (let index = 0; index < evidence.victims.length; index++) {
    if (wanted.has(evidence.victims.incident[index] ?? -1)) victims.push(index);
  }
  return victims;
}

const bands = [
  ['under 10', 10],
  ['10 to 15', 16],
  ['16 to 17', 18],
  ['18 to 24', 25],
  ['25 to 34', 35],
  ['35 to 44', 45],
  ['45 to 54', 55],
  ['55 to 64', 65],
] as const;

/** Age bands of victims in order; those without an age as "not recorded". */
export function ageBands(
  evidence: EvidenceColumns,
  victims: readonly number[],
): { label: string; value: number }[] {
  const counts = new Map<string, number>([
    ...bands.map(([label]) => [label, 0] as const),
    ['65 and over', 0],
    ['not recorded', 0],
  ]);
  for (const index of victims) {
    const age = evidence.victims.ageYears[index] ?? -1;
    const label =
      age < 0 ? 'not recorded' : (bands.find(([, below]) => age < below)?.[0] ?? '65 and over');
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].map(([label, value]) => ({ label, value })).filter((band) => band.value > 0);
}

/** Hours of the week of the given incidents by committed time, and how many have no hour at all. */
export function hoursOf(
  { incidents }: EvidenceColumns,
  indexes: readonly number[],
): { hours: HourByWeekday; untimed: number } {
  const timed = indexes.filter(
    (index) => incidents.occurredPrecision[index] === timePrecision.minute,
  );
  const column = (minutes: Int32Array): Int32Array =>
    Int32Array.from(timed, (index) => minutes[index] ?? noMinutes);
  const hours = hourByWeekday(
    column(incidents.occurredFromMinutes),
    column(incidents.occurredToMinutes),
    { noMinutes },
  );
  return { hours, untimed: indexes.length - timed.length + hours.leftOut.noTime };
}

/**
 * The 95 % interval of a count taken as Poisson, by Byar's approximation (Breslow and Day 1987): within one
 * per cent of the exact one from five records on. It knows only chance.
 */
export function countInterval(count: number): { low: number; high: number } {
  const end = (value: number, sign: number): number =>
    value * (1 - 1 / (9 * value) + (sign * normalQuantile) / (3 * Math.sqrt(value))) ** 3;
  return { low: count === 0 ? 0 : Math.max(0, end(count, -1)), high: end(count + 1, 1) };
}
