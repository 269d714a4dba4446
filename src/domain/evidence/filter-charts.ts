import { monthIndexOf } from '../time/months.ts';
import { hourOfWeek, hoursPerWeek, minutesPerDay, minutesPerHour } from '../time/policing-day.ts';
import { type IncidentColumns, noMinutes, physicalSpaceCodes, timePrecision } from './columns.ts';
import {
  addUnmappable,
  filterReasons,
  type IncidentFilter,
  type LeftOut,
  leftOutOf,
  leftOutReasons,
  reasonCode,
} from './select.ts';

/** The spaces of what is counted. A record that is online and private (or public) counts in both. */
export interface SpaceCounts {
  online: number;
  private: number;
  public: number;
  unclassified: number;
}

/** What the charts beside a map show of the records that meet a filter. */
export interface FilterCharts {
  /** Records that meet the filter, with a position or without. */
  readonly n: number;
  readonly leftOut: LeftOut;
  /** Month index (months.ts) of the first of `monthCounts`; null when no record has a date. */
  readonly firstMonth: number | null;
  readonly monthCounts: readonly number[];
  /** Records without the date asked for. */
  readonly undated: number;
  /** 168 sums, Monday 00:00 first, each record shared over its window by minutes (hour-by-weekday.ts). */
  readonly hours: Float64Array;
  /** Records that no hour can be given to: no time, midnight by habit, a window over 24 hours, an end before. */
  readonly untimed: number;
  /** By code of the offence column. */
  readonly offenceCounts: Uint32Array;
  readonly spaces: Readonly<SpaceCounts>;
  /** Of the records that meet the filter, area aside: those that cannot be mapped, by reason and by space. */
  readonly notMapped: readonly { readonly reason: NotMappedReason; readonly spaces: SpaceCounts }[];
}

const notMappedReasons = ['reportedAtLocation', 'noLocation', 'outsideStudyArea'] as const;
type NotMappedReason = (typeof notMappedReasons)[number];

/** Where records lie, asked once for all of them. */
export interface Land {
  /** 1 for each record inside the boundaries; null without boundaries. */
  readonly insideBoundary: Uint8Array | null;
  /** 1 for each record inside the chosen area; null when none was chosen. */
  readonly insideChosen: Uint8Array | null;
}

/**
 * Everything that the linked charts need under one filter. Passes over plain numbers only, so that a million
 * records answer while a slider moves.
 *
 * Records without a position count, unless an area was chosen; so do those outside the boundaries, which are told
 * apart in `notMapped`.
 */
export function filterCharts(
  incidents: IncidentColumns,
  filter: IncidentFilter,
  { insideBoundary, insideChosen }: Land,
): FilterCharts {
  const codes = filterReasons(incidents, filter);
  const mapCodes = codes.slice();
  addUnmappable(incidents, mapCodes);
  if (insideBoundary !== null) addOutside(mapCodes, insideBoundary, 'outsideStudyArea');
  const notMapped = spacesByReason(incidents, codes, mapCodes);
  if (insideChosen !== null) {
    addUnmappable(incidents, codes);
    addOutside(codes, insideChosen, 'outsideChosenArea');
  }
  const counts = new Float64Array(leftOutReasons.length);
  const offenceCounts = new Uint32Array(incidents.offence.values.length);
  const offences = incidents.offence.codes;
  const pairs = new Uint32Array(8);
  const { online, physicalSpace } = incidents;
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    if (code !== 0) continue;
    const offence = offences[index] ?? 0;
    offenceCounts[offence] = (offenceCounts[offence] ?? 0) + 1;
    const pair = ((online[index] ?? 0) << 2) | (physicalSpace[index] ?? 0);
    pairs[pair] = (pairs[pair] ?? 0) + 1;
  }
  const n = counts[0] ?? 0;
  const minutes =
    filter.dateBasis === 'recorded' ? incidents.recordedMinutes : incidents.occurredFromMinutes;
  const hours = hoursOf(incidents, codes);
  return {
    n,
    leftOut: leftOutOf(counts),
    ...monthsOf(minutes, codes),
    hours: hours.weights,
    untimed: n - hours.used,
    offenceCounts,
    spaces: spacesOf(pairs),
    notMapped,
  };
}

/** Gives a reason to the records that count so far and lie outside. */
function addOutside(
  codes: Uint8Array,
  inside: Uint8Array,
  reason: 'outsideStudyArea' | 'outsideChosenArea',
): void {
  const outside = reasonCode(reason);
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] === 0 && inside[index] !== 1) codes[index] = outside;
  }
}

function spacesByReason(
  { online, physicalSpace }: IncidentColumns,
  codes: Uint8Array,
  mapCodes: Uint8Array,
): FilterCharts['notMapped'] {
  const pairs = new Uint32Array(leftOutReasons.length * 8);
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] !== 0 || mapCodes[index] === 0) continue;
    const pair =
      ((mapCodes[index] ?? 0) << 3) | ((online[index] ?? 0) << 2) | (physicalSpace[index] ?? 0);
    pairs[pair] = (pairs[pair] ?? 0) + 1;
  }
  return notMappedReasons.flatMap((reason) => {
    const start = reasonCode(reason) * 8;
    const own = pairs.subarray(start, start + 8);
    return own.some((count) => count > 0) ? [{ reason, spaces: spacesOf(own) }] : [];
  });
}

/** Counts of pairs of online (bit 4) and physical space (bits 1 and 2) as counts of spaces. */
function spacesOf(pairs: Uint32Array): SpaceCounts {
  const at = (pair: number): number => pairs[pair] ?? 0;
  const { none, private: inside, public: outside } = physicalSpaceCodes;
  return {
    online: at(4) + at(5) + at(6) + at(7),
    private: at(inside) + at(4 | inside),
    public: at(outside) + at(4 | outside),
    unclassified: at(none),
  };
}

/** Days from 1970 that the table of months covers: up to the year 2100. */
const tabledDays = 47_482;
let monthOfDay: Int16Array | null = null;

/** Months since January 1970 of each day since then: making a date a record would cost ten times the pass. */
function monthTable(): Int16Array {
  monthOfDay ??= Int16Array.from({ length: tabledDays }, (_, day) =>
    monthIndexOf(day * minutesPerDay),
  );
  return monthOfDay;
}

function monthsOf(
  minutes: Int32Array,
  codes: Uint8Array,
): Pick<FilterCharts, 'firstMonth' | 'monthCounts' | 'undated'> {
  const table = monthTable();
  const counts = new Uint32Array((table.at(-1) ?? 0) + 1);
  let undated = 0;
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] !== 0) continue;
    const time = minutes[index] ?? noMinutes;
    const day = Math.floor(time / minutesPerDay);
    // A time before 1970 or after 2100 is a slip of the pen: it has no place on the axis.
    if (time === noMinutes || day < 0 || day >= tabledDays) {
      undated++;
      continue;
    }
    const month = table[day] ?? 0;
    counts[month] = (counts[month] ?? 0) + 1;
  }
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return { firstMonth: null, monthCounts: [], undated };
  const last = counts.findLastIndex((count) => count > 0);
  return { firstMonth: first, monthCounts: [...counts.subarray(first, last + 1)], undated };
}

/** As `hourByWeekday` gives it for the records with a minute, without lists between. */
function hoursOf(
  { occurredFromMinutes, occurredToMinutes, occurredPrecision }: IncidentColumns,
  codes: Uint8Array,
): { weights: Float64Array; used: number } {
  const weights = new Float64Array(hoursPerWeek);
  let used = 0;
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] !== 0 || occurredPrecision[index] !== timePrecision.minute) continue;
    const from = occurredFromMinutes[index] ?? noMinutes;
    const written = occurredToMinutes[index] ?? noMinutes;
    const to = written === noMinutes ? from : written;
    if (from === noMinutes || to < from || to - from > minutesPerDay) continue;
    const minuteOfDay = from - Math.floor(from / minutesPerDay) * minutesPerDay;
    if (to === from && minuteOfDay <= 1) continue;
    used++;
    let hour = hourOfWeek(from);
    if (to === from) {
      weights[hour] = (weights[hour] ?? 0) + 1;
      continue;
    }
    const length = to - from;
    let start = from;
    let end = from - (minuteOfDay % minutesPerHour) + minutesPerHour;
    while (start < to) {
      const until = end < to ? end : to;
      weights[hour] = (weights[hour] ?? 0) + (until - start) / length;
      hour = hour === hoursPerWeek - 1 ? 0 : hour + 1;
      start = until;
      end += minutesPerHour;
    }
  }
  return { weights, used };
}
