import type { RunColumn, RunGeometry, RunShade } from '../../../contract/hotspots.ts';
import { cellPolygon } from '../../../domain/geography/cells.ts';
import type { StudyCells } from '../../../domain/geography/study-cells.ts';
import { type StudyGround, weighCells } from '../../../domain/geography/study-ground.ts';
import type { MethodContext } from './method-runner.ts';

/** A column of numbers. */
export function numberColumn(
  name: string,
  title: string,
  unit: string | null,
  values: Float64Array,
): RunColumn {
  return { name, title, unit, values };
}

/** The number of each study cell in its grid, counted from 1 in the south-west, row by row. */
export function cellIdColumn({ cells }: StudyCells): RunColumn {
  return numberColumn(
    'cell_id',
    'Cell',
    null,
    Float64Array.from(cells, (cell) => cell + 1),
  );
}

/** Polygons of the study cells in grid metres. */
export function cellGeometry({ grid, cells }: Pick<StudyCells, 'grid' | 'cells'>): RunGeometry {
  const verticesPerCell = grid.shape === 'square' ? 4 : 6;
  const polygons = new Float64Array(cells.length * verticesPerCell * 2);
  let next = 0;
  for (const cell of cells) {
    for (const [easting, northing] of cellPolygon(grid, cell)) {
      polygons[next++] = easting;
      polygons[next++] = northing;
    }
  }
  return { kind: 'cells', verticesPerCell, polygons };
}

/** What each study cell holds: records, and the value that a method works on (records, or harm where asked). */
export function cellValues(
  { question, points }: MethodContext,
  ground: StudyGround,
): { readonly values: Float64Array; readonly unit: string; readonly columns: RunColumn[] } {
  const count = numberColumn('count', 'Records', 'records', ground.counts);
  if (question.weight === 'count') {
    return { values: ground.counts, unit: 'records', columns: [count] };
  }
  const harm = weighCells(ground, points.weights);
  return {
    values: harm,
    unit: 'harm',
    columns: [count, numberColumn('harm', 'Harm', 'sum of weights', harm)],
  };
}

/** Facts about study cells that every method over cells tells. */
export function cellSummary({ counts }: StudyGround): Record<string, number> {
  return {
    studyAreaCells: counts.length,
    occupiedCells: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    highestCount: counts.reduce((most, count) => Math.max(most, count), 0),
  };
}

/** Shares of the values above zero at which a class of a sequential shade ends. */
const classShares = [0.4, 0.65, 0.8, 0.92, 0.98];

/**
 * Classes of values from zero up: zero by itself, then up to six, each break a round number that some values
 * reach. Values of few kinds get a class each. NaN is in no class.
 */
export function sequentialShade(column: string, values: Float64Array, unit: string): RunShade {
  const positive = values.filter((value) => value > 0).sort();
  const kinds = [...new Set(positive)];
  const highest = positive.at(-1);
  const bounds =
    kinds.length <= 6
      ? kinds
      : [
          ...new Set(
            classShares
              .map((share) => twoDigits(positive[Math.floor(share * positive.length)] ?? 0))
              .filter((bound) => highest !== undefined && bound < highest),
          ),
          ...(highest === undefined ? [] : [highest]),
        ];
  const zeros = values.reduce((sum, value) => sum + (value <= 0 ? 1 : 0), 0);
  const breaks = zeros > 0 ? [{ upTo: 0, rows: zeros }] : [];
  let before = 0;
  for (const upTo of bounds) {
    const rows = positive.reduce(
      (sum, value) => sum + (value > before && value <= upTo ? 1 : 0),
      0,
    );
    if (rows > 0) breaks.push({ upTo, rows });
    before = upTo;
  }
  return { column, kind: 'sequential', breaks, unit };
}

/** Rounded up to two digits that count. */
function twoDigits(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  // Through text: 0.1 * 3 is not 0.3.
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}
