import { hoursPerWeek, minutesPerDay, minutesPerHour } from '../time/policing-day.ts';
import { type ChartColumns, latestMonth, noHour } from './chart-columns.ts';
import { type IncidentColumns, physicalSpaceCodes } from './columns.ts';
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
  /** Records that meet the filter, area aside, and cannot be mapped. */
  readonly notMappedRecords: number;
  /** The same by reason and by space; one that is online and private (or public) is in both. */
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
  columns: ChartColumns,
  filter: IncidentFilter,
  { insideBoundary, insideChosen }: Land,
): FilterCharts {
  const codes = filterReasons(incidents, filter);
  const unmapped = unmappedPairs(incidents, columns, codes, insideBoundary);
  if (insideChosen !== null) {
    addUnmappable(incidents, codes);
    addOutside(codes, insideChosen);
  }
  const tallies = tally(incidents, columns, filter, codes);
  const n = tallies.reasons[0] ?? 0;
  const hours = n === codes.length ? hoursOfAll(columns, codes) : hoursOf(columns, codes);
  return {
    n,
    leftOut: leftOutOf(tallies.reasons),
    ...monthsFrom(tallies.months),
    hours: hours.weights,
    untimed: n - hours.used,
    offenceCounts: tallies.offences,
    spaces: spacesOf(tallies.pairs),
    notMappedRecords: unmapped.reduce((sum, count) => sum + count, 0),
    notMapped: notMappedReasons.flatMap((reason, place) => {
      const own = unmapped.subarray(place * 8, place * 8 + 8);
      return own.some((count) => count > 0) ? [{ reason, spaces: spacesOf(own) }] : [];
    }),
  };
}

/** Counts that need one addition a record: by reason, and of those that count by offence, space and month. */
function tally(
  { offence, online, physicalSpace }: IncidentColumns,
  columns: ChartColumns,
  { dateBasis }: IncidentFilter,
  codes: Uint8Array,
) {
  const reasons = new Uint32Array(leftOutReasons.length);
  const offences = new Uint32Array(offence.values.length);
  const pairs = new Uint32Array(8);
  const months = new Uint32Array(latestMonth + 1);
  const monthOf = dateBasis === 'recorded' ? columns.recordedMonth : columns.committedMonth;
  const offenceOf = offence.codes;
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    reasons[code] = (reasons[code] ?? 0) + 1;
    if (code !== 0) continue;
    const own = offenceOf[index] ?? 0;
    offences[own] = (offences[own] ?? 0) + 1;
    const pair = ((online[index] ?? 0) << 2) | (physicalSpace[index] ?? 0);
    pairs[pair] = (pairs[pair] ?? 0) + 1;
    const month = monthOf[index] ?? 0;
    months[month] = (months[month] ?? 0) + 1;
  }
  return { reasons, offences, pairs, months };
}

/** Gives a reason to the records that count so far and lie outside the chosen area. */
function addOutside(codes: Uint8Array, inside: Uint8Array): void {
  const outside = reasonCode('outsideChosenArea');
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] === 0 && inside[index] !== 1) codes[index] = outside;
  }
}

/**
 * Records that meet the filter and cannot be mapped: eight counts for each of `notMappedReasons`, by online (bit 4)
 * and physical space (bits 1 and 2). The first reason that holds counts.
 */
function unmappedPairs(
  { online, physicalSpace, setAside }: IncidentColumns,
  { isPlaced }: ChartColumns,
  codes: Uint8Array,
  insideBoundary: Uint8Array | null,
): Uint32Array {
  const pairs = new Uint32Array(notMappedReasons.length * 8);
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] !== 0) continue;
    let reason = 0;
    if (setAside[index] !== 1) {
      if (isPlaced[index] !== 1) reason = 1;
      else if (insideBoundary !== null && insideBoundary[index] !== 1) reason = 2;
      else continue;
    }
    const pair = (reason << 3) | ((online[index] ?? 0) << 2) | (physicalSpace[index] ?? 0);
    pairs[pair] = (pairs[pair] ?? 0) + 1;
  }
  return pairs;
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

/** Counts by month column as a series without gaps; its first entry, no date, apart. */
function monthsFrom(
  counts: Uint32Array,
): Pick<FilterCharts, 'firstMonth' | 'monthCounts' | 'undated'> {
  const undated = counts[0] ?? 0;
  const dated = counts.subarray(1);
  const first = dated.findIndex((count) => count > 0);
  if (first < 0) return { firstMonth: null, monthCounts: [], undated };
  const last = dated.findLastIndex((count) => count > 0);
  return { firstMonth: first, monthCounts: [...dated.subarray(first, last + 1)], undated };
}

const knownHours = new WeakMap<ChartColumns, ReturnType<typeof hoursOf>>();

/** The hours of every record: they are the same under each filter that leaves none out, so they are kept. */
function hoursOfAll(columns: ChartColumns, codes: Uint8Array): ReturnType<typeof hoursOf> {
  let hours = knownHours.get(columns);
  if (hours === undefined) {
    hours = hoursOf(columns, codes);
    knownHours.set(columns, hours);
  }
  // A copy: whoever gets it may write into it.
  return { ...hours, weights: hours.weights.slice() };
}

/** One minute's share of a record, by the length of its window in minutes. */
const minuteShares = Float64Array.from({ length: minutesPerDay + 1 }, (_, length) => 1 / length);

/**
 * As `hourByWeekday` gives it. Of a window only its two ends are touched: the whole hours between are added up once,
 * at the end, from where they begin and end.
 */
function hoursOf(
  { hour, left, length }: ChartColumns,
  codes: Uint8Array,
): { weights: Float64Array; used: number } {
  // A window of a day reaches 24 hours past the week's end, and is folded back.
  const moments = new Uint32Array(hoursPerWeek + 26);
  const parts = new Float64Array(hoursPerWeek + 26);
  const steps = new Float64Array(hoursPerWeek + 26);
  let used = 0;
  for (let index = 0; index < codes.length; index++) {
    const first = hour[index] ?? noHour;
    if (codes[index] !== 0 || first === noHour) continue;
    used++;
    const minutes = length[index] ?? 0;
    const inFirst = left[index] ?? 0;
    if (minutes <= inFirst) {
      moments[first] = (moments[first] ?? 0) + 1;
      continue;
    }
    const share = minuteShares[minutes] ?? 0;
    const after = minutes - inFirst;
    const wholeHours = Math.trunc(after / minutesPerHour);
    const last = first + 1 + wholeHours;
    parts[first] = (parts[first] ?? 0) + inFirst * share;
    steps[first + 1] = (steps[first + 1] ?? 0) + share;
    steps[last] = (steps[last] ?? 0) - share;
    parts[last] = (parts[last] ?? 0) + (after - wholeHours * minutesPerHour) * share;
  }
  const weights = new Float64Array(hoursPerWeek);
  let whole = 0;
  for (let at = 0; at < parts.length; at++) {
    whole += steps[at] ?? 0;
    // What is left of sums that cancel out is no weight.
    const between = Math.abs(whole) < 1e-12 ? 0 : whole * minutesPerHour;
    const hourOfWeek = at % hoursPerWeek;
    const added = (moments[at] ?? 0) + (parts[at] ?? 0) + between;
    weights[hourOfWeek] = (weights[hourOfWeek] ?? 0) + added;
  }
  return { weights, used };
}
