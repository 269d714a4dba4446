import Flatbush from 'flatbush';
import type { GridPosition } from './cells.ts';

/** A ring of positions; whether the first is repeated at the end does not matter. */
export type Ring = readonly GridPosition[];

/** An administrative area in British National Grid metres. */
export interface AreaShape {
  readonly code: string;
  /** Polygons, each with its outer ring first and its holes after it. */
  readonly polygons: readonly (readonly Ring[])[];
}

/** Areas ready to be asked which of them holds a place. */
export interface AreaIndex {
  readonly areas: readonly AreaShape[];
  /** Boxes of the polygons; null when there is none. */
  readonly boxes: Flatbush | null;
  readonly polygons: readonly IndexedPolygon[];
}

interface IndexedPolygon {
  /** Place of the polygon's area in `areas`. */
  readonly area: number;
  /** Each ring as easting, northing, easting, northing ..., closed. */
  readonly rings: readonly Float64Array[];
}

/** Prepares areas for `areaAt`. Rings of fewer than three positions hold nothing and are passed over. */
export function buildAreaIndex(areas: readonly AreaShape[]): AreaIndex {
  const polygons: IndexedPolygon[] = [];
  for (const [area, shape] of areas.entries()) {
    for (const polygon of shape.polygons) {
      if ((polygon[0]?.length ?? 0) >= 3) polygons.push({ area, rings: polygon.map(closedRing) });
    }
  }
  if (polygons.length === 0) return { areas, boxes: null, polygons };
  const boxes = new Flatbush(polygons.length);
  for (const { rings } of polygons) {
    const { minEasting, minNorthing, maxEasting, maxNorthing } = boundsOf(rings);
    boxes.add(minEasting, minNorthing, maxEasting, maxNorthing);
  }
  boxes.finish();
  return { areas, boxes, polygons };
}

function closedRing(ring: Ring): Float64Array {
  const first = ring[0];
  return Float64Array.from((first === undefined ? [] : [...ring, first]).flat());
}

function boundsOf(rings: readonly Float64Array[]) {
  let minEasting = Number.POSITIVE_INFINITY;
  let minNorthing = Number.POSITIVE_INFINITY;
  let maxEasting = Number.NEGATIVE_INFINITY;
  let maxNorthing = Number.NEGATIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const easting = ring[i] ?? Number.NaN;
      const northing = ring[i + 1] ?? Number.NaN;
      minEasting = Math.min(minEasting, easting);
      minNorthing = Math.min(minNorthing, northing);
      maxEasting = Math.max(maxEasting, easting);
      maxNorthing = Math.max(maxNorthing, northing);
    }
  }
  return { minEasting, minNorthing, maxEasting, maxNorthing };
}

/**
 * The place in `index.areas` of the area that holds a position, -1 when none does or for NaN. Where areas share
 * a border, a position on it belongs to exactly one of them (half-open edges); where areas overlap, the first wins.
 */
export function areaAt(index: AreaIndex, easting: number, northing: number): number {
  if (index.boxes === null || !(Number.isFinite(easting) && Number.isFinite(northing))) return -1;
  let found = -1;
  for (const candidate of index.boxes.search(easting, northing, easting, northing)) {
    const polygon = index.polygons[candidate];
    if (polygon === undefined || (found >= 0 && polygon.area >= found)) continue;
    if (polygonHolds(polygon.rings, easting, northing)) found = polygon.area;
  }
  return found;
}

/** Even-odd rule over all rings, so that a hole takes away. */
function polygonHolds(rings: readonly Float64Array[], easting: number, northing: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      if (
        crossesToTheEast(
          ring[i] ?? 0,
          ring[i + 1] ?? 0,
          ring[i + 2] ?? 0,
          ring[i + 3] ?? 0,
          easting,
          northing,
        )
      ) {
        inside = !inside;
      }
    }
  }
  return inside;
}

/**
 * Whether an edge crosses the half-line from a position to the east. The northern end of an edge does not belong
 * to it. The edge is always taken from its southern end, so that two areas that share it, one running up and one
 * running down it, get the same answer to the last bit and no position falls between them.
 */
export function crossesToTheEast(
  fromEasting: number,
  fromNorthing: number,
  toEasting: number,
  toNorthing: number,
  easting: number,
  northing: number,
): boolean {
  if (fromNorthing > northing === toNorthing > northing) return false;
  return fromNorthing < toNorthing
    ? isWestOf(fromEasting, fromNorthing, toEasting, toNorthing, easting, northing)
    : isWestOf(toEasting, toNorthing, fromEasting, fromNorthing, easting, northing);
}

function isWestOf(
  southEasting: number,
  southNorthing: number,
  northEasting: number,
  northNorthing: number,
  easting: number,
  northing: number,
): boolean {
  return (
    (easting - southEasting) * (northNorthing - southNorthing) <
    (northEasting - southEasting) * (northing - southNorthing)
  );
}

/** Area in square kilometres on the National Grid: its polygons' outer rings less their holes. */
export function areaSquareKilometres(area: AreaShape): number {
  let squareMetres = 0;
  for (const [outer = [], ...holes] of area.polygons) {
    squareMetres += ringSquareMetres(outer);
    for (const hole of holes) squareMetres -= ringSquareMetres(hole);
  }
  return squareMetres / 1e6;
}

/** Shoelace formula from the first position, so that large coordinates keep their digits. */
function ringSquareMetres(ring: Ring): number {
  const [originEasting, originNorthing] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (const [i, [easting, northing]] of ring.entries()) {
    const [nextEasting, nextNorthing] = ring[i + 1] ?? [originEasting, originNorthing];
    doubled +=
      (easting - originEasting) * (nextNorthing - originNorthing) -
      (nextEasting - originEasting) * (northing - originNorthing);
  }
  return Math.abs(doubled) / 2;
}
