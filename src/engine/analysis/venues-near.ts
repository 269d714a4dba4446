import type { NearVenue } from '../../contract/hotspots.ts';
import type { Venue } from '../../domain/evidence/other-evidence.ts';
import type { GridPosition } from '../../domain/geography/cells.ts';

/** Venues within so many metres of any of the positions, the nearest first, each with its least distance. */
export function venuesNear(
  venues: readonly Venue[],
  positions: readonly GridPosition[],
  reachMetres: number,
): NearVenue[] {
  return venues
    .map(({ name, category, capacity, closingTime, easting, northing }) => ({
      name,
      category,
      capacity,
      closingTime,
      metres: positions.reduce(
        (least, position) =>
          Math.min(least, Math.hypot(position[0] - easting, position[1] - northing)),
        Number.POSITIVE_INFINITY,
      ),
    }))
    .filter(({ metres }) => metres <= reachMetres)
    .sort((a, b) => a.metres - b.metres || (a.name < b.name ? -1 : 1))
    .map((venue) => ({ ...venue, metres: Math.round(venue.metres) }));
}
