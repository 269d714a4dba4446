import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { localMoran } from '../../../domain/hotspots/local-moran.ts';
import { localMoranPermutations } from '../../../domain/hotspots/local-moran-permutations.ts';
import { countPoints } from './count-points.ts';
import { finish } from './finish.ts';
import type { StatsMethod } from './stats-method.ts';

/** Local Moran's I of counts or summed weights; with `permutations` above 0 also a pseudo probability. One row a cell. */
export const localMoranStats: StatsMethod = {
  settings: ['permutations', 'seed'],
  needsGrid: true,
  readsTimes: false,
  run(points, gridOf, settings) {
    const grid = gridOf();
    const { counts, outside } = countPoints(points, grid);
    const permutations = settings.whole('permutations', 0, { least: 0, most: 99_999 });
    const seed = settings.whole('seed', 1);
    const study = wholeGrid(grid);
    const { statistic, z, p, quadrant } = localMoran(counts, study);
    const drawn =
      permutations > 0 ? finish(localMoranPermutations(counts, study, permutations, seed)) : null;
    return {
      header: ['cell_id', 'I', 'z', 'p', 'quadrant', ...(drawn === null ? [] : ['p_permutation'])],
      rows: Array.from(statistic, (value, cell) => [
        cell + 1,
        value,
        z[cell] ?? 0,
        p[cell] ?? 1,
        quadrant[cell] ?? 'None',
        ...(drawn === null ? [] : [drawn[cell] ?? 1]),
      ]),
      summary: {
        points: points.eastings.length,
        outsideGrid: outside,
        unreadable: points.unreadable,
        cells: counts.length,
        moments: 'conditional',
      },
    };
  },
};
