import type { Venue } from '../evidence/other-evidence.ts';
import type { HotSpotCell, ProfileInputs } from './inputs.ts';

/** Adjacent hot cells as one place, the largest first. */
export interface HotPlace {
  readonly cells: readonly HotSpotCell[];
  readonly incidents: readonly number[];
  readonly count: number;
  readonly highestZ: number;
  readonly centre: readonly [number, number];
  readonly venue: { readonly name: string; readonly metres: number } | null;
  readonly area: string;
  /** Share of its incidents that stand on its commonest coordinate. */
  readonly largestCoordinateShare: number;
  readonly perceptions: number;
}

/** Half a cell's diagonal and a little: how near a report must be to belong to a place. */
const nearMetres = 250;
/** From this share on, one coordinate makes the place: perhaps a default of the records system. */
export const oneCoordinateShare = 0.5;

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
  const { easting, northing } = inputs.evidence.incidents;
  const at = new Map<string, number>();
  for (const index of incidents) {
    const key = `${easting[index]} ${northing[index]}`;
    at.set(key, (at.get(key) ?? 0) + 1);
  }
  const areaIndex = inputs.areaOfIncident[strongest.incidents[0] ?? -1] ?? -1;
  return {
    cells,
    incidents,
    count: cells.reduce((sum, cell) => sum + cell.count, 0),
    highestZ: Math.max(...cells.map((cell) => cell.z)),
    centre: strongest.centre,
    venue: nearestVenue(inputs.venues, strongest.centre),
    area: inputs.areas[areaIndex]?.name ?? '',
    largestCoordinateShare:
      incidents.length === 0 ? 0 : Math.max(...at.values()) / incidents.length,
    perceptions: perceptionsNear(inputs, cells),
  };
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

/** A place's name for people: the nearest venue, else its area, else its grid position to the kilometre. */
export function placeName(place: HotPlace): string {
  const cell = `E${Math.round(place.centre[0] / 100) / 10} N${Math.round(place.centre[1] / 100) / 10} km`;
  if (place.venue !== null) return `Near ${place.venue.name}`;
  return place.area === '' ? cell : `${place.area} (${cell})`;
}
