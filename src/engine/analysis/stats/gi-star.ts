import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../../domain/hotspots/bins.ts';
import { giStarTest } from '../../../domain/hotspots/gi-star-test.ts';
import { inferenceSettingNames, inferenceSettings } from '../inference-settings.ts';
import { countPoints } from './count-points.ts';
import { finish } from './finish.ts';
import type { StatsMethod } from './stats-method.ts';

/** Gi* of counts or of summed weights; every cell of the grid takes part. One row a cell. */
export const giStarStats: StatsMethod = {
  settings: inferenceSettingNames,
  needsGrid: true,
  readsTimes: false,
  run(points, gridOf, settings) {
    const grid = gridOf();
    const { counts, outside } = countPoints(points, grid);
    const test = giStarTest(counts, wholeGrid(grid), inferenceSettings(settings, 'normal'));
    const { z, p, inference } = finish(test);
    const q = benjaminiHochberg(p);
    const bins = significanceBins(z, q);
    return {
      header: ['cell_id', 'count', 'z', 'p', 'p_bh', 'bin_bh'],
      rows: Array.from(counts, (count, cell) => [
        cell + 1,
        count,
        z[cell] ?? 0,
        p[cell] ?? 1,
        q[cell] ?? 1,
        bins[cell] ?? 0,
      ]),
      summary: {
        points: points.eastings.length,
        outsideGrid: outside,
        unreadable: points.unreadable,
        cells: counts.length,
        hotCells: bins.filter((bin) => bin >= 2).length,
        coldCells: bins.filter((bin) => bin <= -2).length,
        inference: inference.used,
        steps: inference.steps,
        ...(inference.draws === null ? {} : { permutations: inference.draws }),
      },
    };
  },
};
