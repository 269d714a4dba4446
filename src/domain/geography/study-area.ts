import { type AreaIndex, cellsInAreas } from './areas.ts';
import { type CellGrid, cellCount, cellNeighbours } from './cells.ts';

/** How the cells that take part in an analysis are chosen. */
export type StudyAreaRule = 'boundary' | 'occupied-ring' | 'rectangle';

/** Each rule in words, printed beside every result: it decides how many empty cells the busy ones stand out from. */
export const studyAreaSentences: Readonly<Record<StudyAreaRule, string>> = {
  boundary: 'Every cell whose centre lies inside the boundaries, empty cells too.',
  'occupied-ring':
    'Every cell with at least one record, and the cells that touch one. Used when there are no boundaries.',
  rectangle:
    'Every cell of the rectangle around the records. Empty land, water and other forces count as cells without records.',
};

/**
 * 1 for each cell of the study area, otherwise 0.
 *
 * @param counts One entry a cell; read by `occupied-ring` only.
 * @param areas Read by `boundary` only.
 * @throws RangeError when the counts do not fit the grid, or the rule is `boundary` and there are no areas.
 */
export function studyArea(
  rule: StudyAreaRule,
  grid: CellGrid,
  counts: Float64Array,
  areas: AreaIndex | null,
): Uint8Array {
  if (rule === 'rectangle') return new Uint8Array(cellCount(grid)).fill(1);
  if (rule === 'occupied-ring') return occupiedWithRing(grid, counts);
  if (areas === null) throw new RangeError('The boundary rule needs boundaries.');
  return cellsInAreas(grid, areas);
}

function occupiedWithRing(grid: CellGrid, counts: Float64Array): Uint8Array {
  if (counts.length !== cellCount(grid)) {
    throw new RangeError(`Counts must have ${cellCount(grid)} entries, one a cell.`);
  }
  const cells = new Uint8Array(counts.length);
  for (const [cell, count] of counts.entries()) {
    if (!(count > 0)) continue;
    cells[cell] = 1;
    for (const neighbour of cellNeighbours(grid, cell)) cells[neighbour] = 1;
  }
  return cells;
}
