import type { ProfileFilter } from '../../contract/filter.ts';
import { FailureError } from '../../contract/outcome.ts';
import { type EvidenceColumns, noMinutes } from '../../domain/evidence/columns.ts';
import type { PartnerColumns, PerceptionColumns } from '../../domain/evidence/other-evidence.ts';
import {
  type IncidentFilter,
  type LeftOut,
  selectIncidents,
} from '../../domain/evidence/select.ts';
import { parseDateTime } from '../../domain/time/parse-date.ts';

const minutesPerDay = 1_440;

/** Points that count under a filter, and why the others do not. `indexes` point into the source's columns. */
export interface Points {
  readonly eastings: Float64Array;
  readonly northings: Float64Array;
  readonly indexes: Int32Array;
  readonly leftOut: LeftOut;
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

/** Incidents with a usable position that meet the filter. */
export function incidentPoints(evidence: EvidenceColumns, filter: ProfileFilter): Points {
  const { indexes, leftOut } = selectIncidents(evidence.incidents, incidentFilter(filter), true);
  const at = (column: Float64Array): Float64Array =>
    Float64Array.from(indexes, (index) => column[index] ?? Number.NaN);
  const { easting, northing } = evidence.incidents;
  return { eastings: at(easting), northings: at(northing), indexes, leftOut };
}

/**
 * Partner events or perceptions in the period. They have no space, threat or victim of their own kind, so a
 * filter on those does not touch them.
 */
export function otherPoints(
  columns: PartnerColumns | PerceptionColumns,
  filter: ProfileFilter,
): Points {
  const minutes =
    'occurredFromMinutes' in columns ? columns.occurredFromMinutes : columns.reportedMinutes;
  const { fromMinutes, toMinutes } = incidentFilter(filter);
  const leftOut: LeftOut = {};
  const indexes: number[] = [];
  for (let index = 0; index < columns.length; index++) {
    const when = minutes[index] ?? noMinutes;
    const hasPeriod = fromMinutes !== null || toMinutes !== null;
    const reason =
      hasPeriod && when === noMinutes
        ? 'noDate'
        : (fromMinutes !== null && when < fromMinutes) || (toMinutes !== null && when >= toMinutes)
          ? 'outsidePeriod'
          : Number.isNaN(columns.easting[index] ?? Number.NaN)
            ? 'noLocation'
            : null;
    if (reason === null) indexes.push(index);
    else leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  return {
    eastings: Float64Array.from(indexes, (index) => columns.easting[index] ?? Number.NaN),
    northings: Float64Array.from(indexes, (index) => columns.northing[index] ?? Number.NaN),
    indexes: Int32Array.from(indexes),
    leftOut,
  };
}
