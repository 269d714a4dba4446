import { FailureError } from '../../../contract/outcome.ts';
import { number } from '../../../domain/figures/words.ts';
import { cellSquareMetres } from '../../../domain/geography/cells.ts';
import {
  type NearestNeighbour,
  nearestNeighbour,
} from '../../../domain/hotspots/nearest-neighbour.ts';
import { runSteps } from '../../jobs.ts';
import { figuresTable } from './figures-table.ts';
import type { MethodRunner } from './method-runner.ts';

/** Above this share of places on the same spot the index says more about geocoding than about places. */
const manyDuplicates = 0.2;

/** Clark and Evans' nearest neighbour index on the land of the study cells. */
export const nearestNeighbourRunner: MethodRunner = {
  settings: [],
  needsPositions: true,
  usesArea: true,
  version: 1,
  async run(context) {
    const { points, question } = context;
    if (question.weight === 'harm') {
      throw new FailureError(
        'bad-request',
        'A nearest neighbour index takes distances between records, which have no weight.',
        'Leave the weight at count.',
      );
    }
    if (points.indexes.length < 2) {
      throw new FailureError(
        'nothing-to-show',
        'A nearest neighbour needs at least two records with a position; one is left.',
        'Widen the filter.',
      );
    }
    const { cells } = context.ground();
    const squareMetres = cells.cells.length * cellSquareMetres(cells.grid);
    const found = await runSteps(
      nearestNeighbour(points.eastings, points.northings, squareMetres),
      context.job,
      'Looking for the nearest records',
    );
    return {
      main: figuresTable('Nearest neighbour index', [
        ['index', 'Observed over expected distance', found.index],
        ['z', 'z', found.z],
        ['p', 'p, normal, two-sided', found.p],
        [
          'mean_observed_m',
          'Mean distance to the nearest record, metres',
          found.meanObservedMetres,
        ],
        ['mean_expected_m', 'Expected by chance, metres', found.meanExpectedMetres],
        ['area_km2', 'Land of the study cells, km2', squareMetres / 1e6],
        ['share_of_duplicates', 'Share of records on the spot of another', found.duplicateShare],
      ]),
      geometry: { kind: 'none' },
      shade: null,
      summary: { ...found, areaSquareKilometres: squareMetres / 1e6 },
      words: [
        `The nearest other record is ${number(found.meanObservedMetres)} m away on average; records thrown anywhere on the ${number(squareMetres / 1e6)} km2 of the study cells would be ${number(found.meanExpectedMetres)} m apart. The index is ${found.index.toFixed(2)}: ${comparison(found)}.`,
        'Expected assumes that a record can fall anywhere on that land, fields and water too: below 1 is what any town gives, and is no finding by itself.',
        `${(100 * found.duplicateShare).toFixed(1)} % of the records stand exactly where another one does.${found.duplicateShare > manyDuplicates ? ' So many shared positions come from geocoding to the same point, and pull the index down.' : ''}`,
      ],
      parameters: {
        cellMetres: question.cellMetres,
        shape: question.shape,
        land: 'area of the study cells',
        edgeCorrection: 'none',
      },
      ground: null,
    };
  },
};

function comparison({ index, p }: NearestNeighbour): string {
  if (p > 0.05) return 'neither closer together nor further apart than by chance';
  return index < 1 ? 'closer together than by chance' : 'further apart than by chance';
}
