import { convex, multiPoint } from '@turf/turf';
import type { GridPosition } from './cells.ts';

/**
 * The convex hull of places in grid metres, without its first corner repeated at the end. One place, or places on
 * one line, have no area: their corners are the ends of the line.
 */
export function convexHull(places: readonly GridPosition[]): GridPosition[] {
  const hull = places.length < 3 ? null : convex(multiPoint(places.map(([e, n]) => [e, n])));
  const corners: GridPosition[] =
    hull?.geometry.coordinates[0]?.slice(0, -1).map(([e = 0, n = 0]) => [e, n]) ?? [];
  if (corners.length >= 3) return corners;
  const sorted = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? [first] : [first, last];
}
