import { FailureError } from '../../../contract/outcome.ts';
import { globalMoran, globalMoranPermutations } from '../../../domain/hotspots/global-moran.ts';
import { runSteps } from '../../jobs.ts';
import { cellSummary, cellValues } from './cell-columns.ts';
import { figuresTable } from './figures-table.ts';
import type { MethodRunner } from './method-runner.ts';

/** Global Moran's I: whether like lies beside like anywhere, in one number for the whole study area. */
export const moran: MethodRunner = {
  settings: ['weights', 'permutations', 'seed'],
  needsPositions: true,
  usesArea: true,
  version: 1,
  async run(context) {
    const { settings, job } = context;
    const ground = context.ground();
    const { values } = cellValues(context, ground);
    if (values.length < 4) {
      throw new FailureError(
        'nothing-to-show',
        "Moran's I needs at least four cells, and the study area has fewer.",
        'Choose smaller cells or a larger area.',
      );
    }
    const weights = settings.choice('weights', ['row', 'binary'], 'row');
    const permutations = settings.whole('permutations', 999, { least: 99, most: 99_999 });
    const seed = settings.whole('seed', 1);
    const { statistic, expected, z, p } = globalMoran(values, ground.cells, weights);
    const drawn = await runSteps(
      globalMoranPermutations(values, ground.cells, weights, permutations, seed),
      job,
      'Shuffling the cells',
    );
    const isEqual = values.every((value) => value === values[0]);
    return {
      main: figuresTable("Moran's I", [
        ['I', "Moran's I", statistic],
        ['expected', 'Expected without any pattern', expected],
        ['z', 'z by randomisation', z],
        ['p', 'p, normal, two-sided', p],
        ['p_permutation', 'p by shuffling, two-sided', drawn],
      ]),
      geometry: { kind: 'none' },
      shade: null,
      summary: { ...cellSummary(ground), I: statistic, expected, z, p, pPermutation: drawn },
      words: [
        isEqual
          ? 'All cells hold the same, so there is no pattern to test.'
          : finding(statistic, expected, drawn),
        `Expected is what shuffling all values over the study area gives, ${permutations} times.`,
        'The number says that there is a pattern, not where: empty land beside empty land counts as like beside like, so a study area with much of it raises the number.',
      ],
      ground: null,
      parameters: {
        cellMetres: context.question.cellMetres,
        shape: context.question.shape,
        neighbours: context.question.shape === 'square' ? 'queen' : 'six',
      },
    };
  },
};

function finding(statistic: number, expected: number, p: number): string {
  const figure = `Moran's I is ${statistic.toFixed(3)} (p ${p.toPrecision(1)} by shuffling)`;
  if (p > 0.05) return `${figure}: no more pattern than shuffling gives.`;
  return statistic > expected
    ? `${figure}: cells with much lie beside cells with much, more than by shuffling.`
    : `${figure}: cells with much lie beside cells with little, more than by shuffling.`;
}
