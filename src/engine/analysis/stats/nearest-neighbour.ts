import { FailureError } from '../../../contract/outcome.ts';
import { areaSquareKilometres } from '../../../domain/geography/areas.ts';
import type { CellGrid } from '../../../domain/geography/cells.ts';
import { convexHull } from '../../../domain/geography/convex-hull.ts';
import { nearestNeighbour } from '../../../domain/hotspots/nearest-neighbour.ts';
import { finish } from './finish.ts';
import type { StatsMethod, StatsPoints } from './stats-method.ts';

/**
 * Clark and Evans' index on the area of the grid (the standard where one is given), the points' box, or their hull.
 * One row a figure.
 */
export const nearestNeighbourStats: StatsMethod = {
  settings: ['area'],
  needsGrid: false,
  readsTimes: false,
  run(points, gridOf, settings, hasGrid) {
    const rule = settings.choice('area', ['box', 'hull', 'grid'], hasGrid ? 'grid' : 'box');
    const count = points.eastings.length;
    if (count < 2) {
      throw new FailureError(
        'nothing-to-show',
        `A nearest neighbour needs at least two points, and there are ${count}.`,
        'Look at the columns named by --x and --y.',
      );
    }
    const squareMetres = areaOf(rule, points, gridOf);
    if (!(squareMetres > 0)) {
      throw new FailureError(
        'nothing-to-show',
        'All points stand in one spot or on one line, so they have no area.',
        'Give a grid (--cell, --origin, --size) and write --set area=grid.',
      );
    }
    const found = finish(nearestNeighbour(points.eastings, points.northings, squareMetres));
    return {
      header: ['statistic', 'value'],
      rows: [
        ['index', found.index],
        ['z', found.z],
        ['p', found.p],
        ['mean_observed_m', found.meanObservedMetres],
        ['mean_expected_m', found.meanExpectedMetres],
        ['area_km2', squareMetres / 1e6],
        ['share_of_duplicates', found.duplicateShare],
      ],
      summary: {
        points: count,
        unreadable: points.unreadable,
        area: rule,
        areaSquareKilometres: squareMetres / 1e6,
        index: found.index,
        z: found.z,
      },
    };
  },
};

function areaOf(
  rule: 'box' | 'hull' | 'grid',
  { eastings, northings }: StatsPoints,
  gridOf: () => CellGrid,
): number {
  if (rule === 'grid') {
    const { columns, rows, cellMetres } = gridOf();
    return columns * rows * cellMetres * cellMetres;
  }
  if (rule === 'hull') {
    const places = Array.from(eastings, (east, at) => [east, northings[at] ?? 0] as const);
    return 1e6 * areaSquareKilometres({ code: '', polygons: [[convexHull(places)]] });
  }
  const spread = (values: Float64Array): number =>
    values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
    values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  return spread(eastings) * spread(northings);
}
