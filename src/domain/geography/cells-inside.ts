import { type AreaIndex, crossesToTheEast } from './areas.ts';
import { type CellGrid, cellCentre } from './cells.ts';

/** Cells of one row from `first` up to, but not with, `end`. */
interface CellRow {
  readonly row: number;
  readonly first: number;
  readonly end: number;
}

/**
 * The cells whose centre lies in any of the areas, as grid indexes, ascending: the same cells that `areaAt` holds.
 * Each polygon's edges are crossed with the line through the centres of a row, so that the work grows with edges
 * and rows and not with the cells of the rectangle around the areas.
 *
 * @param most More cells than this are counted and not listed.
 * @returns How many there are, and which; `cells` is null when there are more than `most`.
 */
export function cellsInside(
  grid: CellGrid,
  index: AreaIndex,
  most: number,
): { readonly count: number; readonly cells: Float64Array | null } {
  const rows = mergedRows(index.polygons.flatMap(({ rings }) => rowsOfPolygon(grid, rings)));
  const count = rows.reduce((sum, { first, end }) => sum + end - first, 0);
  if (count > most) return { count, cells: null };
  const cells = new Float64Array(count);
  let next = 0;
  for (const { row, first, end } of rows) {
    for (let column = first; column < end; column++) cells[next++] = row * grid.columns + column;
  }
  return { count, cells };
}

/** Runs of cells inside one polygon by the even-odd rule over all its rings, so that a hole takes away. */
function rowsOfPolygon(grid: CellGrid, rings: readonly Float64Array[]): CellRow[] {
  const crossings = new Map<number, number[]>();
  for (const ring of rings) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const edge = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]] as Edge;
      addCrossings(grid, edge, crossings);
    }
  }
  const rows: CellRow[] = [];
  for (const [row, columns] of crossings) {
    columns.sort((a, b) => a - b);
    for (let at = 0; at + 1 < columns.length; at += 2) {
      const first = Math.max(0, columns[at] ?? 0);
      const end = Math.min(grid.columns, columns[at + 1] ?? 0);
      if (end > first) rows.push({ row, first, end });
    }
  }
  return rows;
}

type Edge = readonly [
  fromEasting: number,
  fromNorthing: number,
  toEasting: number,
  toNorthing: number,
];

/** Notes, for each row whose line of centres an edge crosses, the first column whose centre is not west of it. */
function addCrossings(grid: CellGrid, edge: Edge, crossings: Map<number, number[]>): void {
  const [fromEasting, fromNorthing, toEasting, toNorthing] = edge;
  const [, lowest] = cellCentre(grid, 0);
  const rowMetres = grid.rows > 1 ? (cellCentre(grid, grid.columns)[1] ?? 0) - lowest : 1;
  const low = Math.min(fromNorthing, toNorthing);
  const high = Math.max(fromNorthing, toNorthing);
  // A row more on each side: whether a line is crossed is decided below by the same test as everywhere.
  const firstRow = Math.max(0, Math.floor((low - lowest) / rowMetres) - 1);
  const lastRow = Math.min(grid.rows - 1, Math.ceil((high - lowest) / rowMetres) + 1);
  for (let row = firstRow; row <= lastRow; row++) {
    const [west, northing] = cellCentre(grid, row * grid.columns);
    if (fromNorthing > northing === toNorthing > northing) continue;
    const along = (northing - fromNorthing) / (toNorthing - fromNorthing);
    const easting = fromEasting + along * (toEasting - fromEasting);
    let column = Math.ceil((easting - west) / grid.cellMetres);
    const isWest = (other: number): boolean =>
      crossesToTheEast(...edge, west + other * grid.cellMetres, northing);
    // The division may round to the wrong side of a centre that lies on the edge.
    while (isWest(column)) column += 1;
    while (!isWest(column - 1)) column -= 1;
    const known = crossings.get(row);
    if (known === undefined) crossings.set(row, [column]);
    else known.push(column);
  }
}

/** The rows in ascending order, each cell once where polygons overlap. */
function mergedRows(rows: CellRow[]): CellRow[] {
  rows.sort((a, b) => a.row - b.row || a.first - b.first);
  const merged: CellRow[] = [];
  for (const own of rows) {
    const last = merged.at(-1);
    if (last === undefined || last.row !== own.row || own.first > last.end) merged.push(own);
    else if (own.end > last.end) merged[merged.length - 1] = { ...last, end: own.end };
  }
  return merged;
}
