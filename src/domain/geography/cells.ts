/**
 * Square and hexagonal cells in British National Grid metres.
 *
 * A cell's index is `row * columns + column`; row 0 is in the south, column 0 in the west. Hexagons stand on a
 * point: rows are `cellMetres * sqrt(3) / 2` apart, and every odd row is shifted half a cell to the east.
 */

export type CellShape = 'square' | 'hexagon';

export interface CellGrid {
  readonly shape: CellShape;
  /** Side of a square, or width of a hexagon from flat side to flat side. */
  readonly cellMetres: number;
  /** Squares: the south-west corner of cell 0. Hexagons: the centre of cell 0. */
  readonly originEasting: number;
  readonly originNorthing: number;
  readonly columns: number;
  readonly rows: number;
}

/** A rectangle in grid metres, its edges included. */
export interface GridBounds {
  readonly minEasting: number;
  readonly minNorthing: number;
  readonly maxEasting: number;
  readonly maxNorthing: number;
}

/** Easting and northing in metres. */
export type GridPosition = readonly [easting: number, northing: number];

/** More cells in a study area than this is a cell size typed wrongly rather than a map anybody can read. */
export const mostCells = 4_000_000;

const rowRatio = Math.sqrt(3) / 2;

/**
 * The grid of whole cells that covers `bounds`. Its origin is a multiple of the cell (two rows of hexagons), so
 * the same cell size gives the same cells whatever the data: adding a record never moves the grid. A grid is only
 * numbers: it may have far more cells than anybody could hold, of which a study area takes some.
 *
 * @throws RangeError for bounds that are not finite or are inside out, for a cell size that is not a positive
 * number, and for more cells than whole numbers can count (2^53).
 */
export function gridOver(bounds: GridBounds, cellMetres: number, shape: CellShape): CellGrid {
  const { minEasting, minNorthing, maxEasting, maxNorthing } = bounds;
  if (!(Number.isFinite(cellMetres) && cellMetres > 0)) {
    throw new RangeError(`A cell must be a positive number of metres, not ${cellMetres}.`);
  }
  if (![minEasting, minNorthing, maxEasting, maxNorthing].every(Number.isFinite)) {
    throw new RangeError('The bounds of a grid must be finite numbers.');
  }
  if (minEasting > maxEasting || minNorthing > maxNorthing) {
    throw new RangeError('The bounds of a grid are inside out.');
  }
  const grid =
    shape === 'square' ? squaresOver(bounds, cellMetres) : hexagonsOver(bounds, cellMetres);
  if (!(grid.columns * grid.rows <= Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(
      `Cells of ${cellMetres} m would make a grid of ${grid.columns} by ${grid.rows}. Choose larger cells or a smaller area.`,
    );
  }
  return grid;
}

function squaresOver(bounds: GridBounds, cellMetres: number): CellGrid {
  const originEasting = multipleBelow(bounds.minEasting, cellMetres);
  const originNorthing = multipleBelow(bounds.minNorthing, cellMetres);
  return {
    shape: 'square',
    cellMetres,
    originEasting,
    originNorthing,
    columns: Math.floor((bounds.maxEasting - originEasting) / cellMetres) + 1,
    rows: Math.floor((bounds.maxNorthing - originNorthing) / cellMetres) + 1,
  };
}

function hexagonsOver(bounds: GridBounds, cellMetres: number): CellGrid {
  const rowMetres = cellMetres * rowRatio;
  // A place lies within two thirds of a row and half a cell of its hexagon's centre; odd rows start half a cell in.
  const originEasting = multipleBelow(bounds.minEasting - cellMetres / 2, cellMetres);
  const originNorthing = multipleBelow(bounds.minNorthing - (rowMetres * 2) / 3, 2 * rowMetres);
  return {
    shape: 'hexagon',
    cellMetres,
    originEasting,
    originNorthing,
    columns: Math.floor((bounds.maxEasting - originEasting) / cellMetres + 0.5) + 1,
    rows: Math.floor((bounds.maxNorthing - originNorthing) / rowMetres + 2 / 3) + 1,
  };
}

/** The largest multiple of `step` that is not above `value`, also where the division rounds up. */
function multipleBelow(value: number, step: number): number {
  const multiple = Math.floor(value / step) * step;
  return multiple > value ? multiple - step : multiple;
}

/** How many cells the grid has. */
export function cellCount(grid: CellGrid): number {
  return grid.columns * grid.rows;
}

/**
 * The index of the cell that holds a place, -1 outside the grid or for NaN. A place on the line between two
 * squares belongs to the eastern or northern one; on the line between hexagons to one of the nearest, always
 * the same.
 */
export function cellIndexOf(grid: CellGrid, easting: number, northing: number): number {
  const acrossCells = (easting - grid.originEasting) / grid.cellMetres;
  const upCells = (northing - grid.originNorthing) / grid.cellMetres;
  let row: number;
  let column: number;
  if (grid.shape === 'square') {
    row = Math.floor(upCells);
    column = Math.floor(acrossCells);
  } else {
    // The nearest centre lies in the row at or below the place, or in the next one up.
    row = Math.floor(upCells / rowRatio);
    column = nearestInRow(acrossCells, row);
    const columnAbove = nearestInRow(acrossCells, row + 1);
    if (
      squaredDistance(acrossCells, upCells, row + 1, columnAbove) <
      squaredDistance(acrossCells, upCells, row, column)
    ) {
      row += 1;
      column = columnAbove;
    }
  }
  const inside = row >= 0 && row < grid.rows && column >= 0 && column < grid.columns;
  return inside ? row * grid.columns + column : -1;
}

function nearestInRow(acrossCells: number, row: number): number {
  return Math.round(acrossCells - shiftOfRow(row));
}

function shiftOfRow(row: number): number {
  return row % 2 === 0 ? 0 : 0.5;
}

/** In cells, from a place to the centre of the hexagon at `row`, `column`. */
function squaredDistance(across: number, up: number, row: number, column: number): number {
  const dx = across - (column + shiftOfRow(row));
  const dy = up - row * rowRatio;
  return dx * dx + dy * dy;
}

/** The centre of a cell in grid metres. @throws RangeError for an index outside the grid. */
export function cellCentre(grid: CellGrid, index: number): GridPosition {
  const row = rowOf(grid, index);
  const column = index - row * grid.columns;
  if (grid.shape === 'square') {
    return [
      grid.originEasting + (column + 0.5) * grid.cellMetres,
      grid.originNorthing + (row + 0.5) * grid.cellMetres,
    ];
  }
  return [
    grid.originEasting + (column + shiftOfRow(row)) * grid.cellMetres,
    grid.originNorthing + row * rowRatio * grid.cellMetres,
  ];
}

/**
 * The corners of a cell in grid metres, anticlockwise from the southernmost (squares: the south-west), the first
 * not repeated: four for a square, six for a hexagon. @throws RangeError for an index outside the grid.
 */
export function cellPolygon(grid: CellGrid, index: number): GridPosition[] {
  const [easting, northing] = cellCentre(grid, index);
  const half = grid.cellMetres / 2;
  if (grid.shape === 'square') {
    return [
      [easting - half, northing - half],
      [easting + half, northing - half],
      [easting + half, northing + half],
      [easting - half, northing + half],
    ];
  }
  const point = grid.cellMetres / Math.sqrt(3);
  return [
    [easting, northing - point],
    [easting + half, northing - point / 2],
    [easting + half, northing + point / 2],
    [easting, northing + point],
    [easting - half, northing + point / 2],
    [easting - half, northing - point / 2],
  ];
}

/** Rows up and columns to the east, from a cell to one that touches it. */
type Step = readonly [rows: number, columns: number];

const squareSteps: readonly Step[] = [
  [-1, -1],
  [-1, 0],
  [-1, 1],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 0],
  [1, 1],
];

const evenRowSteps: readonly Step[] = [
  [-1, -1],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 0],
];

const oddRowSteps: readonly Step[] = evenRowSteps.map(([rows, columns]) =>
  rows === 0 ? [rows, columns] : [rows, columns + 1],
);

/** Steps from a cell of a row to the cells that touch it, in ascending order of their indexes. */
export function neighbourSteps(grid: CellGrid, row: number): readonly Step[] {
  if (grid.shape === 'square') return squareSteps;
  return row % 2 === 0 ? evenRowSteps : oddRowSteps;
}

/**
 * The indexes of the cells that touch a cell, in ascending order, without the cell itself: eight around a square
 * (corners count: "queen"), six around a hexagon, fewer at the edge of the grid.
 * @throws RangeError for an index outside the grid.
 */
export function cellNeighbours(grid: CellGrid, index: number): number[] {
  const row = rowOf(grid, index);
  const column = index - row * grid.columns;
  const neighbours: number[] = [];
  for (const [rows, columns] of neighbourSteps(grid, row)) {
    const toRow = row + rows;
    const toColumn = column + columns;
    if (toRow >= 0 && toRow < grid.rows && toColumn >= 0 && toColumn < grid.columns) {
      neighbours.push(toRow * grid.columns + toColumn);
    }
  }
  return neighbours;
}

function rowOf(grid: CellGrid, index: number): number {
  if (!(Number.isInteger(index) && index >= 0 && index < cellCount(grid))) {
    throw new RangeError(`There is no cell ${index} in a grid of ${cellCount(grid)} cells.`);
  }
  return Math.floor(index / grid.columns);
}

export interface CellCounts {
  /** One entry a cell: the number of places, or the sum of their weights. */
  readonly counts: Float64Array;
  /** How many places (not weights) lie outside the grid. */
  readonly outside: number;
}

/**
 * Counts places per cell, or sums their weights. A place with NaN for a coordinate has no position: it is
 * neither counted nor outside.
 * @throws RangeError when the arrays differ in length.
 */
export function countPerCell(
  grid: CellGrid,
  eastings: Float64Array,
  northings: Float64Array,
  weights?: Float64Array,
): CellCounts {
  if (
    northings.length !== eastings.length ||
    (weights !== undefined && weights.length !== eastings.length)
  ) {
    throw new RangeError('Eastings, northings and weights must have the same length.');
  }
  const counts = new Float64Array(cellCount(grid));
  let outside = 0;
  for (let i = 0; i < eastings.length; i += 1) {
    const easting = eastings[i] ?? Number.NaN;
    const northing = northings[i] ?? Number.NaN;
    if (Number.isNaN(easting) || Number.isNaN(northing)) continue;
    const index = cellIndexOf(grid, easting, northing);
    if (index < 0) outside += 1;
    else counts[index] = (counts[index] ?? 0) + (weights ? (weights[i] ?? 0) : 1);
  }
  return { counts, outside };
}

/** Land of one cell in square metres. */
export function cellSquareMetres({ cellMetres, shape }: CellGrid): number {
  const square = cellMetres * cellMetres;
  return shape === 'square' ? square : square * rowRatio;
}
