import type { ProfileFilter } from '../../contract/filter.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import type { Area } from '../../domain/evidence/other-evidence.ts';
import { assignAreas } from '../../domain/geography/area-membership.ts';
import type { AreaIndex } from '../../domain/geography/areas.ts';
import type { Session } from '../session.ts';
import { chosenRegion } from './region.ts';

/** Positions of records of one kind of evidence. */
interface Positions {
  readonly easting: Float64Array;
  readonly northing: Float64Array;
}

/** The positions of the evidence that a filter asks for. */
export function positionsOf(
  session: Session,
  { incidents }: EvidenceColumns,
  { evidence }: ProfileFilter,
): Positions {
  if (evidence === 'partner') return session.partner();
  return evidence === 'perceptions' ? session.perceptions() : incidents;
}

interface KnownLand {
  readonly areas: readonly Area[];
  readonly insideBoundary: Uint8Array | null;
  /** The chosen area that was asked last: charts ask for the same one again and again. */
  chosen: { readonly key: string; readonly inside: Uint8Array } | null;
}

const known = new WeakMap<Float64Array, KnownLand>();

/**
 * Which records lie inside the boundaries and inside the chosen area, asked once as long as records and boundaries
 * are the same.
 */
export function landOf(
  session: Session,
  positions: Positions,
  within: ProfileFilter['within'],
): { insideBoundary: Uint8Array | null; insideChosen: Uint8Array | null } {
  const { list, index } = session.areas();
  let land = known.get(positions.easting);
  if (land === undefined || land.areas !== list) {
    const insideBoundary = index === null ? null : insideOf(index, positions);
    land = { areas: list, insideBoundary, chosen: null };
    known.set(positions.easting, land);
  }
  const region = chosenRegion(session, within);
  if (region === null) return { insideBoundary: land.insideBoundary, insideChosen: null };
  const key = JSON.stringify(within);
  if (land.chosen?.key !== key) land.chosen = { key, inside: insideOf(region, positions) };
  return { insideBoundary: land.insideBoundary, insideChosen: land.chosen.inside };
}

function insideOf(index: AreaIndex, { easting, northing }: Positions): Uint8Array {
  return Uint8Array.from(assignAreas(index, easting, northing), (area) => (area >= 0 ? 1 : 0));
}
