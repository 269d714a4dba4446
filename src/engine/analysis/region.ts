import type { ProfileFilter } from '../../contract/filter.ts';
import { FailureError } from '../../contract/outcome.ts';
import { type AreaIndex, buildAreaIndex } from '../../domain/geography/areas.ts';
import { wgs84ToGrid } from '../../domain/geography/british-national-grid.ts';
import type { GridPosition } from '../../domain/geography/cells.ts';
import type { Session } from '../session.ts';
import { loadShiftGrid } from '../shift-grid.ts';

/** The part of the map that a filter chose, ready to be asked what lies in it; null for the whole. */
export function chosenRegion(session: Session, within: ProfileFilter['within']): AreaIndex | null {
  if (within === null) return null;
  if (within.kind === 'ring') {
    const shiftGrid = loadShiftGrid();
    const ring = within.ring.map(([longitude, latitude]): GridPosition => {
      const point = wgs84ToGrid(shiftGrid, longitude, latitude);
      if (point !== undefined) return [point.easting, point.northing];
      throw new FailureError(
        'bad-request',
        'The drawn area reaches outside Great Britain.',
        'Draw it on land or close to it.',
      );
    });
    return buildAreaIndex([{ code: 'drawn', polygons: [[ring]] }]);
  }
  // One code can stand for several rows where boundaries of several editions were imported.
  const areas = session.areas().list.filter((area) => area.code === within.code);
  if (areas.length > 0) return buildAreaIndex(areas);
  throw new FailureError(
    'not-found',
    'There is no area with that code in this workspace.',
    'Choose an area of the imported boundaries, or import them first.',
  );
}
