import {
  type IncidentColumns,
  noMinutes,
  physicalSpaceCodes,
  threatNames,
  tierNames,
  timePrecision,
} from './columns.ts';

/** The filter as the columns understand it: days as minutes since 1970, `to` excluded. */
export interface IncidentFilter {
  readonly evidence: 'vawg' | 'all-incidents';
  readonly space: 'all' | 'online' | 'private' | 'public' | 'unclassified';
  readonly threat: 'all' | (typeof threatNames)[number];
  readonly victims: 'all' | 'female';
  readonly dateBasis: 'recorded' | 'committed';
  readonly fromMinutes: number | null;
  readonly toMinutes: number | null;
}

/**
 * Why a record is not counted, in the order in which they are asked: each record that is left out has exactly one,
 * the first that holds. The place in this list is the code of a reason; code 0 is a record that counts.
 */
export const leftOutReasons = [
  '',
  'openDataContext',
  'notVawg',
  'unmatchedOffence',
  'femaleVictimTier',
  'noFemaleVictim',
  'otherThreat',
  'otherSpace',
  'noDate',
  'outsidePeriod',
  'monthOnly',
  'reportedAtLocation',
  'noLocation',
  'outsideChosenArea',
  'outsideStudyArea',
  'noHarmWeight',
] as const;

export type LeftOutReason = Exclude<(typeof leftOutReasons)[number], ''>;

export type LeftOut = Partial<Record<LeftOutReason, number>>;

/** The code of a reason. */
export function reasonCode(reason: LeftOutReason): number {
  return leftOutReasons.indexOf(reason);
}

export interface Selection {
  /** Indexes of the incidents that count, ascending. */
  readonly indexes: Int32Array;
  readonly leftOut: LeftOut;
}

/**
 * The incidents that meet a filter, and why each other one does not. With `mapped`, incidents without a usable
 * position are left out too, and those whose place is only where the report was made.
 */
export function selectIncidents(
  incidents: IncidentColumns,
  filter: IncidentFilter,
  mapped: boolean,
): Selection {
  const codes = filterReasons(incidents, filter);
  if (mapped) addUnmappable(incidents, codes);
  const counts = new Uint32Array(leftOutReasons.length);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const indexes = new Int32Array(counts[0] ?? 0);
  let next = 0;
  for (let index = 0; index < codes.length; index++)
    if (codes[index] === 0) indexes[next++] = index;
  return { indexes, leftOut: leftOutOf(counts) };
}

/** Counts by code as counts by reason, those of none left away. */
export function leftOutOf(counts: Uint32Array): LeftOut {
  const leftOut: LeftOut = {};
  for (const [code, reason] of leftOutReasons.entries()) {
    const count = counts[code] ?? 0;
    if (reason !== '' && count > 0) leftOut[reason] = count;
  }
  return leftOut;
}

/** Reason codes by tier of what is not in VAWG. */
const tierReasons = Uint8Array.from(tierNames, (tier) => {
  if (tier === 'context') return reasonCode('openDataContext');
  if (tier === 'unmatched') return reasonCode('unmatchedOffence');
  return reasonCode(tier === 'female-victim' ? 'femaleVictimTier' : 'notVawg');
});

/**
 * One code a record (leftOutReasons): 0 for those that meet the filter, where they are not asked for. One pass over
 * plain numbers, since every chart and every run begins with it.
 */
export function filterReasons(incidents: IncidentColumns, filter: IncidentFilter): Uint8Array {
  const codes = new Uint8Array(incidents.length);
  const isAnything =
    filter.evidence === 'all-incidents' &&
    filter.victims === 'all' &&
    filter.threat === 'all' &&
    filter.space === 'all';
  if (!isAnything) addKindReasons(incidents, filter, codes);
  addPeriodReasons(incidents, filter, codes);
  return codes;
}

/** Reasons of what a record is: list, victims, threat, space. */
function addKindReasons(
  { inVawg, tier, hasFemaleVictim, threats, online, physicalSpace }: IncidentColumns,
  filter: IncidentFilter,
  codes: Uint8Array,
): void {
  const isVawgOnly = filter.evidence === 'vawg';
  const isFemaleOnly = filter.victims === 'female';
  const threatBit = filter.threat === 'all' ? 0 : 1 << threatNames.indexOf(filter.threat);
  const spaces = spacesAllowed(filter.space);
  const [noFemale, threat, space] = [
    reasonCode('noFemaleVictim'),
    reasonCode('otherThreat'),
    reasonCode('otherSpace'),
  ];
  for (let index = 0; index < codes.length; index++) {
    if (isVawgOnly && inVawg[index] !== 1) codes[index] = tierReasons[tier[index] ?? 0] ?? 0;
    else if (isFemaleOnly && hasFemaleVictim[index] !== 1) codes[index] = noFemale;
    else if (threatBit !== 0 && ((threats[index] ?? 0) & threatBit) === 0) codes[index] = threat;
    else if (spaces[((online[index] ?? 0) << 2) | (physicalSpace[index] ?? 0)] === 0)
      codes[index] = space;
  }
}

/** 1 for each pair of online (bit 4) and physical space (bits 1 and 2) that belongs to a space. */
function spacesAllowed(space: IncidentFilter['space']): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, pair) => {
    const isOnline = pair >= 4;
    const physical = pair & 3;
    return isSpace(space, isOnline, physical) ? 1 : 0;
  });
}

/** A record dated only by its month counts when the whole month lies in the period; a cut month cannot tell. */
function addPeriodReasons(
  incidents: IncidentColumns,
  filter: IncidentFilter,
  codes: Uint8Array,
): void {
  const { fromMinutes, toMinutes, dateBasis } = filter;
  if (fromMinutes === null && toMinutes === null) return;
  const isRecorded = dateBasis === 'recorded';
  const starts = isRecorded ? incidents.recordedMinutes : incidents.occurredFromMinutes;
  const precision = isRecorded ? incidents.recordedPrecision : incidents.occurredPrecision;
  const from = fromMinutes ?? Number.NEGATIVE_INFINITY;
  const to = toMinutes ?? Number.POSITIVE_INFINITY;
  const [noDate, outside, monthOnly] = [
    reasonCode('noDate'),
    reasonCode('outsidePeriod'),
    reasonCode('monthOnly'),
  ];
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] !== 0) continue;
    const start = starts[index] ?? noMinutes;
    if (start === noMinutes) codes[index] = noDate;
    else if (precision[index] === timePrecision.month) {
      const end = monthEnd(start);
      if (end <= from || start >= to) codes[index] = outside;
      else if (start < from || end > to) codes[index] = monthOnly;
    } else if (start < from || start >= to) codes[index] = outside;
  }
}

/** Adds, for records that count so far, why they cannot be put on a map. */
export function addUnmappable(incidents: IncidentColumns, codes: Uint8Array): void {
  const { setAside, easting } = incidents;
  const [reported, nowhere] = [reasonCode('reportedAtLocation'), reasonCode('noLocation')];
  for (let index = 0; index < codes.length; index++) {
    if (codes[index] !== 0) continue;
    if (setAside[index] === 1) codes[index] = reported;
    else if (Number.isNaN(easting[index] ?? Number.NaN)) codes[index] = nowhere;
  }
}

/** First minute after the month that starts at the given minute. */
function monthEnd(start: number): number {
  const date = new Date(start * 60_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 60_000;
}

/** Whether an incident belongs to a space. One that is online and private (or public) belongs to both. */
export function isInSpace(
  incidents: IncidentColumns,
  index: number,
  space: IncidentFilter['space'],
): boolean {
  const physical = incidents.physicalSpace[index] ?? physicalSpaceCodes.none;
  return isSpace(space, incidents.online[index] === 1, physical);
}

function isSpace(space: IncidentFilter['space'], isOnline: boolean, physical: number): boolean {
  if (space === 'all') return true;
  if (space === 'online') return isOnline;
  if (space === 'unclassified') return !isOnline && physical === physicalSpaceCodes.none;
  return physical === physicalSpaceCodes[space];
}

/** The time an incident counts under: recorded, or committed from; `noMinutes` where the record has none. */
export function minutesOf(
  incidents: IncidentColumns,
  index: number,
  dateBasis: IncidentFilter['dateBasis'],
): number {
  const column =
    dateBasis === 'recorded' ? incidents.recordedMinutes : incidents.occurredFromMinutes;
  return column[index] ?? noMinutes;
}
