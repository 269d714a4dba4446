import { eachMeeting, type OpenRing } from './ring-edges.ts';
import { type Box, boxesMeet, boxOf, placeInRing } from './ring-geometry.ts';

/** An outline and its holes. */
export type OpenPolygon = readonly OpenRing[];

interface PlacedRing {
  readonly ring: OpenRing;
  readonly polygon: number;
  readonly isOutline: boolean;
  readonly box: Box;
}

/**
 * The rings that make an area invalid, counted through its polygons from 0: those that cross or touch themselves,
 * cross or run along another one, holes outside their outline or in one another, and polygons in one another.
 */
export function faultyRings(polygons: readonly OpenPolygon[]): Set<number> {
  const rings: PlacedRing[] = polygons.flatMap((polygon, index) =>
    polygon.map((ring, place) => ({
      ring,
      polygon: index,
      isOutline: place === 0,
      box: boxOf(ring),
    })),
  );
  const faulty = new Set<number>();
  const touching = new Set<string>();
  findCrossings(rings, faulty, touching);
  findMisplaced(rings, faulty, touching);
  return faulty;
}

/** Looks at every two edges that meet. */
function findCrossings(
  rings: readonly PlacedRing[],
  faulty: Set<number>,
  touching: Set<string>,
): void {
  eachMeeting(
    rings.map(({ ring }) => ring),
    (one, other, meeting) => {
      if (meeting === 'cross' || one.ring === other.ring) faulty.add(one.ring).add(other.ring);
      else touching.add(`${one.ring} ${other.ring}`).add(`${other.ring} ${one.ring}`);
    },
  );
}

/** Looks at how rings that do not cross lie to one another. */
function findMisplaced(
  rings: readonly PlacedRing[],
  faulty: Set<number>,
  touching: ReadonlySet<string>,
): void {
  const holds = (inner: number, outer: number, place: 'inside' | 'outside'): boolean => {
    const ring = rings[outer]?.ring ?? [];
    const points = rings[inner]?.ring ?? [];
    if (touching.has(`${inner} ${outer}`)) {
      return points.some((point) => placeInRing(point, ring) === place);
    }
    const [first] = points;
    return first !== undefined && placeInRing(first, ring) === place;
  };
  let outline = 0;
  for (const [index, one] of rings.entries()) {
    if (one.isOutline) outline = index;
    else if (holds(index, outline, 'outside')) faulty.add(index).add(outline);
    for (const [otherIndex, other] of rings.entries()) {
      // Holes of one polygon with each other, and outlines of all polygons with each other.
      const isPair = one.isOutline
        ? other.isOutline
        : !other.isOutline && one.polygon === other.polygon;
      if (index === otherIndex || !isPair || !boxesMeet(one.box, other.box)) continue;
      if (!holds(index, otherIndex, 'inside')) continue;
      if (one.isOutline && isInHole(one, other, rings)) continue;
      faulty.add(index).add(otherIndex);
    }
  }
}

/** Whether a polygon stands in a hole of the one around it, as an island does. */
function isInHole(inner: PlacedRing, outer: PlacedRing, rings: readonly PlacedRing[]): boolean {
  return rings.some(
    (hole) =>
      !hole.isOutline &&
      hole.polygon === outer.polygon &&
      inner.ring.every((point) => placeInRing(point, hole.ring) !== 'outside'),
  );
}
