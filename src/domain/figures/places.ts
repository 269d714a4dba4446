import type { Venue } from '../evidence/other-evidence.ts';
import { cellIndexOf } from '../geography/cells.ts';
import { standsAtSharedPoint } from '../geography/default-positions.ts';
import { type CellSurface, hotPlacesOf } from '../hotspots/hot-places.ts';
import { type OneCoordinate, oneCoordinateOf, suggestedName } from '../hotspots/places.ts';
import { smallestPrinted, tally } from './counting.ts';
import type { HotSpotCell, ProfileInputs, RegisteredPlace } from './inputs.ts';
import { number } from './words.ts';

/** Hot cells that are one place. */
export interface HotPlace {
  /** The register's name where it is known there, else made of its streets and venues. */
  readonly name: string;
  readonly cells: readonly HotSpotCell[];
  readonly incidents: readonly number[];
  readonly count: number;
  readonly highestZ: number;
  readonly centre: readonly [number, number];
  readonly oneCoordinate: OneCoordinate | null;
  readonly perceptions: number;
  /** What the register of locations of concern says of it; null where it is not in it. */
  readonly register: RegisteredPlace | null;
}

/** Half a cell's diagonal and a little: how near a report must be to belong to a place. */
const nearMetres = 250;

/** Hot cells (at most 5 in 100 expected by chance) as places that can be patrolled, ranked by count. */
export function hotPlaces(inputs: ProfileInputs, cells: readonly HotSpotCell[]): HotPlace[] {
  const known = new Map(cells.map((cell) => [cell.index, cell]));
  const hot = cells.filter((cell) => cell.bin >= 2).map(({ index }) => index);
  return hotPlacesOf(hot, surfaceOf(inputs, known))
    .map((group) =>
      describe(
        inputs,
        group.cells.flatMap((index) => known.get(index) ?? []),
      ),
    )
    .sort((a, b) => b.count - a.count || b.highestZ - a.highestZ);
}

function surfaceOf(
  { evidence, whole }: ProfileInputs,
  known: ReadonlyMap<number, HotSpotCell>,
): CellSurface {
  const { easting, northing } = evidence.incidents;
  const counted = [...known.values()].flatMap(({ incidents }) => incidents);
  // Incidents that this map does not count have no part in what is suspicious.
  const columnOf = (column: Float64Array) => {
    const own = new Float64Array(column.length).fill(Number.NaN);
    for (const incident of counted) own[incident] = column[incident] ?? Number.NaN;
    return own;
  };
  const isShared = standsAtSharedPoint(columnOf(easting), columnOf(northing));
  return {
    cellMetres: whole?.cellMetres ?? Number.NaN,
    touching: (index) => known.get(index)?.neighbours ?? [],
    centre: (index) => known.get(index)?.centre ?? [Number.NaN, Number.NaN],
    records: (index) => known.get(index)?.count ?? 0,
    atSharedPoint: (index) => known.get(index)?.incidents.filter(isShared).length ?? 0,
  };
}

function describe(inputs: ProfileInputs, cells: readonly HotSpotCell[]): HotPlace {
  const incidents = cells.flatMap((cell) => [...cell.incidents]);
  const strongest = cells.reduce((best, cell) => (cell.count > best.count ? cell : best));
  const { centre } = strongest;
  const areaIndex = inputs.areaOfIncident[strongest.incidents[0] ?? -1] ?? -1;
  const { easting, northing, locationText } = inputs.evidence.incidents;
  const register = registered(inputs.register, cells);
  return {
    name:
      register?.name ??
      suggestedName({
        texts: tally(locationText, incidents),
        venue: nearestVenue(inputs.venues, centre)?.name ?? null,
        area: inputs.areas[areaIndex]?.name ?? '',
        centre,
      }),
    cells,
    incidents,
    count: cells.reduce((sum, cell) => sum + cell.count, 0),
    highestZ: cells.reduce((most, cell) => Math.max(most, cell.z), Number.NEGATIVE_INFINITY),
    centre,
    oneCoordinate: oneCoordinateOf(
      cells.map((cell) => cell.incidents),
      easting,
      northing,
    ),
    perceptions: perceptionsNear(inputs, cells),
    register,
  };
}

/** The place of the register that holds most of these cells' middles; null where none holds any. */
function registered(
  register: readonly RegisteredPlace[],
  cells: readonly HotSpotCell[],
): RegisteredPlace | null {
  let [best, most]: [RegisteredPlace | null, number] = [null, 0];
  for (const place of register) {
    const own = new Set(place.cells);
    const shared = cells.filter(({ centre }) => own.has(cellIndexOf(place.grid, ...centre))).length;
    if (shared > most) [best, most] = [place, shared];
  }
  return best;
}

function nearestVenue(
  venues: readonly Venue[],
  [easting, northing]: readonly [number, number],
): { name: string; metres: number } | null {
  let best: { name: string; metres: number } | null = null;
  for (const venue of venues) {
    const metres = Math.hypot(venue.easting - easting, venue.northing - northing);
    if (metres <= nearMetres && (best === null || metres < best.metres))
      best = { name: venue.name, metres };
  }
  return best;
}

function perceptionsNear(inputs: ProfileInputs, cells: readonly HotSpotCell[]): number {
  const { perceptions } = inputs;
  let count = 0;
  for (let index = 0; index < perceptions.length; index++) {
    const easting = perceptions.easting[index] ?? Number.NaN;
    const northing = perceptions.northing[index] ?? Number.NaN;
    if (
      cells.some(
        (cell) => Math.hypot(cell.centre[0] - easting, cell.centre[1] - northing) <= nearMetres,
      )
    )
      count++;
  }
  return count;
}

/**
 * Places to rank: the others are hot by their neighbours and hold hardly a record themselves, or the register says
 * that nobody is to be sent there.
 */
export function rankedPlaces(places: readonly HotPlace[]): HotPlace[] {
  return places.filter((place) => place.count >= smallestPrinted && whyNotRanked(place) === null);
}

/** Why the register keeps a place out of the ranking, in words; null when it does not. */
export function whyNotRanked({ register }: HotPlace): string | null {
  if (register === null) return null;
  if (register.flaggedOut !== null) return register.flaggedOut;
  return register.status === 'set-aside' ? 'set aside by the analyst.' : null;
}

/** What is to be checked about a place's positions, in words: "43 of 52 in one cell at one coordinate". */
export function positionDoubt({ oneCoordinate }: HotPlace): string | null {
  return oneCoordinate === null
    ? null
    : `${number(oneCoordinate.records)} of ${number(oneCoordinate.cellRecords)} in one cell at one coordinate`;
}

/** A place's name within a sentence. */
export function placeInSentence({ name }: HotPlace): string {
  return name.startsWith('Near ') ? `near ${name.slice(5)}` : name;
}
