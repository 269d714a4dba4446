import type { ProfileFilter } from '../../contract/filter.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import type { Session } from '../session.ts';
import { landOf, positionsOf } from './land.ts';
import { fittingFilter, type Points, selectPoints } from './points.ts';

/** How records are taken under a filter. */
export interface Taking {
  readonly needsPositions: boolean;
  /** Whether records outside the boundaries are left out. */
  readonly isBounded: boolean;
  /** Weights by incident; null counts each record as 1. */
  readonly weights: Float64Array | null;
}

/** The records of a workspace that meet a filter. */
export function pointsUnderFilter(
  session: Session,
  columns: EvidenceColumns,
  filter: ProfileFilter,
  { needsPositions, isBounded, weights }: Taking,
): Points {
  const land = landOf(session, positionsOf(session, columns, filter), filter.within);
  return selectPoints(
    {
      incidents: columns,
      partner: () => session.partner(),
      perceptions: () => session.perceptions(),
    },
    {
      filter: fittingFilter(filter),
      needsPositions,
      insideBoundary: isBounded ? land.insideBoundary : null,
      insideChosen: land.insideChosen,
      weights,
    },
  );
}
