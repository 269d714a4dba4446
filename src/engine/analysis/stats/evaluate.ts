import { cellIndexOf } from '../../../domain/geography/cells.ts';
import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { evaluateRecords, evaluateSettings } from '../evaluate-plan.ts';
import { daysCovered, timedPoints } from './point-times.ts';
import type { StatsMethod } from './stats-method.ts';

/** Cells picked by earlier points, held against later ones. One row a share of the area. */
export const evaluateStats: StatsMethod = {
  settings: evaluateSettings,
  needsGrid: true,
  readsTimes: true,
  run(points, gridOf, settings) {
    const grid = gridOf();
    const timed = timedPoints(points);
    const places = Float64Array.from(timed.eastings, (easting, point) =>
      cellIndexOf(grid, easting, timed.northings[point] ?? Number.NaN),
    );
    const result = evaluateRecords(
      wholeGrid(grid),
      places,
      timed.minutes,
      daysCovered(timed.minutes),
      settings,
    );
    return {
      header: ['cells', 'area_share', 'hits', 'hit_rate', 'pai', 'pei', 'rri'],
      rows: result.rows.map((row) => [
        row.cells,
        row.areaShare,
        row.hits,
        row.hitRate,
        row.pai,
        row.pei,
        row.rri ?? '',
      ]),
      summary: {
        points: points.eastings.length,
        outsideGrid: places.filter((place) => place < 0).length,
        unreadable: points.unreadable,
        withoutTime: timed.withoutTime,
        split: result.split,
        earlier: result.earlier,
        later: result.later,
      },
    };
  },
};
