import { cellIndexOf } from '../../../domain/geography/cells.ts';
import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { type EmergingOptions, emergingHotSpots } from '../../../domain/hotspots/emerging.ts';
import { spaceTimeCube } from '../../../domain/hotspots/space-time.ts';
import { monthIndexOf, monthText } from '../../../domain/time/months.ts';
import { emergingOptions, emergingSettings } from '../emerging-settings.ts';
import { finish, plainly } from './finish.ts';
import { timedPoints } from './point-times.ts';
import type { StatsMethod } from './stats-method.ts';

/** As the reference: normal Gi* with Benjamini and Hochberg over all bins, today's rules, plain Mann-Kendall. */
const standard: EmergingOptions = {
  neighbourhoodSteps: 1,
  inference: 'normal',
  correction: 'bh',
  rules: 'current',
  trend: 'mann-kendall',
};

/** Emerging hot spots over the months from the first point to the last. One row a cell. */
export const emergingStats: StatsMethod = {
  settings: emergingSettings,
  needsGrid: true,
  readsTimes: true,
  run(points, gridOf, settings) {
    const options = emergingOptions(settings, standard);
    const grid = gridOf();
    const cells = wholeGrid(grid);
    const timed = timedPoints(points);
    const placeOfPoint = Float64Array.from(timed.eastings, (easting, point) =>
      cellIndexOf(grid, easting, timed.northings[point] ?? Number.NaN),
    );
    const monthOfPoint = Int32Array.from(timed.minutes, monthIndexOf);
    const first = monthOfPoint.reduce((least, month) => Math.min(least, month));
    const last = monthOfPoint.reduce((most, month) => Math.max(most, month));
    const cube = plainly(() =>
      spaceTimeCube(
        cells.cells.length,
        last - first + 1,
        placeOfPoint,
        monthOfPoint.map((month) => month - first),
      ),
    );
    const result = finish(emergingHotSpots(cube, cells, options));
    const isShare = options.trend === 'share';
    const trend = isShare
      ? { z: result.trendT, p: result.trendP, names: ['trend_t', 'trend_p', 'trend_p_bh'] }
      : { z: result.mannKendallZ, p: result.mannKendallP, names: ['mk_z', 'mk_p'] };
    return {
      header: ['cell_id', 'class', ...trend.names],
      rows: result.classes.map((name, cell) => [
        cell + 1,
        name,
        given(trend.z[cell]),
        given(trend.p[cell]),
        ...(isShare ? [given(result.trendPBh[cell])] : []),
      ]),
      summary: {
        points: points.eastings.length,
        outsideGrid: placeOfPoint.filter((place) => place < 0).length,
        unreadable: points.unreadable,
        withoutTime: timed.withoutTime,
        firstMonth: monthText(first),
        lastMonth: monthText(last),
        cells: cells.cells.length,
        classified: result.classes.filter((name) => name !== 'none').length,
      },
    };
  },
};

/** A blank for a number that there is none of. */
function given(value: number | undefined): number | '' {
  return value === undefined || Number.isNaN(value) ? '' : value;
}
