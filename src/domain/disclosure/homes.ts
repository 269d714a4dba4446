/** Cells of private space are never finer than this: under it, a cell can be one home. */
export const smallestPrivateCellMetres = 500;

/** What of a filter says whether homes can be among its records. */
interface HomesFilter {
  readonly space: string;
  readonly evidence: string;
}

/** Whether a filter is about private spaces alone. */
export function holdsHomesOnly({ space, evidence }: HomesFilter): boolean {
  return space === 'private' && (evidence === 'vawg' || evidence === 'all-incidents');
}

/**
 * Whether single records of a filter may be drawn where they are, as points or as outlines of points. A filter over
 * all spaces holds homes too, and so may partner events and online incidents; only public space and reports of
 * feeling unsafe hold none.
 */
export function mayDrawRecords({ space, evidence }: HomesFilter): boolean {
  return evidence === 'perceptions' || (evidence !== 'partner' && space === 'public');
}

/** The side of cells that a filter may be laid over, where `cellMetres` was asked. */
export function permittedCellMetres(filter: HomesFilter, cellMetres: number): number {
  return holdsHomesOnly(filter) ? Math.max(cellMetres, smallestPrivateCellMetres) : cellMetres;
}
