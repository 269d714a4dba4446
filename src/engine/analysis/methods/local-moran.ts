import type { RunColumn } from '../../../contract/hotspots.ts';
import { number } from '../../../domain/figures/words.ts';
import { benjaminiHochberg } from '../../../domain/hotspots/benjamini-hochberg.ts';
import { localMoran } from '../../../domain/hotspots/local-moran.ts';
import {
  drawsForCorrection,
  localMoranPermutations,
} from '../../../domain/hotspots/local-moran-permutations.ts';
import { runSteps } from '../../jobs.ts';
import {
  cellGeometry,
  cellIdColumn,
  cellSummary,
  cellValues,
  numberColumn,
} from './cell-columns.ts';
import type { MethodRunner } from './method-runner.ts';

const significantAt = 0.05;
const notSignificant = 'Not significant';

/** Local Moran's I: which cells are like or unlike their neighbours, tested by shuffling and corrected over all cells. */
export const localMoranRunner: MethodRunner = {
  settings: ['permutations', 'seed'],
  needsPositions: true,
  usesArea: true,
  version: 1,
  async run(context) {
    const { settings, job } = context;
    const ground = context.ground();
    const { values, columns } = cellValues(context, ground);
    const standard = drawsForCorrection(values.length);
    const draws = settings.whole('permutations', standard, { least: 99, most: 499_999 });
    const seed = settings.whole('seed', 1);
    const { statistic, z, p, quadrant } = localMoran(values, ground.cells);
    const drawn = await runSteps(
      localMoranPermutations(values, ground.cells, draws, seed),
      job,
      'Shuffling the cells',
    );
    const corrected = benjaminiHochberg(drawn);
    const cluster = quadrant.map((own, cell) =>
      (corrected[cell] ?? 1) <= significantAt ? own : notSignificant,
    );
    const found = countOf(cluster);
    const texts = (name: string, title: string, own: readonly string[]): RunColumn => ({
      name,
      title,
      unit: null,
      values: own,
    });
    return {
      main: {
        name: 'cells',
        title: 'Cells',
        columns: [
          cellIdColumn(ground.cells),
          ...columns,
          numberColumn('I', "Local Moran's I", null, statistic),
          numberColumn('z', 'z', 'standard deviations', z),
          numberColumn('p', 'p, normal, one cell by itself', null, p),
          texts('quadrant', 'Cell and neighbours against the mean', quadrant),
          numberColumn('p_permutation', 'p by shuffling, one cell by itself', null, drawn),
          numberColumn('p_bh', 'p by shuffling, corrected over all cells', null, corrected),
          texts('cluster', 'Cluster or outlier', cluster),
        ],
      },
      geometry: cellGeometry(ground.cells),
      shade: { column: 'cluster', kind: 'classes', breaks: [], unit: 'at most 5 in 100 false' },
      summary: { ...cellSummary(ground), ...found },
      words: words(found, values.length, draws),
      parameters: {
        moments: 'conditional',
        neighbours: context.question.shape === 'square' ? 'queen' : 'six',
        correction: 'Benjamini-Hochberg over all cells, on p by shuffling',
      },
      ground,
    };
  },
};

function countOf(cluster: readonly string[]): Record<string, number> {
  const of = (name: string): number => cluster.filter((own) => own === name).length;
  return {
    highHigh: of('High-High'),
    lowLow: of('Low-Low'),
    highLow: of('High-Low'),
    lowHigh: of('Low-High'),
  };
}

function words(found: Record<string, number>, cells: number, draws: number): string[] {
  const { highHigh = 0, lowLow = 0, highLow = 0, lowHigh = 0 } = found;
  const all = highHigh + lowLow + highLow + lowHigh;
  const finding =
    all === 0
      ? 'No cell is more like or unlike its neighbours than shuffling would make it.'
      : `${number(highHigh)} of ${number(cells)} cells are high among high neighbours, ${number(highLow)} high among low, ${number(lowHigh)} low among high, ${number(lowLow)} low among low. They are a set in which at most 5 in 100 are expected to be false.`;
  const smallest = 2 / (draws + 1);
  const needed = Math.ceil((smallest * cells) / significantAt);
  return [
    finding,
    `Expected is what shuffling gives: each cell keeps its value, and the values of all other cells are dealt out again ${number(draws)} times.`,
    ...(needed > 5
      ? [
          `So few draws cannot give a p below ${smallest.toPrecision(1)}: after the correction nothing is reported unless ${number(needed)} cells reach it together. Set permutations higher.`,
        ]
      : []),
    'High and low mean above and below the average cell of the study area.',
  ];
}
