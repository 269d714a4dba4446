import { FailureError } from '../../../contract/outcome.ts';
import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { globalMoran, globalMoranPermutations } from '../../../domain/hotspots/global-moran.ts';
import { countPoints } from './count-points.ts';
import { finish } from './finish.ts';
import type { StatsMethod } from './stats-method.ts';

/** Global Moran's I of counts or summed weights. One row a figure. */
export const moranStats: StatsMethod = {
  settings: ['weights', 'permutations', 'seed'],
  needsGrid: true,
  readsTimes: false,
  run(points, gridOf, settings) {
    const grid = gridOf();
    if (grid.columns * grid.rows < 4) {
      throw new FailureError(
        'bad-request',
        "Moran's I needs at least four cells.",
        'Lay a larger grid with --size, or smaller cells with --cell.',
      );
    }
    const { counts, outside } = countPoints(points, grid);
    const weights = settings.choice('weights', ['row', 'binary'], 'row');
    const permutations = settings.whole('permutations', 0, { least: 0, most: 99_999 });
    const seed = settings.whole('seed', 1);
    const study = wholeGrid(grid);
    const { statistic, expected, z, p } = globalMoran(counts, study, weights);
    const drawn =
      permutations > 0
        ? [
            [
              'p_permutation',
              finish(globalMoranPermutations(counts, study, weights, permutations, seed)),
            ],
          ]
        : [];
    return {
      header: ['statistic', 'value'],
      rows: [['I', statistic], ['expected', expected], ['z', z], ['p', p], ...drawn],
      summary: {
        points: points.eastings.length,
        outsideGrid: outside,
        unreadable: points.unreadable,
        cells: counts.length,
        weights,
        test: 'by randomisation, two-sided',
        I: statistic,
        z,
        p,
      },
    };
  },
};
