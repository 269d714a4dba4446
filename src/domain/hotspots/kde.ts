import type { CellGrid } from '../geography/cells.ts';
import { placeFinder, type StudyCells } from '../geography/study-cells.ts';

/** Places in British National Grid metres with what each weighs (1 for a plain record). */
export interface WeightedPlaces {
  readonly eastings: Float64Array;
  readonly northings: Float64Array;
  readonly weights: Float64Array;
}

/** How many places are stamped between two looks at the clock of whoever drives the work. */
const placesASlice = 20_000;
/** Up to this many cells of land around the study cells are held at once, 8 bytes each. */
const denseUpTo = 8_000_000;

/**
 * The raw quartic kernel at the centre of each study cell: the sum over places with d <= h of w (1 - d^2/h^2)^2.
 * A place on the centre itself adds its whole weight (QGIS "raw", SpatialKDE and sfhotspot). Multiply by
 * `perSquareKilometre(h)` for a density.
 *
 * Exact: each place is stamped on the centres in its circle. Places are taken in the order of their row and column,
 * so that memory is touched in order, which is three times as fast as in the order they came.
 *
 * @param bandwidthMetres h, the radius at which the kernel ends.
 * @yields Share of the places done, 0 to 1.
 * @returns One entry a study cell.
 * @throws RangeError for columns of unequal length, a value that is not finite, a negative weight, or a bandwidth
 * below half a cell, which would miss places between the centres.
 */
export function* quarticKernel(
  { eastings, northings, weights }: WeightedPlaces,
  study: StudyCells,
  bandwidthMetres: number,
): Generator<number, Float64Array> {
  const { grid, cells } = study;
  checkPlaces({ eastings, northings, weights });
  if (
    !(bandwidthMetres >= smallestBandwidth(grid.cellMetres) && Number.isFinite(bandwidthMetres))
  ) {
    throw new RangeError(
      `The bandwidth must be at least half a cell, ${smallestBandwidth(grid.cellMetres)} m.`,
    );
  }
  const window = windowOf(study);
  const isDense = window.rows * window.columns <= denseUpTo;
  const order = isDense ? stampingOrder(eastings, northings, window, bandwidthMetres) : null;
  // Study cells that lie far apart: finding each by its index is slower than holding all the land between them.
  const placeOf = isDense ? null : placeFinder(study);
  const sums = new Float64Array(isDense ? window.rows * window.columns : cells.length);
  const stamps = order?.length ?? eastings.length;
  for (let from = 0; from < stamps; from += placesASlice) {
    yield from / stamps;
    const to = Math.min(stamps, from + placesASlice);
    for (let at = from; at < to; at++) {
      const place = order === null ? at : (order[at] ?? 0);
      const east = (eastings[place] ?? 0) - window.west;
      const north = (northings[place] ?? 0) - window.south;
      const weight = (weights[place] ?? 0) / bandwidthMetres ** 4;
      stamp({ sums, window, grid, placeOf, bandwidthMetres }, east, north, weight);
    }
  }
  return isDense
    ? Float64Array.from(cells, (cell) => sums[placeInWindow(study, window, cell)] ?? 0)
    : sums;
}

/** Where a kernel is added: cells of the window, or, with `placeOf`, only study cells by their index in the grid. */
interface Sheet {
  readonly sums: Float64Array;
  readonly window: Window;
  readonly grid: CellGrid;
  readonly placeOf: ((cell: number) => number) | null;
  readonly bandwidthMetres: number;
}

/** Adds weight (h^2 - d^2)^2 of one place, metres from the window's corner, to the centres in its circle. */
function stamp(sheet: Sheet, east: number, north: number, weight: number): void {
  const { sums, window, grid, placeOf, bandwidthMetres } = sheet;
  const { cellMetres, rowMetres, columns } = window;
  const squared = bandwidthMetres * bandwidthMetres;
  const firstRow = Math.max(0, Math.ceil((north - bandwidthMetres) / rowMetres));
  const lastRow = Math.min(window.rows - 1, Math.floor((north + bandwidthMetres) / rowMetres));
  for (let row = firstRow; row <= lastRow; row++) {
    const up = row * rowMetres - north;
    const left = squared - up * up;
    if (left <= 0) continue;
    const reach = Math.sqrt(left);
    const across = shiftOf(window, row) - east;
    const first = Math.max(0, Math.ceil((-reach - across) / cellMetres));
    const last = Math.min(columns - 1, Math.floor((reach - across) / cellMetres));
    if (placeOf === null) {
      const start = row * columns;
      for (let column = first; column <= last; column++) {
        const beside = column * cellMetres + across;
        const inside = left - beside * beside;
        sums[start + column] = (sums[start + column] ?? 0) + weight * inside * inside;
      }
    } else {
      const start = (row + window.firstRow) * grid.columns + window.firstColumn;
      for (let column = first; column <= last; column++) {
        const beside = column * cellMetres + across;
        const inside = left - beside * beside;
        const to = placeOf(start + column);
        if (to >= 0) sums[to] = (sums[to] ?? 0) + weight * inside * inside;
      }
    }
  }
}

/**
 * What a raw quartic value is multiplied with to become a density that integrates to the number of records, in
 * records per square kilometre: 3 / (pi h^2), times a million square metres.
 */
export function perSquareKilometre(bandwidthMetres: number): number {
  return (3 / (Math.PI * bandwidthMetres * bandwidthMetres)) * 1e6;
}

/** Below half a cell a place may lie further than the bandwidth from every cell's centre. */
function smallestBandwidth(cellMetres: number): number {
  return cellMetres / 2;
}

function checkPlaces({ eastings, northings, weights }: WeightedPlaces): void {
  if (northings.length !== eastings.length || weights.length !== eastings.length) {
    throw new RangeError('Eastings, northings and weights must have the same length.');
  }
  for (let place = 0; place < eastings.length; place++) {
    const sum = (eastings[place] ?? 0) + (northings[place] ?? 0) + (weights[place] ?? 0);
    if (!Number.isFinite(sum))
      throw new RangeError('A density needs finite positions and weights.');
    if ((weights[place] ?? 0) < 0) throw new RangeError('A weight cannot be below 0.');
  }
}

/** The rows and columns of the grid that study cells lie in, as centres in metres. */
interface Window {
  /** Centre of the first column in rows that are not shifted. */
  readonly west: number;
  readonly south: number;
  readonly cellMetres: number;
  readonly rowMetres: number;
  /** How far the centres of a row stand to the east: [even rows, odd rows] of this window. */
  readonly shifts: readonly [number, number];
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
}

function windowOf({ grid, cells }: StudyCells): Window {
  let [firstRow, lastRow, firstColumn, lastColumn] = [grid.rows, -1, grid.columns, -1];
  for (const cell of cells) {
    const row = Math.floor(cell / grid.columns);
    const column = cell - row * grid.columns;
    firstRow = Math.min(firstRow, row);
    lastRow = Math.max(lastRow, row);
    firstColumn = Math.min(firstColumn, column);
    lastColumn = Math.max(lastColumn, column);
  }
  const isSquare = grid.shape === 'square';
  const rowMetres = isSquare ? grid.cellMetres : (grid.cellMetres * Math.sqrt(3)) / 2;
  const toCentre = isSquare ? grid.cellMetres / 2 : 0;
  const halfCell = grid.cellMetres / 2;
  return {
    west: grid.originEasting + toCentre + firstColumn * grid.cellMetres,
    south: grid.originNorthing + toCentre + firstRow * rowMetres,
    cellMetres: grid.cellMetres,
    rowMetres,
    shifts: isSquare ? [0, 0] : firstRow % 2 === 0 ? [0, halfCell] : [halfCell, 0],
    firstRow,
    firstColumn,
    rows: Math.max(0, lastRow - firstRow + 1),
    columns: Math.max(0, lastColumn - firstColumn + 1),
  };
}

function shiftOf({ shifts }: Window, row: number): number {
  return row % 2 === 0 ? shifts[0] : shifts[1];
}

function placeInWindow({ grid }: StudyCells, window: Window, cell: number): number {
  const row = Math.floor(cell / grid.columns);
  const column = cell - row * grid.columns;
  return (row - window.firstRow) * window.columns + column - window.firstColumn;
}

/** Places that reach the window, sorted by the row and then the column they lie in (a counting sort). */
function stampingOrder(
  eastings: Float64Array,
  northings: Float64Array,
  window: Window,
  bandwidthMetres: number,
): Uint32Array {
  const columns = window.columns + 1;
  const starts = new Uint32Array((window.rows + 1) * columns + 1);
  const boxes = new Int32Array(eastings.length);
  for (let place = 0; place < eastings.length; place++) {
    const across = (eastings[place] ?? 0) - window.west;
    const up = (northings[place] ?? 0) - window.south;
    const reaches =
      across >= -bandwidthMetres &&
      up >= -bandwidthMetres &&
      across <= window.columns * window.cellMetres + bandwidthMetres &&
      up <= window.rows * window.rowMetres + bandwidthMetres;
    const row = Math.min(window.rows, Math.max(0, Math.floor(up / window.rowMetres)));
    const column = Math.min(window.columns, Math.max(0, Math.floor(across / window.cellMetres)));
    const box = reaches ? row * columns + column : -1;
    boxes[place] = box;
    if (box >= 0) starts[box + 1] = (starts[box + 1] ?? 0) + 1;
  }
  for (let box = 1; box < starts.length; box++) {
    starts[box] = (starts[box] ?? 0) + (starts[box - 1] ?? 0);
  }
  const order = new Uint32Array(starts[starts.length - 1] ?? 0);
  for (let place = 0; place < boxes.length; place++) {
    const box = boxes[place] ?? -1;
    if (box < 0) continue;
    const at = starts[box] ?? 0;
    order[at] = place;
    starts[box] = at + 1;
  }
  return order;
}
