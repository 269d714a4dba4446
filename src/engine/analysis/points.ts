import type { ProfileFilter } from '../../contract/filter.ts';
import { FailureError } from '../../contract/outcome.ts';
import { type EvidenceColumns, noMinutes } from '../../domain/evidence/columns.ts';
import type { PartnerColumns, PerceptionColumns } from '../../domain/evidence/other-evidence.ts';
import {
  type IncidentFilter,
  type LeftOut,
  type LeftOutReason,
  selectIncidents,
} from '../../domain/evidence/select.ts';
import { parseDateTime } from '../../domain/time/parse-date.ts';

const minutesPerDay = 1_440;

/** Records that count under a filter, and why the others do not. `indexes` point into the source's columns. */
export interface Points {
  /** British National Grid metres; NaN only where positions were not asked for. */
  readonly eastings: Float64Array;
  readonly northings: Float64Array;
  readonly indexes: Int32Array;
  /** What each record counts as: 1, or its weight on the harm list. */
  readonly weights: Float64Array;
  /** All records of that kind of evidence: those that count and those left out. */
  readonly total: number;
  readonly leftOut: LeftOut;
}

/** What is counted, and where. */
export interface PointsWanted {
  readonly filter: ProfileFilter;
  /** False for methods that need no place: then records without one count too, unless an area was chosen. */
  readonly needsPositions: boolean;
  /** 1 for each record of the evidence inside the boundaries; null where they do not count. */
  readonly insideBoundary: Uint8Array | null;
  /** 1 for each record inside the filter's chosen area; null where none was chosen. */
  readonly insideChosen: Uint8Array | null;
  /** Weights by incident, NaN = unweighted; null counts each record as 1. */
  readonly weights: Float64Array | null;
}

/** The kinds of evidence that a filter can ask for. */
export interface EvidenceAtHand {
  /** Null where only other evidence is asked for. */
  readonly incidents: EvidenceColumns | null;
  readonly partner: () => PartnerColumns;
  readonly perceptions: () => PerceptionColumns;
}

function dayMinutes(day: string): number {
  const minutes = parseDateTime(day, 'dmy')?.minutes;
  if (minutes !== undefined) return minutes;
  throw new FailureError(
    'bad-request',
    'The period has a day that is not in the calendar.',
    'Write days as YYYY-MM-DD.',
  );
}

/** The contract's filter in the columns' terms: whole days become minutes, the last day included. */
export function incidentFilter(filter: ProfileFilter): IncidentFilter {
  const { evidence, space, threat, victims, dateBasis } = filter;
  if (filter.from !== null && filter.to !== null && filter.from > filter.to) {
    throw new FailureError(
      'bad-request',
      'The period ends before it begins.',
      'Put the earlier day first.',
    );
  }
  return {
    evidence: evidence === 'vawg' ? 'vawg' : 'all-incidents',
    space,
    threat,
    victims,
    dateBasis,
    fromMinutes: filter.from === null ? null : dayMinutes(filter.from),
    toMinutes: filter.to === null ? null : dayMinutes(filter.to) + minutesPerDay,
  };
}

/**
 * The filter as it fits the evidence. Partner events and perceptions have no space, threat or victim of that kind:
 * those choices are taken off, so that a run never claims a filter that was not applied.
 */
export function fittingFilter(filter: ProfileFilter): ProfileFilter {
  if (filter.evidence === 'vawg' || filter.evidence === 'all-incidents') return filter;
  return { ...filter, space: 'all', threat: 'all', victims: 'all' };
}

/** The records that meet a filter, each other one with the one reason why it is left out. */
export function selectPoints(evidence: EvidenceAtHand, wanted: PointsWanted): Points {
  const { filter } = wanted;
  const isMapped = wanted.needsPositions || wanted.insideChosen !== null;
  if (filter.evidence === 'partner' || filter.evidence === 'perceptions') {
    const columns = filter.evidence === 'partner' ? evidence.partner() : evidence.perceptions();
    return narrow(columns, selectOther(columns, filter, isMapped), wanted);
  }
  if (evidence.incidents === null) throw new Error('incidents were asked for and not given');
  const { incidents } = evidence.incidents;
  return narrow(incidents, selectIncidents(incidents, incidentFilter(filter), isMapped), wanted);
}

/** Partner events or perceptions in the period. */
function selectOther(
  columns: PartnerColumns | PerceptionColumns,
  filter: ProfileFilter,
  isMapped: boolean,
): { indexes: Int32Array; leftOut: LeftOut } {
  const minutes =
    'occurredFromMinutes' in columns ? columns.occurredFromMinutes : columns.reportedMinutes;
  const { fromMinutes, toMinutes } = incidentFilter(filter);
  const hasPeriod = fromMinutes !== null || toMinutes !== null;
  const leftOut: LeftOut = {};
  const indexes: number[] = [];
  for (let index = 0; index < columns.length; index++) {
    const when = minutes[index] ?? noMinutes;
    const isOutside =
      (fromMinutes !== null && when < fromMinutes) || (toMinutes !== null && when >= toMinutes);
    let reason: LeftOutReason | null = null;
    if (hasPeriod && when === noMinutes) reason = 'noDate';
    else if (isOutside) reason = 'outsidePeriod';
    else if (isMapped && Number.isNaN(columns.easting[index] ?? Number.NaN)) reason = 'noLocation';
    if (reason === null) indexes.push(index);
    else leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  return { indexes: Int32Array.from(indexes), leftOut };
}

/** Takes off what lies outside the chosen area, outside the boundaries, or has no weight, in this order. */
function narrow(
  columns: {
    readonly length: number;
    readonly easting: Float64Array;
    readonly northing: Float64Array;
  },
  selected: { readonly indexes: Int32Array; readonly leftOut: LeftOut },
  wanted: PointsWanted,
): Points {
  let { indexes } = selected;
  const leftOut: LeftOut = { ...selected.leftOut };
  const keep = (reason: LeftOutReason, isKept: (index: number) => boolean): void => {
    const kept = indexes.filter(isKept);
    if (kept.length < indexes.length) leftOut[reason] = indexes.length - kept.length;
    indexes = kept;
  };
  const at = (column: Float64Array): Float64Array =>
    Float64Array.from(indexes, (index) => column[index] ?? Number.NaN);
  const { insideChosen, insideBoundary } = wanted;
  if (insideChosen !== null) {
    keep('outsideChosenArea', (index) => insideChosen[index] === 1);
  }
  if (insideBoundary !== null) {
    keep('outsideStudyArea', (index) => insideBoundary[index] === 1);
  }
  const { weights } = wanted;
  if (weights !== null) {
    keep('noHarmWeight', (index) => !Number.isNaN(weights[index] ?? Number.NaN));
  }
  return {
    eastings: at(columns.easting),
    northings: at(columns.northing),
    indexes,
    weights: weights === null ? new Float64Array(indexes.length).fill(1) : at(weights),
    total: columns.length,
    leftOut,
  };
}
