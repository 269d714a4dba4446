import { FailureError } from '../../../contract/outcome.ts';
import { cellIndexOf } from '../../../domain/geography/cells.ts';
import { concentrationDraws } from '../../../domain/hotspots/concentration.ts';
import { concentrationProfile } from '../../../domain/hotspots/concentration-profile.ts';
import { countPoints } from './count-points.ts';
import { finish } from './finish.ts';
import type { StatsMethod } from './stats-method.ts';

/** Gini coefficients and the fewest cells for a part of the whole, beside random placement. One row a figure. */
export const concentrationStats: StatsMethod = {
  settings: ['draws', 'seed'],
  needsGrid: true,
  readsTimes: false,
  run(points, gridOf, settings) {
    const grid = gridOf();
    const draws = settings.whole('draws', concentrationDraws.draws, { least: 20, most: 10_000 });
    const seed = settings.whole('seed', concentrationDraws.seed);
    const { counts, outside } = countPoints(points, grid);
    const inside = points.weights.filter(
      (_, point) =>
        cellIndexOf(grid, points.eastings[point] ?? 0, points.northings[point] ?? 0) >= 0,
    );
    const found = inside.every((weight) => weight >= 0)
      ? finish(concentrationProfile(counts, inside, { draws, seed }))
      : undefined;
    if (found === undefined) {
      throw new FailureError(
        'nothing-to-show',
        'Concentration needs at least one point in the grid, and no weight below 0.',
        'Look at --origin, --cell and --size, and at the columns that are named.',
      );
    }
    return {
      header: ['statistic', 'value'],
      rows: [
        ['gini', found.gini],
        ['gini_generalised', found.giniGeneralised],
        ['random_gini', found.randomGini],
        ['random_gini_generalised', found.randomGiniGeneralised],
        ...found.parts.flatMap(({ part, cells, share, randomCells }) => {
          const name = `${Math.round(100 * part)}pct`;
          return [
            [`cells_for_${name}`, cells],
            [`share_of_cells_for_${name}`, share],
            [`random_cells_for_${name}`, randomCells],
            [`random_share_of_cells_for_${name}`, randomCells / counts.length],
          ];
        }),
      ],
      summary: {
        points: points.eastings.length,
        outsideGrid: outside,
        unreadable: points.unreadable,
        cells: counts.length,
        randomDraws: draws,
        seed,
      },
    };
  },
};
