import type { Venue } from '../evidence/other-evidence.ts';
import { smallestPrinted } from './counting.ts';
import type { HotSpotCell, ProfileInputs } from './inputs.ts';
import { number } from './words.ts';

/** Adjacent hot cells as one place, the largest first. */
export interface HotPlace {
  readonly cells: readonly HotSpotCell[];
  readonly incidents: readonly number[];
  readonly count: number;
  readonly highestZ: number;
  readonly centre: readonly [number, number];
  readonly venue: { readonly name: string; readonly metres: number } | null;
  readonly area: string;
  /** Its cell that one coordinate makes hot, where there is one: perhaps a default of the records system. */
  readonly oneCoordinate: { readonly records: number; readonly cellRecords: number } | null;
  readonly perceptions: number;
}

/** Half a cell's diagonal and a little: how near a report must be to belong to a place. */
const nearMetres = 250;
/** From this share of a cell's records on, and from this many, one coordinate makes the cell. */
const oneCoordinateShare = 0.5;
const fewestAtOneCoordinate = 10;

/** Hot cells (at most 5 in 100 expected by chance) merged with their hot neighbours and ranked by count. */
export function hotPlaces(inputs: ProfileInputs, cells: readonly HotSpotCell[]): HotPlace[] {
  const hot = new Map(cells.filter((cell) => cell.bin >= 2).map((cell) => [cell.index, cell]));
  const seen = new Set<number>();
  const places: HotPlace[] = [];
  for (const start of hot.values()) {
    if (seen.has(start.index)) continue;
    const group: HotSpotCell[] = [];
    const waiting = [start];
    seen.add(start.index);
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      group.push(cell);
      for (const neighbour of cell.neighbours) {
        const next = hot.get(neighbour);
        if (next === undefined || seen.has(neighbour)) continue;
        seen.add(neighbour);
        waiting.push(next);
      }
    }
    places.push(describe(inputs, group));
  }
  return places.sort((a, b) => b.count - a.count || b.highestZ - a.highestZ);
}

function describe(inputs: ProfileInputs, cells: readonly HotSpotCell[]): HotPlace {
  const incidents = cells.flatMap((cell) => [...cell.incidents]);
  const strongest = cells.reduce((best, cell) => (cell.count > best.count ? cell : best));
  const areaIndex = inputs.areaOfIncident[strongest.incidents[0] ?? -1] ?? -1;
  return {
    cells,
    incidents,
    count: cells.reduce((sum, cell) => sum + cell.count, 0),
    highestZ: cells.reduce((most, cell) => Math.max(most, cell.z), Number.NEGATIVE_INFINITY),
    centre: strongest.centre,
    venue: nearestVenue(inputs.venues, strongest.centre),
    area: inputs.areas[areaIndex]?.name ?? '',
    oneCoordinate: oneCoordinateOf(inputs, cells),
    perceptions: perceptionsNear(inputs, cells),
  };
}

/**
 * The cell with the most records on one coordinate, when they are most of its records. Asked of each cell and not
 * of the place: a default position beside a real hot spot is merged with it, and would hide among its records.
 */
function oneCoordinateOf(
  inputs: ProfileInputs,
  cells: readonly HotSpotCell[],
): HotPlace['oneCoordinate'] {
  const { easting, northing } = inputs.evidence.incidents;
  let found: HotPlace['oneCoordinate'] = null;
  for (const cell of cells) {
    const at = new Map<string, number>();
    let records = 0;
    for (const index of cell.incidents) {
      const key = `${easting[index]} ${northing[index]}`;
      const own = (at.get(key) ?? 0) + 1;
      at.set(key, own);
      records = Math.max(records, own);
    }
    if (records < fewestAtOneCoordinate || records < oneCoordinateShare * cell.count) continue;
    if (found === null || records > found.records) found = { records, cellRecords: cell.count };
  }
  return found;
}

function nearestVenue(
  venues: readonly Venue[],
  [easting, northing]: readonly [number, number],
): HotPlace['venue'] {
  let best: HotPlace['venue'] = null;
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

/** Places to rank: the others are hot by their neighbours and hold hardly a record themselves. */
export function rankedPlaces(places: readonly HotPlace[]): HotPlace[] {
  return places.filter((place) => place.count >= smallestPrinted);
}

/** What is to be checked about a place's positions, in words: "43 of 52 in one cell at one coordinate". */
export function positionDoubt({ oneCoordinate }: HotPlace): string | null {
  return oneCoordinate === null
    ? null
    : `${number(oneCoordinate.records)} of ${number(oneCoordinate.cellRecords)} in one cell at one coordinate`;
}

/** A place's name for people: the nearest venue, else its area, else its grid position to the kilometre. */
export function placeName(place: HotPlace): string {
  const cell = `E${Math.round(place.centre[0] / 100) / 10} N${Math.round(place.centre[1] / 100) / 10} km`;
  if (place.venue !== null) return `Near ${place.venue.name}`;
  return place.area === '' ? cell : `${place.area} (${cell})`;
}

/** The same name within a sentence. */
export function placeInSentence(place: HotPlace): string {
  return place.venue === null ? placeName(place) : `near ${place.venue.name}`;
}
