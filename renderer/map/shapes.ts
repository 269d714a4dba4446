import Flatbush from 'flatbush';
import type { RunGeometry } from '../../src/contract/hotspots.ts';

/**
 * Rows of a result as shapes on the map: rings (cells, hulls, areas) or points, in typed arrays.
 *
 * Positions are units of the web map at zoom 0 (the world is 256 wide, y downwards), relative to an origin of the
 * shapes' own: at any zoom they are only multiplied and shifted, so one projection serves all zooms, and 32 bits
 * are enough for a force at a hundredth of a pixel.
 */
export interface Shapes {
  readonly kind: 'rings' | 'points';
  /** Whether each row is one cell of a grid: four corners of a square or six of a hexagon, all alike. */
  readonly areCells: boolean;
  /** How many rows; a row may have no ring, or several (an area of two parts, a hole). */
  readonly rows: number;
  /** Vertices as x, y pairs. Points: one a row. */
  readonly xy: Float32Array;
  /** Ring r is the vertices from starts[r] up to starts[r + 1]. Empty for points. */
  readonly starts: Int32Array;
  /** Row i has the rings from ringsOf[i] up to ringsOf[i + 1]. Empty for points. */
  readonly ringsOf: Int32Array;
  readonly originX: number;
  readonly originY: number;
  /** Bounds of each row, relative to the origin; null when there is no row. */
  readonly index: Flatbush | null;
}

/** A place on the web map at zoom 0. */
export interface WorldPlace {
  readonly x: number;
  readonly y: number;
}

const worldSize = 256;
const radians = Math.PI / 180;

/** Degrees to the web map at zoom 0 (spherical Mercator, as Leaflet's own). */
export function worldOf(longitude: number, latitude: number): WorldPlace {
  const sine = Math.sin(latitude * radians);
  return {
    x: worldSize * (longitude / 360 + 0.5),
    y: worldSize * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

/** The web map at zoom 0 to degrees: the inverse of `worldOf`. */
export function degreesOf({ x, y }: WorldPlace): { longitude: number; latitude: number } {
  return {
    longitude: (x / worldSize - 0.5) * 360,
    latitude: Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / worldSize))) / radians,
  };
}

/** West, south, east and north of all rows in degrees; null when none has a place. */
export function extentOf({
  index,
  originX,
  originY,
}: Shapes): readonly [west: number, south: number, east: number, north: number] | null {
  if (index === null || !Number.isFinite(index.maxX - index.minX)) return null;
  const northWest = degreesOf({ x: index.minX + originX, y: index.minY + originY });
  const southEast = degreesOf({ x: index.maxX + originX, y: index.maxY + originY });
  return [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude];
}

/** What `shapesOf` needs besides a result: the rings of the boundaries, by code. */
export type RingsOfArea = ReadonlyMap<string, readonly Float64Array[]>;

/** Shapes of a result's rows; null when the result has no place on the ground. */
export function shapesOf(geometry: RunGeometry, areas: RingsOfArea): Shapes | null {
  if (geometry.kind === 'none') return null;
  if (geometry.kind === 'points') return pointShapes(geometry.positions);
  if (geometry.kind === 'areas')
    return areaShapes(geometry.codes.map((code) => areas.get(code) ?? []));
  if (geometry.kind === 'hulls') {
    const rows = Math.max(0, geometry.starts.length - 1);
    return ringShapes(geometry.positions, geometry.starts, countUp(rows, 1), false);
  }
  const { verticesPerCell, polygons } = geometry;
  const rows = polygons.length / (2 * verticesPerCell);
  return ringShapes(polygons, countUp(rows, verticesPerCell), countUp(rows, 1), true);
}

/** 0, step, 2 * step and so on, up to rows * step. */
function countUp(rows: number, step: number): Int32Array {
  return Int32Array.from({ length: rows + 1 }, (_, row) => row * step);
}

/** Shapes of rows that have any number of rings each (longitude-latitude pairs, not closed). */
export function areaShapes(rows: readonly (readonly Float64Array[])[]): Shapes {
  const rings = rows.flat();
  const starts = new Int32Array(rings.length + 1);
  for (const [ring, { length }] of rings.entries()) {
    starts[ring + 1] = (starts[ring] ?? 0) + length / 2;
  }
  const positions = new Float64Array(2 * (starts[rings.length] ?? 0));
  for (const [ring, values] of rings.entries()) positions.set(values, 2 * (starts[ring] ?? 0));
  const ringsOf = new Int32Array(rows.length + 1);
  for (const [row, own] of rows.entries()) ringsOf[row + 1] = (ringsOf[row] ?? 0) + own.length;
  return ringShapes(positions, starts, ringsOf, false);
}

/** Shapes of points given as longitude-latitude pairs. */
export function pointShapes(positions: Float64Array): Shapes {
  const { xy, originX, originY } = project(positions);
  const rows = xy.length / 2;
  const none = new Int32Array(0);
  const shapes = {
    kind: 'points',
    areCells: false,
    rows,
    xy,
    starts: none,
    ringsOf: none,
    originX,
    originY,
  };
  return { ...shapes, kind: 'points', index: indexOf(rows, (row) => boundsOf(xy, row, row + 1)) };
}

function ringShapes(
  positions: Float64Array,
  starts: Int32Array,
  ringsOf: Int32Array,
  areCells: boolean,
): Shapes {
  const { xy, originX, originY } = project(positions);
  const rows = ringsOf.length - 1;
  const index = indexOf(rows, (row) =>
    boundsOf(xy, starts[ringsOf[row] ?? 0] ?? 0, starts[ringsOf[row + 1] ?? 0] ?? 0),
  );
  return { kind: 'rings', areCells, rows, xy, starts, ringsOf, originX, originY, index };
}

function project(positions: Float64Array): { xy: Float32Array; originX: number; originY: number } {
  const xy = new Float32Array(positions.length);
  let origin: WorldPlace | null = null;
  for (let at = 0; at < positions.length; at += 2) {
    const place = worldOf(positions[at] ?? Number.NaN, positions[at + 1] ?? Number.NaN);
    if (origin === null && !Number.isNaN(place.x + place.y)) origin = place;
    xy[at] = place.x - (origin?.x ?? 0);
    xy[at + 1] = place.y - (origin?.y ?? 0);
  }
  return { xy, originX: origin?.x ?? 0, originY: origin?.y ?? 0 };
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Bounds of some vertices; a box that nothing can be in where none of them is a place. */
function boundsOf(xy: Float32Array, from: number, to: number): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let vertex = from; vertex < to; vertex++) {
    const x = xy[2 * vertex] ?? Number.NaN;
    const y = xy[2 * vertex + 1] ?? Number.NaN;
    if (Number.isNaN(x + y)) continue;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return minX <= maxX ? [minX, minY, maxX, maxY] : [nowhere, nowhere, nowhere, nowhere];
}

/** Outside of the world, and finite so that the index can be ordered. */
const nowhere = -2 * worldSize;

function indexOf(rows: number, bounds: (row: number) => Box): Flatbush | null {
  if (rows === 0) return null;
  const index = new Flatbush(rows, 16, Float32Array);
  for (let row = 0; row < rows; row++) index.add(...bounds(row));
  index.finish();
  return index;
}
