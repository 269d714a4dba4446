import { type AreaIndex, crossesToTheEast } from './areas.ts';

/**
 * The edges of all polygons of an area index, sorted into bands of northing, so that a point-in-polygon test
 * looks at the few edges of the point's own band instead of the whole ring. A half-line to the east can only
 * cross edges that reach the point's northing, and all of those stand in its band: the answer is the same.
 */
export interface EdgeBands {
  readonly south: number;
  readonly bandMetres: number;
  /** Easting, northing of the start, easting, northing of the end, for each edge. */
  readonly edges: Float64Array;
  /** The polygon of each edge, as a place in `AreaIndex.polygons`. */
  readonly polygonOfEdge: Int32Array;
  /** The westernmost and easternmost easting of each polygon: outside of them nothing has to be tested. */
  readonly west: Float64Array;
  readonly east: Float64Array;
  /** For each polygon its southernmost band, and where its bands begin in `bandStarts`. */
  readonly firstBand: Int32Array;
  readonly firstStart: Int32Array;
  /** Where each band's edges begin in `banded`; one more entry than bands. */
  readonly bandStarts: Int32Array;
  readonly banded: Int32Array;
}

/** Sorts the edges of an index into bands of `bandMetres`, counted from `south`. */
export function buildEdgeBands(index: AreaIndex, south: number, bandMetres: number): EdgeBands {
  const { edges, polygonOfEdge } = flattenEdges(index);
  const bandOf = (northing: number) => Math.floor((northing - south) / bandMetres);
  const polygons = index.polygons.length;
  const firstBand = new Int32Array(polygons).fill(2147483647);
  const lastBand = new Int32Array(polygons).fill(-2147483648);
  const west = new Float64Array(polygons).fill(Number.POSITIVE_INFINITY);
  const east = new Float64Array(polygons).fill(Number.NEGATIVE_INFINITY);
  const lowBand = new Int32Array(polygonOfEdge.length);
  const highBand = new Int32Array(polygonOfEdge.length);
  for (const [edge, polygon] of polygonOfEdge.entries()) {
    const from = bandOf(edges[edge * 4 + 1] ?? 0);
    const to = bandOf(edges[edge * 4 + 3] ?? 0);
    const start = edges[edge * 4] ?? 0;
    west[polygon] = Math.min(west[polygon] ?? 0, start);
    east[polygon] = Math.max(east[polygon] ?? 0, start);
    lowBand[edge] = Math.min(from, to);
    highBand[edge] = Math.max(from, to);
    firstBand[polygon] = Math.min(firstBand[polygon] ?? 0, from, to);
    lastBand[polygon] = Math.max(lastBand[polygon] ?? 0, from, to);
  }
  const firstStart = new Int32Array(polygons + 1);
  for (let polygon = 0; polygon < polygons; polygon += 1) {
    const bands = Math.max(0, (lastBand[polygon] ?? 0) - (firstBand[polygon] ?? 0) + 1);
    firstStart[polygon + 1] = (firstStart[polygon] ?? 0) + bands;
  }
  const eachBand = (visit: (start: number, edge: number) => void) => {
    for (const [edge, polygon] of polygonOfEdge.entries()) {
      const base = (firstStart[polygon] ?? 0) - (firstBand[polygon] ?? 0);
      for (let band = lowBand[edge] ?? 0; band <= (highBand[edge] ?? 0); band += 1) {
        visit(base + band, edge);
      }
    }
  };
  const bandStarts = new Int32Array((firstStart[polygons] ?? 0) + 1);
  eachBand((start) => {
    bandStarts[start + 1] = (bandStarts[start + 1] ?? 0) + 1;
  });
  for (let i = 1; i < bandStarts.length; i += 1) {
    bandStarts[i] = (bandStarts[i] ?? 0) + (bandStarts[i - 1] ?? 0);
  }
  const next = bandStarts.slice();
  const banded = new Int32Array(bandStarts[bandStarts.length - 1] ?? 0);
  eachBand((start, edge) => {
    const place = next[start] ?? 0;
    banded[place] = edge;
    next[start] = place + 1;
  });
  return {
    south,
    bandMetres,
    edges,
    polygonOfEdge,
    west,
    east,
    firstBand,
    firstStart,
    bandStarts,
    banded,
  };
}

function flattenEdges(index: AreaIndex) {
  let count = 0;
  for (const { rings } of index.polygons) {
    for (const ring of rings) count += Math.max(0, ring.length / 2 - 1);
  }
  const edges = new Float64Array(count * 4);
  const polygonOfEdge = new Int32Array(count);
  let edge = 0;
  for (const [polygon, { rings }] of index.polygons.entries()) {
    for (const ring of rings) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        edges.set(ring.subarray(i, i + 4), edge * 4);
        polygonOfEdge[edge] = polygon;
        edge += 1;
      }
    }
  }
  return { edges, polygonOfEdge };
}

/** Whether a polygon holds a position, by the even-odd rule of `areaAt` and with the same answer on borders. */
export function bandedPolygonHolds(
  bands: EdgeBands,
  polygon: number,
  easting: number,
  northing: number,
): boolean {
  if (easting < (bands.west[polygon] ?? 0) || easting > (bands.east[polygon] ?? 0)) return false;
  const band = Math.floor((northing - bands.south) / bands.bandMetres);
  const start = (bands.firstStart[polygon] ?? 0) + band - (bands.firstBand[polygon] ?? 0);
  if (start < (bands.firstStart[polygon] ?? 0) || start >= (bands.firstStart[polygon + 1] ?? 0)) {
    return false;
  }
  let inside = false;
  const end = bands.bandStarts[start + 1] ?? 0;
  for (let i = bands.bandStarts[start] ?? 0; i < end; i += 1) {
    const at = (bands.banded[i] ?? 0) * 4;
    const { edges } = bands;
    if (
      crossesToTheEast(
        edges[at] ?? 0,
        edges[at + 1] ?? 0,
        edges[at + 2] ?? 0,
        edges[at + 3] ?? 0,
        easting,
        northing,
      )
    ) {
      inside = !inside;
    }
  }
  return inside;
}
