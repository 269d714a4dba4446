import { type CellGrid, cellCount, neighbourSteps } from './cells.ts';

/**
 * The cells that take part in an analysis, as a compact list. Every statistic over cells works on arrays with one
 * entry a study cell, in this order, so that land outside the study area costs nothing.
 */
export interface StudyCells {
  readonly grid: CellGrid;
  /** Index in the grid of each study cell, ascending. */
  readonly cells: Float64Array;
  /** `neighbours` of study cell i stand from `neighbourStart[i]` up to `neighbourStart[i + 1]`. */
  readonly neighbourStart: Int32Array;
  /** Places in `cells` (not grid indexes) of the study cells that touch each cell, ascending, itself left out. */
  readonly neighbours: Int32Array;
}

/** Above this many cells of the grid a hash table finds neighbours instead of one number a cell. */
const denseUpTo = 8_000_000;

/** Every cell of a grid. */
export function wholeGrid(grid: CellGrid): StudyCells {
  return studyCellsOf(
    grid,
    Float64Array.from({ length: cellCount(grid) }, (_, cell) => cell),
  );
}

/**
 * The study cells with the given grid indexes and their neighbours: eight around a square, six around a hexagon,
 * fewer where a neighbour is not in the study area.
 *
 * @param cells Grid indexes, ascending, each once.
 * @throws RangeError when they are not ascending or not of this grid.
 */
export function studyCellsOf(grid: CellGrid, cells: Float64Array): StudyCells {
  refuseDisorder(grid, cells);
  const placeOf = placeFinder({ grid, cells });
  const neighbourStart = new Int32Array(cells.length + 1);
  const neighbours = new Int32Array(cells.length * (grid.shape === 'square' ? 8 : 6));
  let used = 0;
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[place] ?? 0;
    const row = Math.floor(cell / grid.columns);
    const column = cell - row * grid.columns;
    for (const [rows, columns] of neighbourSteps(grid, row)) {
      const toRow = row + rows;
      const toColumn = column + columns;
      if (toRow < 0 || toRow >= grid.rows || toColumn < 0 || toColumn >= grid.columns) continue;
      const neighbour = placeOf(toRow * grid.columns + toColumn);
      if (neighbour >= 0) neighbours[used++] = neighbour;
    }
    neighbourStart[place + 1] = used;
  }
  return { grid, cells, neighbourStart, neighbours: neighbours.slice(0, used) };
}

function refuseDisorder(grid: CellGrid, cells: Float64Array): void {
  const total = cellCount(grid);
  let before = -1;
  for (const cell of cells) {
    if (!(Number.isInteger(cell) && cell > before && cell < total)) {
      throw new RangeError('Study cells must be ascending indexes of the grid.');
    }
    before = cell;
  }
}

/** A function that gives the place of a grid index in the list of study cells; -1 for one that is not in it. */
export function placeFinder({
  grid,
  cells,
}: Pick<StudyCells, 'grid' | 'cells'>): (cell: number) => number {
  const total = cellCount(grid);
  if (total <= denseUpTo) {
    const places = new Int32Array(total).fill(-1);
    for (let place = 0; place < cells.length; place++) places[cells[place] ?? 0] = place;
    return (cell) => places[cell] ?? -1;
  }
  const places = new Map<number, number>();
  for (let place = 0; place < cells.length; place++) places.set(cells[place] ?? 0, place);
  return (cell) => places.get(cell) ?? -1;
}
