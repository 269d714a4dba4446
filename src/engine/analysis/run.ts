import { createHash } from 'node:crypto';
import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { AnalysisRun } from '../../contract/results.ts';
import type { LeftOut } from '../../domain/evidence/select.ts';
import { type AreaIndex, areaAt } from '../../domain/geography/areas.ts';
import {
  type CellGrid,
  cellCount,
  cellIndexOf,
  countPerCell,
  gridOver,
  mostCells,
} from '../../domain/geography/cells.ts';
import { studyArea, studyAreaSentences } from '../../domain/geography/study-area.ts';
import { studyCellsOf } from '../../domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../domain/hotspots/bins.ts';
import { giStar } from '../../domain/hotspots/gi-star.ts';
import type { Points } from './points.ts';

/** Counts up when a method's result for the same input changes. */
const methodVersion = 1;

export type AnalyseInput = ParsedInput<'mapCells'>;

/** A finished run with its cells, one entry a cell of the grid. z, p and q are NaN outside the study area. */
export interface CellRun {
  readonly run: AnalysisRun;
  readonly grid: CellGrid;
  readonly counts: Float64Array;
  /** 1 for the cells of the study area. */
  readonly included: Uint8Array;
  readonly z: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly bins: Int8Array;
  /** Cell of each point that counts; -1 for a point outside the study area. */
  readonly cellOfPoint: Int32Array;
}

/**
 * Lays a grid over the study area, counts points in its cells and, for Gi*, tests every cell of the study area
 * with the false discovery rate held over all of them (Benjamini and Hochberg). Points outside the study area are
 * left out and counted.
 */
export function runCells(
  input: AnalyseInput,
  points: Points,
  areas: AreaIndex | null,
  fingerprint: string,
): CellRun {
  const rule = input.area ?? (areas === null ? 'occupied-ring' : 'boundary');
  if (rule === 'boundary' && areas === null) {
    throw new FailureError(
      'nothing-to-show',
      'The boundary rule needs boundaries, and this workspace has none.',
      'Import a boundary file, or choose the rule occupied-ring.',
    );
  }
  const leftOut: LeftOut = { ...points.leftOut };
  const isInside = pointsInside(points, rule === 'boundary' ? areas : null);
  const extent = extentOf(points, isInside, rule === 'boundary' ? areas : null);
  const grid = gridOrFailure(extent, input);
  const cellOfPoint = new Int32Array(points.indexes.length).fill(-1);
  const eastings: number[] = [];
  const northings: number[] = [];
  for (let index = 0; index < points.indexes.length; index++) {
    if (isInside[index] !== 1) continue;
    const easting = points.eastings[index] ?? Number.NaN;
    const northing = points.northings[index] ?? Number.NaN;
    cellOfPoint[index] = cellIndexOf(grid, easting, northing);
    eastings.push(easting);
    northings.push(northing);
  }
  const outside = points.indexes.length - eastings.length;
  if (outside > 0) leftOut.outsideStudyArea = outside;
  const { counts } = countPerCell(grid, Float64Array.from(eastings), Float64Array.from(northings));
  const included = studyArea(rule, grid, counts, areas);
  // A record inside a boundary whose cell's centre is just outside it must not vanish: its cell joins.
  for (const cell of cellOfPoint) if (cell >= 0) included[cell] = 1;
  const cells = cellCount(grid);
  const test = {
    z: new Float64Array(cells).fill(Number.NaN),
    p: new Float64Array(cells).fill(Number.NaN),
  };
  if (input.method === 'gi-star') {
    const studied = Float64Array.from(included.keys()).filter((cell) => included[cell] === 1);
    const own = giStar(
      Float64Array.from(studied, (cell) => counts[cell] ?? 0),
      studyCellsOf(grid, studied),
    );
    for (const [place, cell] of studied.entries()) {
      test.z[cell] = own.z[place] ?? 0;
      test.p[cell] = own.p[place] ?? 1;
    }
  }
  const q = benjaminiHochberg(test.p);
  const bins = significanceBins(test.z, q);
  const run = describeRun(input, rule, fingerprint, eastings.length, leftOut, {
    counts,
    included,
    bins,
  });
  return { run, grid, counts, included, ...test, q, bins, cellOfPoint };
}

/** The grid, or a failure that says what to do when far-off points would make it too large. */
function gridOrFailure(extent: Extent, { cellMetres, shape }: AnalyseInput): CellGrid {
  const cells =
    ((extent.maxEasting - extent.minEasting) / cellMetres) *
    ((extent.maxNorthing - extent.minNorthing) / cellMetres);
  // A little below the bound, since hexagons and edges add rows.
  if (cells > mostCells * 0.8) {
    throw new FailureError(
      'bad-request',
      `Cells of ${cellMetres} m over everything that was counted would be more than ${mostCells} cells: some points lie far from the others.`,
      'Import the force boundary, so that far-off points are left out and counted, or choose larger cells.',
    );
  }
  return gridOver(extent, cellMetres, shape);
}

function pointsInside(points: Points, areas: AreaIndex | null): Uint8Array {
  if (areas === null) return new Uint8Array(points.indexes.length).fill(1);
  return Uint8Array.from(points.eastings, (easting, index) =>
    areaAt(areas, easting, points.northings[index] ?? Number.NaN) >= 0 ? 1 : 0,
  );
}

interface Extent {
  minEasting: number;
  minNorthing: number;
  maxEasting: number;
  maxNorthing: number;
}

function extentOf(points: Points, isInside: Uint8Array, areas: AreaIndex | null): Extent {
  const extent: Extent = {
    minEasting: Number.POSITIVE_INFINITY,
    minNorthing: Number.POSITIVE_INFINITY,
    maxEasting: Number.NEGATIVE_INFINITY,
    maxNorthing: Number.NEGATIVE_INFINITY,
  };
  const add = (easting: number, northing: number): void => {
    extent.minEasting = Math.min(extent.minEasting, easting);
    extent.minNorthing = Math.min(extent.minNorthing, northing);
    extent.maxEasting = Math.max(extent.maxEasting, easting);
    extent.maxNorthing = Math.max(extent.maxNorthing, northing);
  };
  for (const area of areas?.areas ?? []) {
    for (const polygon of area.polygons)
      for (const ring of polygon) for (const [e, n] of ring) add(e, n);
  }
  for (let index = 0; index < points.indexes.length; index++) {
    if (isInside[index] === 1) add(points.eastings[index] ?? 0, points.northings[index] ?? 0);
  }
  if (!Number.isFinite(extent.minEasting)) {
    throw new FailureError(
      'nothing-to-show',
      'No record with a position is left under this filter.',
      'Widen the filter, or import records with coordinates.',
      { leftOut: points.leftOut },
    );
  }
  return extent;
}

function describeRun(
  input: AnalyseInput,
  rule: 'boundary' | 'occupied-ring' | 'rectangle',
  fingerprint: string,
  countIn: number,
  leftOut: LeftOut,
  cells: { counts: Float64Array; included: Uint8Array; bins: Int8Array },
): AnalysisRun {
  const { method, filter, cellMetres, shape } = input;
  const parameters = {
    cellMetres,
    shape,
    area: rule,
    areaRule:
      rule === 'boundary'
        ? `${studyAreaSentences[rule]} Cells on the border that hold a counted record are added.`
        : studyAreaSentences[rule],
    ...(method === 'gi-star'
      ? {
          neighbours: shape === 'square' ? 'queen, itself included' : 'six, itself included',
          correction: 'Benjamini-Hochberg over all cells',
        }
      : {}),
    methodVersion,
  };
  const summary = summarise(method, cells);
  const identity = JSON.stringify([method, parameters, filter, fingerprint]);
  return {
    run: createHash('sha256').update(identity).digest('hex').slice(0, 12),
    method,
    parameters,
    filter,
    fingerprint,
    madeAt: new Date().toISOString(),
    countIn,
    leftOut,
    summary,
  };
}

function summarise(
  method: AnalyseInput['method'],
  cells: { counts: Float64Array; included: Uint8Array; bins: Int8Array },
): Record<string, number> {
  let studyAreaCells = 0;
  let occupiedCells = 0;
  let highestCount = 0;
  let hotCells = 0;
  let coldCells = 0;
  let incidentsInHotCells = 0;
  for (let cell = 0; cell < cells.counts.length; cell++) {
    if (cells.included[cell] !== 1) continue;
    const count = cells.counts[cell] ?? 0;
    const bin = cells.bins[cell] ?? 0;
    studyAreaCells++;
    if (count > 0) occupiedCells++;
    highestCount = Math.max(highestCount, count);
    // Hot: at most 5 in 100 of the cells called hot are expected to be so by chance.
    if (bin >= 2) {
      hotCells++;
      incidentsInHotCells += count;
    }
    if (bin <= -2) coldCells++;
  }
  const counted = { studyAreaCells, occupiedCells, highestCount };
  return method === 'counts' ? counted : { ...counted, hotCells, coldCells, incidentsInHotCells };
}
