import { type AreaIndex, areaAt } from './areas.ts';
import {
  type CellGrid,
  type CellShape,
  cellCentre,
  cellCount,
  cellIndexOf,
  cellNeighbours,
  type GridBounds,
  gridOver,
  mostCells,
} from './cells.ts';
import { cellsInside } from './cells-inside.ts';
import type { StudyAreaRule } from './study-area.ts';
import { placeFinder, type StudyCells, studyCellsOf } from './study-cells.ts';

/** How cells are laid over a study area. */
export interface GroundPlan {
  readonly cellMetres: number;
  readonly shape: CellShape;
  readonly rule: StudyAreaRule;
  /** Read by the rule `boundary`. */
  readonly areas: AreaIndex | null;
  /** Where an area was chosen or drawn: only cells whose centre is inside it, and those that hold a record. */
  readonly within: AreaIndex | null;
  /** Moves all cells so many metres to the east and north of where they lie by default. */
  readonly shiftMetres?: readonly [east: number, north: number];
}

/** The cells of a study area and what they hold. */
export interface StudyGround {
  readonly rule: StudyAreaRule;
  readonly cells: StudyCells;
  /** The place in `cells` of each point. */
  readonly placeOfPoint: Int32Array;
  /** Points in each study cell. */
  readonly counts: Float64Array;
}

/** Thrown for a plan that asks for more than `mostCells` study cells. */
export class TooManyCells extends RangeError {
  /** How many cells it would be. */
  readonly cells: number;
  /** A cell size under the same rule that has few enough. */
  readonly fittingMetres: number;
  constructor(cells: number, cellMetres: number) {
    const fitting = cellMetres * Math.sqrt(cells / mostCells);
    const step = fitting > 500 ? 100 : 10;
    super(`Cells of ${cellMetres} m would be ${cells} cells, more than ${mostCells}.`);
    this.name = 'TooManyCells';
    this.cells = cells;
    // A little above: border cells come on top of the area's own.
    this.fittingMetres = Math.ceil((fitting * 1.02) / step) * step;
  }
}

/**
 * Lays cells over the study area and counts the points in them. Only study cells are kept, however far apart they
 * lie: one far-off point costs its own few cells under the rule `occupied-ring`. A cell that holds a point always
 * takes part, so that no counted record vanishes at the border.
 *
 * @param eastings British National Grid metres of the points that count, all of them numbers.
 * @throws RangeError when there is no point and no area, or the rule is `boundary` and there are no areas.
 * @throws TooManyCells when the study area has more than `mostCells` cells.
 */
export function layStudyGround(
  eastings: Float64Array,
  northings: Float64Array,
  plan: GroundPlan,
): StudyGround {
  const grid = gridOf(eastings, northings, plan);
  const cellOfPoint = Float64Array.from(eastings, (easting, point) =>
    cellIndexOf(grid, easting, northings[point] ?? Number.NaN),
  );
  const occupied = distinct(grid, [cellOfPoint]);
  const ruled = ruledCells(grid, plan, occupied);
  const { within } = plan;
  const clipped =
    within === null
      ? ruled
      : ruled.filter((cell) => {
          const [easting, northing] = cellCentre(grid, cell);
          return areaAt(within, easting, northing) >= 0;
        });
  const cells = studyCellsOf(grid, distinct(grid, [clipped, occupied]));
  const placeOf = placeFinder(cells);
  const placeOfPoint = Int32Array.from(cellOfPoint, placeOf);
  const counts = new Float64Array(cells.cells.length);
  for (const place of placeOfPoint) counts[place] = (counts[place] ?? 0) + 1;
  return { rule: plan.rule, cells, placeOfPoint, counts };
}

/** Sums of weights in each study cell, one weight a point. */
export function weighCells(ground: StudyGround, weights: Float64Array): Float64Array {
  const sums = new Float64Array(ground.counts.length);
  for (let point = 0; point < weights.length; point++) {
    const place = ground.placeOfPoint[point] ?? -1;
    if (place >= 0) sums[place] = (sums[place] ?? 0) + (weights[point] ?? 0);
  }
  return sums;
}

/** The place in the study cells of each position; -1 for one outside them. */
export function placesOf(
  cells: StudyCells,
  eastings: Float64Array,
  northings: Float64Array,
): Int32Array {
  const placeOf = placeFinder(cells);
  return Int32Array.from(eastings, (easting, point) => {
    const cell = cellIndexOf(cells.grid, easting, northings[point] ?? Number.NaN);
    return cell < 0 ? -1 : placeOf(cell);
  });
}

function gridOf(eastings: Float64Array, northings: Float64Array, plan: GroundPlan): CellGrid {
  const bounds = {
    minEasting: Number.POSITIVE_INFINITY,
    minNorthing: Number.POSITIVE_INFINITY,
    maxEasting: Number.NEGATIVE_INFINITY,
    maxNorthing: Number.NEGATIVE_INFINITY,
  };
  for (let point = 0; point < eastings.length; point++) {
    stretch(bounds, eastings[point] ?? 0, northings[point] ?? 0);
  }
  if (plan.rule === 'boundary') {
    if (plan.areas === null) throw new RangeError('The boundary rule needs boundaries.');
    // Where an area was chosen, the land outside it takes no part.
    const boxes = (plan.within ?? plan.areas).boxes;
    if (boxes !== null) {
      stretch(bounds, boxes.minX, boxes.minY);
      stretch(bounds, boxes.maxX, boxes.maxY);
    }
  }
  const [east, north] = plan.shiftMetres ?? [0, 0];
  // Room for the ring around the outermost records, and for the rounding of a shift.
  const rounding = east === 0 && north === 0 ? 0 : 0.001;
  const room = plan.rule === 'occupied-ring' ? plan.cellMetres * 1.5 : rounding;
  const grid = gridOver(
    {
      minEasting: bounds.minEasting - east - room,
      minNorthing: bounds.minNorthing - north - room,
      maxEasting: bounds.maxEasting - east + room,
      maxNorthing: bounds.maxNorthing - north + room,
    },
    plan.cellMetres,
    plan.shape,
  );
  return {
    ...grid,
    originEasting: grid.originEasting + east,
    originNorthing: grid.originNorthing + north,
  };
}

function stretch(
  bounds: { -readonly [Name in keyof GridBounds]: number },
  easting: number,
  northing: number,
): void {
  bounds.minEasting = Math.min(bounds.minEasting, easting);
  bounds.minNorthing = Math.min(bounds.minNorthing, northing);
  bounds.maxEasting = Math.max(bounds.maxEasting, easting);
  bounds.maxNorthing = Math.max(bounds.maxNorthing, northing);
}

function ruledCells(grid: CellGrid, plan: GroundPlan, occupied: Float64Array): Float64Array {
  if (plan.rule === 'occupied-ring') {
    if (occupied.length > mostCells / 2)
      throw new TooManyCells(occupied.length * 9, plan.cellMetres);
    return distinct(grid, [occupied, ringOf(grid, occupied)]);
  }
  if (plan.rule === 'boundary' && plan.areas !== null) {
    const { count, cells } = cellsInside(grid, plan.within ?? plan.areas, mostCells);
    if (cells === null) throw new TooManyCells(count, plan.cellMetres);
    const { areas } = plan;
    if (plan.within === null) return cells;
    return cells.filter((cell) => {
      const [easting, northing] = cellCentre(grid, cell);
      return areaAt(areas, easting, northing) >= 0;
    });
  }
  if (cellCount(grid) > mostCells) throw new TooManyCells(cellCount(grid), plan.cellMetres);
  return Float64Array.from({ length: cellCount(grid) }, (_, cell) => cell);
}

/** The cells that touch a cell of the list, some more than once. */
function ringOf(grid: CellGrid, cells: Float64Array): Float64Array {
  const ring: number[] = [];
  for (const cell of cells) ring.push(...cellNeighbours(grid, cell));
  return Float64Array.from(ring);
}

/** Up to this many cells of a grid a mark a cell is quicker than sorting. */
const denseUpTo = 8_000_000;

/** Every cell of the lists once, ascending. */
function distinct(grid: CellGrid, lists: readonly Float64Array[]): Float64Array {
  const total = cellCount(grid);
  if (total <= denseUpTo) {
    const marks = new Uint8Array(total);
    let count = 0;
    for (const list of lists) {
      for (const cell of list) {
        if (marks[cell] === 1) continue;
        marks[cell] = 1;
        count++;
      }
    }
    const cells = new Float64Array(count);
    let next = 0;
    for (let cell = 0; cell < total; cell++) if (marks[cell] === 1) cells[next++] = cell;
    return cells;
  }
  const known = new Set<number>();
  for (const list of lists) for (const cell of list) known.add(cell);
  return Float64Array.from(known).sort();
}
