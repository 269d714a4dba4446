import type { ProfileFilter } from '../../contract/filter.ts';
import type { Place, PlaceRegister } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import { type EvidenceColumns, physicalSpaceCodes } from '../../domain/evidence/columns.ts';
import type { RegisteredPlace } from '../../domain/figures/inputs.ts';
import { number } from '../../domain/figures/words.ts';
import { type CellGrid, cellCentre, cellIndexOf } from '../../domain/geography/cells.ts';
import {
  type DefaultPosition,
  distinctPositionShare,
  findDefaultPositions,
} from '../../domain/geography/default-positions.ts';
import { oneCoordinateOf } from '../../domain/hotspots/places.ts';
import { needRun } from '../analysis/kept-runs.ts';
import { cellGeometry } from '../analysis/methods/cell-columns.ts';
import { degreesOf } from '../analysis/page-result.ts';
import type { Points } from '../analysis/points.ts';
import { pointsUnderFilter } from '../analysis/select-points.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { allPlaces, type StoredPlace } from '../workspace/places.ts';

/** A place with the records in its cells. */
export interface PlaceRecords {
  readonly stored: StoredPlace;
  readonly filter: ProfileFilter;
  /** Indexes of its records in the evidence that the filter names, by cell. */
  readonly cells: readonly (readonly number[])[];
  /** All of them. */
  readonly indexes: Int32Array;
  /** Suspicious coordinates among all records of the run's filter. */
  readonly defaults: readonly DefaultPosition[];
}

/** The places of the register, those with most records first. */
export async function listPlaces(session: Session, job: Job): Promise<PlaceRegister> {
  const known = await placesWithRecords(session, allPlaces(session.reader), job);
  const { columns } = await session.evidence(job);
  const latest = latestFind(known);
  const described = known
    .map((place) => [describePlace(session, columns, place, latest), place.stored] as const)
    .sort(([a], [b]) => b.records - a.records || a.place - b.place);
  return {
    places: described.map(([place]) => place),
    corners: cornersOf(described.map(([, stored]) => stored)),
  };
}

/** Longitude and latitude of the corners of all cells, of one place after the other. */
function cornersOf(places: readonly StoredPlace[]): Float64Array {
  const each = places.map(({ grid, cells }) => {
    const geometry = cellGeometry({ grid, cells: Float64Array.from(cells) });
    if (geometry.kind !== 'cells') throw new Error('a place has no cells');
    return degreesOf(geometry.polygons);
  });
  const corners = new Float64Array(each.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of each) {
    corners.set(one, at);
    at += one.length;
  }
  return corners;
}

/** When places were found last; '' without any. */
export function latestFind(places: readonly PlaceRecords[]): string {
  return places.reduce((last, { stored }) => (stored.foundAt > last ? stored.foundAt : last), '');
}

/** The register as the profile reads it. */
export async function registeredPlaces(session: Session, job: Job): Promise<RegisteredPlace[]> {
  const places = await placesWithRecords(session, allPlaces(session.reader), job);
  const { columns } = await session.evidence(job);
  const latest = latestFind(places);
  return places.map((place) => {
    const { name, status, patrollable, flaggedOut } = describePlace(
      session,
      columns,
      place,
      latest,
    );
    const { grid, cells } = place.stored;
    return { name, status, patrollable, flaggedOut, grid, cells };
  });
}

/** Finds the records of places: each run's filter is asked once for all its places. */
export async function placesWithRecords(
  session: Session,
  stored: readonly StoredPlace[],
  job: Job,
): Promise<PlaceRecords[]> {
  const { columns } = await session.evidence(job);
  const found: PlaceRecords[] = [];
  for (const run of new Set(stored.map((place) => place.run))) {
    const own = stored.filter((place) => place.run === run);
    const { filter, parameters } = needRun(session.reader, run).run;
    const isBounded = parameters['area'] === 'boundary' && session.areas().index !== null;
    const taking = { needsPositions: true, isBounded, weights: null };
    const points = pointsUnderFilter(session, columns, filter, taking);
    const positions = findDefaultPositions(points.eastings, points.northings, {
      total: points.total,
      venues: session.venues(),
    });
    const { looksSnapped } = distinctPositionShare(points.eastings, points.northings);
    const defaults = positions.filter(({ venue }) => venue !== null || !looksSnapped);
    // Places of one run share its grid: its points are laid on the cells once for all of them.
    const grids = new Set(own.map((place) => JSON.stringify(place.grid)));
    for (const grid of grids) {
      const together = own.filter((place) => JSON.stringify(place.grid) === grid);
      const cells = together.flatMap((place) => place.cells);
      const members = pointsIn({ grid: JSON.parse(grid) as CellGrid, cells }, points);
      for (const place of together) found.push({ filter, defaults, ...recordsIn(place, members) });
    }
  }
  return found;
}

function recordsIn(
  stored: StoredPlace,
  members: ReadonlyMap<number, number[]>,
): Pick<PlaceRecords, 'stored' | 'cells' | 'indexes'> {
  const cells = stored.cells.map((cell) => members.get(cell) ?? []);
  return { stored, cells, indexes: Int32Array.from(cells.flat()) };
}

/** Records of each cell of a place, as indexes into their own columns. */
export function pointsIn(
  { grid, cells }: Pick<StoredPlace, 'grid' | 'cells'>,
  { eastings, northings, indexes }: Points,
): Map<number, number[]> {
  const members = new Map<number, number[]>(cells.map((cell) => [cell, []]));
  for (const [point, index] of indexes.entries()) {
    const cell = cellIndexOf(grid, eastings[point] ?? Number.NaN, northings[point] ?? Number.NaN);
    members.get(cell)?.push(index);
  }
  return members;
}

/** A place of the register; refuses a number that is not there. */
export function needPlace(session: Session, id: number): StoredPlace {
  const place = allPlaces(session.reader).find((one) => one.id === id);
  if (place !== undefined) return place;
  throw new FailureError(
    'not-found',
    'There is no such place in the register.',
    'List the places, and choose one of them.',
  );
}

/** A place as the window shows it; `latest`: when places were found last. */
export function describePlace(
  session: Session,
  columns: EvidenceColumns,
  place: PlaceRecords,
  latest: string,
): Place {
  const { stored, indexes, filter } = place;
  const { grid } = stored;
  const middles = stored.cells.map((cell) => cellCentre(grid, cell));
  const middle = middles.reduce(([e, n], [east, north]) => [e + east, n + north] as const, [0, 0]);
  const centre = degreesOf(Float64Array.from(middle, (sum) => sum / middles.length));
  const [suggestion, positions] = [
    spaceOf(columns, filter, indexes),
    positionWords(session, columns, place),
  ];
  return {
    place: stored.id,
    name: stored.ownName ?? stored.suggestedName,
    suggestedName: stored.suggestedName,
    status: stored.status,
    patrollable: stored.patrollable ?? suggestion,
    isPatrollableOwn: stored.patrollable !== null,
    note: stored.note,
    run: stored.run,
    isOfLatestRun: stored.foundAt === latest,
    cells: stored.cells.length,
    cellMetres: grid.cellMetres,
    shape: grid.shape,
    verticesPerCell: grid.shape === 'square' ? 4 : 6,
    centre: [centre[0] ?? Number.NaN, centre[1] ?? Number.NaN],
    records: indexes.length,
    highestZ: stored.highestZ,
    ...positions,
  };
}

/** Whether a place can be patrolled, from the spaces of its records: most public, most private, or neither. */
function spaceOf(
  { incidents }: EvidenceColumns,
  { evidence }: ProfileFilter,
  indexes: Int32Array,
): Place['patrollable'] {
  if (evidence === 'partner' || evidence === 'perceptions') return 'unknown';
  const share = (space: number): number =>
    indexes.reduce((sum, index) => sum + (incidents.physicalSpace[index] === space ? 1 : 0), 0) /
    indexes.length;
  if (share(physicalSpaceCodes.public) > 0.5) return 'yes';
  return share(physicalSpaceCodes.private) > 0.5 ? 'no' : 'unknown';
}

/** From this share of a place's records on, a default position makes the place. */
const flaggedShare = 0.5;

function positionWords(
  session: Session,
  columns: EvidenceColumns,
  { stored, filter, cells, indexes, defaults }: PlaceRecords,
): Pick<Place, 'flaggedOut' | 'doubt'> {
  const { easting, northing } = {
    partner: () => session.partner(),
    perceptions: () => session.perceptions(),
    vawg: () => columns.incidents,
    'all-incidents': () => columns.incidents,
  }[filter.evidence]();
  for (const { venue, ...at } of defaults) {
    // A point that is beside no such building is the analyst's to judge: once confirmed, it is a place.
    if (venue === null && stored.status === 'confirmed') continue;
    const there = indexes.reduce(
      (sum, index) =>
        sum +
        (Math.round(easting[index] ?? 0) === at.easting &&
        Math.round(northing[index] ?? 0) === at.northing
          ? 1
          : 0),
      0,
    );
    if (there < flaggedShare * indexes.length) continue;
    const standing = `${number(there)} of ${number(indexes.length)} records stand at one coordinate`;
    return {
      flaggedOut:
        venue === null
          ? `${standing}, perhaps a default of the records system. Look at them, and confirm the place if it is one.`
          : `${standing} beside ${venue.name}: they were probably reported there.`,
      doubt: null,
    };
  }
  const one = oneCoordinateOf(cells, easting, northing);
  const doubt =
    one === null
      ? null
      : `${number(one.records)} of ${number(one.cellRecords)} records in one cell stand at one coordinate: check for a default position of the records system.`;
  return { flaggedOut: null, doubt };
}
