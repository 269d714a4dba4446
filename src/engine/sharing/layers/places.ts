import { featureCollection, polygon, union } from '@turf/turf';
import { FailureError } from '../../../contract/outcome.ts';
import { openName } from '../../../domain/figures/editions/place-names.ts';
import { areaAt } from '../../../domain/geography/areas.ts';
import { cellCentre, cellPolygon, type GridPosition } from '../../../domain/geography/cells.ts';
import { needRun } from '../../analysis/kept-runs.ts';
import { listPlaces, pointsIn } from '../../places/register.ts';
import { allPlaces, type StoredPlace } from '../../workspace/places.ts';
import type { Polygons } from '../safe-layer.ts';
import {
  type DraftContext,
  incidentLimits,
  incidentPeople,
  incidentPoints,
  type LayerMaker,
  numberFields,
  quarters,
  totalsOf,
} from './draft.ts';

/**
 * Locations of concern as areas: their cells made one shape. Only those that were found in public space leave; the
 * name is made of public venues and areas: a suggested one comes from the records' free text, and the analyst's own
 * words are free text too, which nobody has read for this recipient.
 */
export const places: LayerMaker = async (context) => {
  const { session, job, limits } = context;
  const { places: known } = await listPlaces(session, job);
  const shown = new Map(known.map((place) => [place.place, place]));
  const stored = allPlaces(session.reader).filter((place) => {
    const { status, flaggedOut } = shown.get(place.id) ?? { status: 'set-aside', flaggedOut: null };
    const { filter } = needRun(session.reader, place.run).run;
    return (
      status !== 'set-aside' &&
      flaggedOut === null &&
      filter.space === 'public' &&
      filter.evidence === 'vawg' &&
      place.grid.cellMetres >= limits.cellMetres
    );
  });
  if (stored.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      `No place of the register can be shared: it has none that was found among public-space records in cells of ${limits.cellMetres} m or more and is not set aside.`,
      'Run gi-star on public space with cells of that size, and find the places of that run.',
    );
  }
  const points = incidentPoints(context, 'public');
  const { keys, contributorsOf } = incidentPeople(context);
  return {
    title: 'Locations of concern in public space',
    evidence: 'incident',
    fields: [
      { name: 'place', title: 'Number in the register', type: 'integer' },
      { name: 'name', title: 'Name', type: 'text' },
      ...numberFields,
    ],
    features: stored.map((place) => ({
      id: `place:${place.id}`,
      records: Float64Array.from(
        [...pointsIn(place, points).values()].flat(),
        (index) => keys[index] ?? -1,
      ),
      geometry: { kind: 'areas', polygons: shapeOf(place) },
      always: { place: place.id, name: nameOf(context, place) },
      withNumber: () => ({}),
      withheld: null,
    })),
    totals: totalsOf(context, points, keys),
    contributorsOf,
    period: `recorded ${quarters(session.summary().period)}`,
    method: 'Adjoining hot cells (Gi*, corrected over all cells) as one place each.',
    limits: [
      ...incidentLimits,
      `${known.length - stored.length} places of the register are not in it: set aside, flagged out, of other records or of cells smaller than this level allows.`,
    ],
    run: null,
  };
};

/** As the partner and public editions name it. */
function nameOf({ session }: DraftContext, { grid, cells }: StoredPlace): string {
  const { list, index } = session.areas().counting;
  const [cell = 0] = cells;
  const centre = cellCentre(grid, cell);
  const area = index === null ? -1 : areaAt(index, ...centre);
  return openName({ venues: session.venues(), areas: list }, centre, area);
}

/** The cells of a place as one shape. */
function shapeOf({ grid, cells }: StoredPlace): Polygons {
  const squares = cells.map((cell) => {
    const ring = cellPolygon(grid, cell).map((position) => [...position]);
    return polygon([[...ring, ...ring.slice(0, 1)]]);
  });
  // Turf wants two at least.
  const joined = union(featureCollection([...squares, ...squares.slice(0, 1)]))?.geometry;
  if (joined === undefined) return [];
  const polygons = joined.type === 'Polygon' ? [joined.coordinates] : joined.coordinates;
  return polygons.map((rings) =>
    rings.map((ring) => ring.slice(0, -1).map(([x = 0, y = 0]): GridPosition => [x, y])),
  );
}
