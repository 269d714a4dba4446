import type { AreaIndex } from './areas.ts';
import { bandedPolygonHolds, buildEdgeBands, type EdgeBands } from './edge-bands.ts';

/** Cells are 100 m, or larger where that would need more than this many. */
const mostCells = 4_000_000;
const smallestCellMetres = 100;
/** Edges are taken this much wider when they are drawn into cells, far above any rounding error. */
const marginMetres = 0.001;

/** What a cell knows. Values from 0 on are a place in the list of areas. */
const noArea = -1;
const borderCell = -2;
const notAsked = -3;

interface Raster {
  readonly west: number;
  readonly south: number;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
  /** One entry a cell: an area, `noArea`, `borderCell` or `notAsked`. */
  readonly cells: Int32Array;
}

/**
 * The area of every position, as a place in `index.areas`; -1 where none holds it and for NaN. The same answer as
 * `areaAt` for each position: a border shared by two areas belongs to exactly one, and where areas overlap the
 * first in order wins. One call handles areas of one type.
 *
 * The plane is cut into cells. A cell that no edge touches lies wholly in one area or in none, so its centre is
 * asked once for all positions in it; in the other cells each position is tested against the polygons near by.
 *
 * @param easting British National Grid metres, as `northing`.
 * @throws RangeError when the arrays differ in length.
 */
export function assignAreas(
  index: AreaIndex,
  easting: Float64Array,
  northing: Float64Array,
): Int32Array {
  if (easting.length !== northing.length) {
    throw new RangeError('Eastings and northings must have the same length.');
  }
  const assigned = new Int32Array(easting.length).fill(noArea);
  const raster = emptyRaster(index, easting, northing);
  if (raster === null) return assigned;
  const bands = buildEdgeBands(index, raster.south, raster.cellMetres);
  markBorders(raster, bands);
  const candidates = new Map<number, readonly number[]>();
  for (let i = 0; i < assigned.length; i += 1) {
    const east = easting[i] ?? Number.NaN;
    const north = northing[i] ?? Number.NaN;
    const column = Math.floor((east - raster.west) / raster.cellMetres);
    const row = Math.floor((north - raster.south) / raster.cellMetres);
    // Written so that NaN fails too.
    if (!(column >= 0 && column < raster.columns && row >= 0 && row < raster.rows)) continue;
    const cell = row * raster.columns + column;
    let known = raster.cells[cell] ?? noArea;
    if (known === notAsked) {
      known = areaOfWholeCell(index, bands, raster, column, row);
      raster.cells[cell] = known;
    } else if (known === borderCell) {
      let near = candidates.get(cell);
      if (near === undefined) {
        near = polygonsNear(index, raster, column, row);
        candidates.set(cell, near);
      }
      known = firstThatHolds(index, bands, near, east, north);
    }
    assigned[i] = known;
  }
  return assigned;
}

/** Cells over the part of the areas' box that has positions; null when there is no such part. */
function emptyRaster(
  index: AreaIndex,
  easting: Float64Array,
  northing: Float64Array,
): Raster | null {
  if (index.boxes === null) return null;
  const east = rangeOf(easting);
  const north = rangeOf(northing);
  const west = Math.max(index.boxes.minX, east.low);
  const south = Math.max(index.boxes.minY, north.low);
  const width = Math.min(index.boxes.maxX, east.high) - west;
  const height = Math.min(index.boxes.maxY, north.high) - south;
  if (!(width >= 0 && height >= 0 && Number.isFinite(width * height))) return null;
  let cellMetres = smallestCellMetres;
  const cellsAlong = (metres: number) => Math.floor(metres / cellMetres) + 1;
  while (cellsAlong(width) * cellsAlong(height) > mostCells) cellMetres *= 2;
  const columns = cellsAlong(width);
  const rows = cellsAlong(height);
  const cells = new Int32Array(columns * rows).fill(notAsked);
  return { west, south, cellMetres, columns, rows, cells };
}

function rangeOf(values: Float64Array): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** Marks every cell that an edge touches, and none too few: a row at a time, each part of an edge a little wider. */
function markBorders(raster: Raster, bands: EdgeBands): void {
  const { edges } = bands;
  for (let at = 0; at < edges.length; at += 4) {
    const fromEast = (edges[at] ?? 0) - raster.west;
    const fromNorth = (edges[at + 1] ?? 0) - raster.south;
    const toEast = (edges[at + 2] ?? 0) - raster.west;
    const toNorth = (edges[at + 3] ?? 0) - raster.south;
    markEdge(raster, fromEast, fromNorth, toEast, toNorth);
  }
}

function markEdge(
  raster: Raster,
  fromEast: number,
  fromNorth: number,
  toEast: number,
  toNorth: number,
): void {
  const { cellMetres } = raster;
  const lowNorth = Math.min(fromNorth, toNorth) - marginMetres;
  const highNorth = Math.max(fromNorth, toNorth) + marginMetres;
  const lowEast = Math.min(fromEast, toEast) - marginMetres;
  const highEast = Math.max(fromEast, toEast) + marginMetres;
  const firstRow = Math.max(0, Math.floor(lowNorth / cellMetres));
  const lastRow = Math.min(raster.rows - 1, Math.floor(highNorth / cellMetres));
  const eastPerNorth = (toEast - fromEast) / (toNorth - fromNorth);
  // A nearly level edge has a steepness that says nothing within a row: take its whole length.
  const level = Math.abs(toNorth - fromNorth) < marginMetres;
  for (let row = firstRow; row <= lastRow; row += 1) {
    let west = lowEast;
    let east = highEast;
    if (!level) {
      const southEnd = Math.max(lowNorth, row * cellMetres - marginMetres);
      const northEnd = Math.min(highNorth, (row + 1) * cellMetres + marginMetres);
      const atSouth = fromEast + (southEnd - fromNorth) * eastPerNorth;
      const atNorth = fromEast + (northEnd - fromNorth) * eastPerNorth;
      west = Math.max(lowEast, Math.min(atSouth, atNorth) - marginMetres);
      east = Math.min(highEast, Math.max(atSouth, atNorth) + marginMetres);
    }
    const firstColumn = Math.max(0, Math.floor(west / cellMetres));
    const lastColumn = Math.min(raster.columns - 1, Math.floor(east / cellMetres));
    const start = row * raster.columns;
    if (lastColumn >= firstColumn) {
      raster.cells.fill(borderCell, start + firstColumn, start + lastColumn + 1);
    }
  }
}

function areaOfWholeCell(
  index: AreaIndex,
  bands: EdgeBands,
  raster: Raster,
  column: number,
  row: number,
): number {
  const east = raster.west + (column + 0.5) * raster.cellMetres;
  const north = raster.south + (row + 0.5) * raster.cellMetres;
  const near = polygonsNear(index, raster, column, row);
  return firstThatHolds(index, bands, near, east, north);
}

/** Polygons whose box meets a cell, in the order of their areas. */
function polygonsNear(index: AreaIndex, raster: Raster, column: number, row: number): number[] {
  const west = raster.west + column * raster.cellMetres - marginMetres;
  const south = raster.south + row * raster.cellMetres - marginMetres;
  const wide = raster.cellMetres + 2 * marginMetres;
  const found = index.boxes?.search(west, south, west + wide, south + wide) ?? [];
  // Polygons are listed area by area, so their own order is the order of the areas.
  return found.sort((a, b) => a - b);
}

function firstThatHolds(
  index: AreaIndex,
  bands: EdgeBands,
  polygons: readonly number[],
  easting: number,
  northing: number,
): number {
  for (const polygon of polygons) {
    if (bandedPolygonHolds(bands, polygon, easting, northing)) {
      return index.polygons[polygon]?.area ?? noArea;
    }
  }
  return noArea;
}
