/**
 * WGS84 longitude and latitude to British National Grid metres and back, through Ordnance Survey's OSTN15 grid of
 * shifts, which *defines* the National Grid. (WGS84 and ETRS89 are taken as one, as everywhere in crime mapping.)
 *
 * The projection is transverse Mercator on GRS80 with the National Grid's parameters, in Kruger's series to the
 * sixth order in n (Karney 2011, "Transverse Mercator with an accuracy of a few nanometres"), and the shifts are
 * interpolated bilinearly between the corners of a one-kilometre square ("Transformations and OSGM15 user guide",
 * Ordnance Survey 2016).
 */
import { projectTransverseMercator, unprojectTransverseMercator } from './transverse-mercator.ts';

/** Nodes of OSTN15 from west to east and from south to north, a kilometre apart, the first at (0, 0). */
export const shiftGridColumns = 701;
export const shiftGridRows = 1251;
const nodeCount = shiftGridColumns * shiftGridRows;
const kilometre = 1000;

/** Added to every stored value, in millimetres: the smallest shift of each layer. */
const eastBaseMillimetres = 82_140;
const northBaseMillimetres = -84_180;

const magic = 'OSTN15d1';

/** The OSTN15 shifts: one pair a node, `column + 701 * row`. */
export interface ShiftGrid {
  /** Whole millimetres to add to the projected easting, above 82,140. */
  readonly east: Uint16Array;
  /** Whole millimetres to add to the projected northing, above -84,180. */
  readonly north: Uint16Array;
}

export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

export interface GeographicPoint {
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * Reads the decompressed grid asset: eight letters `OSTN15d1`, then the east and the north layer. A layer is one
 * little-endian 16-bit difference a node, row by row: from the node to the west, in column 0 from the node to the
 * south. All low bytes of a layer come first, then all its high bytes (differences are small, so the high bytes
 * are nearly all alike and compress to nothing). Differences wrap at 65,536.
 *
 * @throws Error when the bytes are not such a grid.
 */
export function decodeShiftGrid(bytes: Uint8Array): ShiftGrid {
  const expected = magic.length + 4 * nodeCount;
  if (bytes.length !== expected) {
    throw new Error(
      `The transformation grid has ${bytes.length} bytes where ${expected} were expected: the file is damaged.`,
    );
  }
  for (let i = 0; i < magic.length; i += 1) {
    if (bytes[i] !== magic.charCodeAt(i)) {
      throw new Error('The file is not a transformation grid of this version.');
    }
  }
  return {
    east: decodeLayer(bytes, magic.length),
    north: decodeLayer(bytes, magic.length + 2 * nodeCount),
  };
}

function decodeLayer(bytes: Uint8Array, start: number): Uint16Array {
  const layer = new Uint16Array(nodeCount);
  let rowStart = 0;
  for (let row = 0; row < shiftGridRows; row += 1) {
    // A Uint16Array wraps on storing, so the value is taken back from it before it is carried on.
    let previous = row === 0 ? 0 : (layer[rowStart - shiftGridColumns] ?? 0);
    for (let node = rowStart; node < rowStart + shiftGridColumns; node += 1) {
      const low = bytes[start + node] ?? 0;
      const high = bytes[start + nodeCount + node] ?? 0;
      layer[node] = previous + low + 256 * high;
      previous = layer[node] ?? 0;
    }
    rowStart += shiftGridColumns;
  }
  return layer;
}

/**
 * National Grid metres of a place in degrees, to the millimetre where OSTN15 is defined (Great Britain and the
 * water close to it). Undefined outside the grid's 700 km by 1,250 km, and for NaN.
 */
export function wgs84ToGrid(
  grid: ShiftGrid,
  longitude: number,
  latitude: number,
): GridPoint | undefined {
  // Far from the central meridian the series means nothing; the grid spans about 9 degrees west to 3 east.
  if (!(longitude > -15 && longitude < 10 && latitude > 45 && latitude < 65)) return undefined;
  const projected = projectTransverseMercator(longitude, latitude);
  const shift = shiftAt(grid, projected.easting, projected.northing);
  if (shift === undefined) return undefined;
  return {
    easting: projected.easting + shift.easting,
    northing: projected.northing + shift.northing,
  };
}

/**
 * Degrees of a place in National Grid metres: the inverse of `wgs84ToGrid`, exact to well under a millimetre.
 * Undefined outside the grid's extent, and for NaN.
 */
export function gridToWgs84(
  grid: ShiftGrid,
  easting: number,
  northing: number,
): GeographicPoint | undefined {
  // The shifts are looked up at the projected place, which is what is sought: start from the grid place and
  // repeat. Neighbouring shifts differ by less than a millimetre a metre, so each round gains three digits.
  let projectedEasting = easting;
  let projectedNorthing = northing;
  for (let round = 0; round < 10; round += 1) {
    const shift = shiftAt(grid, projectedEasting, projectedNorthing);
    if (shift === undefined) return undefined;
    const nextEasting = easting - shift.easting;
    const nextNorthing = northing - shift.northing;
    const moved =
      Math.abs(nextEasting - projectedEasting) + Math.abs(nextNorthing - projectedNorthing);
    projectedEasting = nextEasting;
    projectedNorthing = nextNorthing;
    if (moved < 1e-6) break;
  }
  return unprojectTransverseMercator(projectedEasting, projectedNorthing);
}

/** The shift in metres at a projected place; undefined outside the grid. */
function shiftAt(grid: ShiftGrid, easting: number, northing: number): GridPoint | undefined {
  const column = Math.floor(easting / kilometre);
  const row = Math.floor(northing / kilometre);
  const inside =
    column >= 0 && column < shiftGridColumns - 1 && row >= 0 && row < shiftGridRows - 1;
  if (!inside) return undefined;
  const across = easting / kilometre - column;
  const up = northing / kilometre - row;
  const node = column + shiftGridColumns * row;
  return {
    easting: (eastBaseMillimetres + between(grid.east, node, across, up)) / 1000,
    northing: (northBaseMillimetres + between(grid.north, node, across, up)) / 1000,
  };
}

/** Bilinear interpolation; `node` is the south-west corner, `across` and `up` run from 0 to 1. */
function between(layer: Uint16Array, node: number, across: number, up: number): number {
  const southWest = layer[node] ?? 0;
  const southEast = layer[node + 1] ?? 0;
  const northWest = layer[node + shiftGridColumns] ?? 0;
  const northEast = layer[node + shiftGridColumns + 1] ?? 0;
  return (
    southWest * (1 - across) * (1 - up) +
    southEast * across * (1 - up) +
    northWest * (1 - across) * up +
    northEast * across * up
  );
}
