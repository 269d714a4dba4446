import {
  type CellGrid,
  cellIndexOf,
  countPerCell,
  gridOver,
} from '../../../domain/geography/cells.ts';
import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { type StudyGround } from '../../../domain/geography/study-ground.ts';
import { benjaminiHochberg } from '../../../domain/hotspots/benjamini-hochberg.ts';
import { giStarTest } from '../../../domain/hotspots/gi-star-test.ts';
import { hotPlacesOf } from '../../../domain/hotspots/hot-places.ts';
import { quarticKernel } from '../../../domain/hotspots/kde.ts';
import { highestCells, shareStillHot, staysHotFrom } from '../../../domain/hotspots/stability.ts';
import { surfaceOf } from '../hot-groups.ts';
import { inferenceSettingNames, inferenceSettings } from '../inference-settings.ts';
import type { MethodSettings } from '../method-settings.ts';
import { otherBandwidths, otherCells } from '../stability-plan.ts';
import { finish } from './finish.ts';
import type { StatsMethod, StatsPoints } from './stats-method.ts';

type Positions = Pick<StatsPoints, 'eastings' | 'northings' | 'weights'>;

/** Adjusted p up to which a cell is hot. */
const hotUpTo = 0.05;

/**
 * How often each hot spot of Gi* on the grid stays hot: with other cell sizes, three other origins, the other shape,
 * and among as many cells of the highest density at half and double bandwidth. `analyse` also leaves out years and
 * takes other study areas. One row a hot spot and check, with the share of its records in hot cells.
 */
export const stabilityStats: StatsMethod = {
  settings: [...inferenceSettingNames, 'bandwidthMetres'],
  needsGrid: true,
  readsTimes: false,
  run(all, gridOf, settings) {
    const grid = gridOf();
    const points = inside(all, grid);
    const { isHot, ground } = hotOn(points, grid, settings);
    const hot = [...isHot.keys()].filter((cell) => isHot[cell] === 1);
    const spotOfCell = new Int32Array(isHot.length).fill(-1);
    const places = hotPlacesOf(hot, surfaceOf(ground, points)).filter(({ cells }) =>
      cells.some((cell) => (ground.counts[cell] ?? 0) > 0),
    );
    for (const [spot, { cells }] of places.entries())
      for (const cell of cells) spotOfCell[cell] = spot;
    const spots = {
      spotOfPoint: ground.placeOfPoint.map((cell) => spotOfCell[cell] ?? -1),
      spots: places.length,
      weights: points.weights,
    };
    const checks = [
      ...otherCells(grid.cellMetres, grid.shape).map(({ title, other }) => ({
        title,
        pointsHot: () => hotOn(points, otherGrid(grid, other), settings).ofPoint,
      })),
      ...otherBandwidths(settings, grid.cellMetres).map(({ title, metres }) => ({
        title,
        pointsHot: () => {
          const density = finish(quarticKernel(points, wholeGrid(grid), metres));
          const densest = highestCells(density, hot.length);
          return Uint8Array.from(ground.placeOfPoint, (cell) => densest[cell] ?? 0);
        },
      })),
    ].map(({ title, pointsHot }) => ({
      title,
      shares: shareStillHot(spots, { isHot: pointsHot(), takesPart: null }),
    }));
    const recordsOf = (spot: number): number =>
      spots.spotOfPoint.reduce((sum, one) => sum + (one === spot ? 1 : 0), 0);
    return {
      header: ['hot_spot', 'cells', 'count', 'check', 'share', 'stays_hot'],
      rows: places.flatMap(({ cells }, spot) =>
        checks.map(({ title, shares }) => [
          spot + 1,
          cells.length,
          recordsOf(spot),
          title,
          shares[spot] ?? 0,
          (shares[spot] ?? 0) >= staysHotFrom ? 1 : 0,
        ]),
      ),
      summary: {
        points: all.eastings.length,
        outsideGrid: all.eastings.length - points.eastings.length,
        unreadable: all.unreadable,
        hotCells: hot.length,
        hotSpots: places.length,
        checks: checks.length,
        stayInAll: places.filter((_, spot) =>
          checks.every(({ shares }) => (shares[spot] ?? 0) >= staysHotFrom),
        ).length,
      },
    };
  },
};

function inside({ eastings, northings, weights }: StatsPoints, grid: CellGrid): Positions {
  const isInside = Uint8Array.from(eastings, (easting, point) =>
    cellIndexOf(grid, easting, northings[point] ?? Number.NaN) >= 0 ? 1 : 0,
  );
  const kept = (column: Float64Array) => column.filter((_, point) => isInside[point] === 1);
  return { eastings: kept(eastings), northings: kept(northings), weights: kept(weights) };
}

function hotOn(
  { eastings, northings, weights }: Positions,
  grid: CellGrid,
  settings: MethodSettings,
) {
  const cells = wholeGrid(grid);
  const { counts } = countPerCell(grid, eastings, northings);
  const values = countPerCell(grid, eastings, northings, weights).counts;
  const { z, p } = finish(giStarTest(values, cells, inferenceSettings(settings, 'normal')));
  const isHot = Uint8Array.from(benjaminiHochberg(p), (adjusted, cell) =>
    adjusted <= hotUpTo && (z[cell] ?? 0) > 0 ? 1 : 0,
  );
  const placeOfPoint = Int32Array.from(eastings, (easting, point) =>
    cellIndexOf(grid, easting, northings[point] ?? Number.NaN),
  );
  const ground: StudyGround = { rule: 'rectangle', cells, placeOfPoint, counts };
  return { isHot, ground, ofPoint: Uint8Array.from(placeOfPoint, (cell) => isHot[cell] ?? 0) };
}

/** Other cells over the land of a grid. A moved one gets one row and column more, so that no point falls out. */
function otherGrid(
  grid: CellGrid,
  { cellMetres, shape, shiftMetres }: ReturnType<typeof otherCells>[number]['other'],
): CellGrid {
  const { originEasting, originNorthing, columns, rows } = grid;
  if (shiftMetres !== undefined) {
    const [east, north] = shiftMetres;
    return {
      ...grid,
      originEasting: originEasting - east,
      originNorthing: originNorthing - north,
      columns: columns + 1,
      rows: rows + 1,
    };
  }
  return gridOver(
    {
      minEasting: originEasting,
      minNorthing: originNorthing,
      maxEasting: originEasting + columns * grid.cellMetres,
      maxNorthing: originNorthing + rows * grid.cellMetres,
    },
    cellMetres ?? grid.cellMetres,
    shape ?? grid.shape,
  );
}
