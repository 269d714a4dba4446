import { featureCollection, polygon as turfPolygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { RowRejected } from '../values.ts';
import type { OpenRing } from './ring-edges.ts';
import { faultyRings, type OpenPolygon } from './ring-faults.ts';
import { doubledArea, type Point } from './ring-geometry.ts';
import { withNodes } from './ring-nodes.ts';

export interface MendedPolygons {
  /** Valid polygons: outlines run anticlockwise, holes clockwise. */
  readonly polygons: readonly OpenPolygon[];
  /** Places of the rings that were at fault, counted through the polygons as given. */
  readonly faulty: ReadonlySet<number>;
}

/**
 * Mends polygons in whole centimetres whose rings cross or touch themselves or one another. The ground that a
 * ring goes round in either direction is kept, so both loops of a bow tie stay; polygons that overlap become one.
 * Polygons without fault are left as they are.
 *
 * @throws RowRejected `unreadable-shape` when the rings cannot be mended.
 */
export function mendPolygons(given: readonly OpenPolygon[]): MendedPolygons {
  const faulty = faultyRings(given);
  const polygons = faulty.size === 0 ? given : unionOfFaulty(given, faulty);
  return { polygons: polygons.map(oriented), faulty };
}

function unionOfFaulty(
  polygons: readonly OpenPolygon[],
  faulty: ReadonlySet<number>,
): OpenPolygon[] {
  const sound: OpenPolygon[] = [];
  const broken: OpenPolygon[] = [];
  let ringsBefore = 0;
  for (const polygon of polygons) {
    const start = ringsBefore;
    const isBroken = polygon.some((_, place) => faulty.has(start + place));
    (isBroken ? broken : sound).push(polygon);
    ringsBefore += polygon.length;
  }
  return [...sound, ...unionOf(broken)];
}

function unionOf(polygons: readonly OpenPolygon[]): OpenPolygon[] {
  const features = withNodesInAll(polygons).map((rings) => turfPolygon(rings.map(closed)));
  if (features.length === 0) return [];
  // Turf wants two at least; a polygon with itself is itself, without its faults.
  const joined = unionOrReject([...features, ...features.slice(0, 1)]);
  if (joined === undefined) return [];
  const joinedPolygons = joined.type === 'Polygon' ? [joined.coordinates] : joined.coordinates;
  return joinedPolygons.map((rings) => rings.map(opened));
}

function unionOrReject(features: Feature<Polygon>[]): Polygon | MultiPolygon | undefined {
  try {
    return union(featureCollection(features))?.geometry;
  } catch {
    // The library gave up on these rings: one area refused and counted is better than the whole file.
    throw new RowRejected('unreadable-shape');
  }
}

/** The polygons with nodes where their rings meet; without rings and outlines that enclose nothing. */
function withNodesInAll(polygons: readonly OpenPolygon[]): OpenPolygon[] {
  const rings = withNodes(polygons.flat());
  let start = 0;
  return polygons.flatMap(({ length }) => {
    const [outline = [], ...holes] = rings.slice(start, start + length);
    start += length;
    return outline.length === 0 ? [] : [[outline, ...holes.filter((hole) => hole.length > 0)]];
  });
}

function closed(ring: OpenRing): [number, number][] {
  return [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]);
}

function opened(ring: readonly (readonly number[])[]): OpenRing {
  return ring.slice(0, -1).map(([x = 0, y = 0]): Point => [x, y]);
}

function oriented(polygon: OpenPolygon): OpenPolygon {
  return polygon.map((ring, place) => {
    const isAnticlockwise = doubledArea(ring) > 0;
    return isAnticlockwise === (place === 0) ? ring : ring.toReversed();
  });
}
