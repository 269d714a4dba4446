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

/** Why a record is not counted: each record that is left out has exactly one of these, the first that holds. */
export type LeftOutReason =
  | 'openDataContext'
  | 'notVawg'
  | 'unmatchedOffence'
  | 'femaleVictimTier'
  | 'noFemaleVictim'
  | 'otherThreat'
  | 'otherSpace'
  | 'noDate'
  | 'outsidePeriod'
  | 'monthOnly'
  | 'reportedAtLocation'
  | 'noLocation'
  | 'outsideChosenArea'
  | 'outsideStudyArea'
  | 'noHarmWeight';

export type LeftOut = Partial<Record<LeftOutReason, number>>;

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
  const indexes = new Int32Array(incidents.length);
  const leftOut: LeftOut = {};
  let count = 0;
  for (let index = 0; index < incidents.length; index++) {
    const reason =
      reasonAgainst(incidents, index, filter) ?? (mapped ? unmappable(incidents, index) : null);
    if (reason === null) indexes[count++] = index;
    else leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  return { indexes: indexes.slice(0, count), leftOut };
}

function reasonAgainst(
  incidents: IncidentColumns,
  index: number,
  filter: IncidentFilter,
): LeftOutReason | null {
  if (filter.evidence === 'vawg' && incidents.inVawg[index] !== 1) {
    const tier = tierNames[incidents.tier[index] ?? 0];
    if (tier === 'context') return 'openDataContext';
    if (tier === 'unmatched') return 'unmatchedOffence';
    return tier === 'female-victim' ? 'femaleVictimTier' : 'notVawg';
  }
  if (filter.victims === 'female' && incidents.hasFemaleVictim[index] !== 1)
    return 'noFemaleVictim';
  if (filter.threat !== 'all') {
    const bit = 1 << threatNames.indexOf(filter.threat);
    if (((incidents.threats[index] ?? 0) & bit) === 0) return 'otherThreat';
  }
  if (!isInSpace(incidents, index, filter.space)) return 'otherSpace';
  return periodReason(incidents, index, filter);
}

/** A record dated only by its month counts when the whole month lies in the period; a cut month cannot tell. */
function periodReason(
  incidents: IncidentColumns,
  index: number,
  filter: IncidentFilter,
): LeftOutReason | null {
  if (filter.fromMinutes === null && filter.toMinutes === null) return null;
  const start = minutesOf(incidents, index, filter.dateBasis);
  if (start === noMinutes) return 'noDate';
  const precision =
    filter.dateBasis === 'recorded' ? incidents.recordedPrecision : incidents.occurredPrecision;
  const isMonth = precision[index] === timePrecision.month;
  const end = isMonth ? monthEnd(start) : start + 1;
  const from = filter.fromMinutes ?? start;
  const to = filter.toMinutes ?? end;
  if (end <= from || start >= to) return 'outsidePeriod';
  return start >= from && end <= to ? null : 'monthOnly';
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
  const online = incidents.online[index] === 1;
  if (space === 'all') return true;
  if (space === 'online') return online;
  if (space === 'unclassified') return !online && physical === physicalSpaceCodes.none;
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

function unmappable(incidents: IncidentColumns, index: number): LeftOutReason | null {
  if (incidents.setAside[index] === 1) return 'reportedAtLocation';
  return Number.isNaN(incidents.easting[index] ?? Number.NaN) ? 'noLocation' : null;
}
