import { FailureError } from '../../../contract/outcome.ts';
import { number } from '../../../domain/figures/words.ts';
import { concentrationDraws } from '../../../domain/hotspots/concentration.ts';
import {
  type ConcentrationProfile,
  concentrationProfile,
} from '../../../domain/hotspots/concentration-profile.ts';
import { runSteps } from '../../jobs.ts';
import { cellSummary, cellValues, numberColumn } from './cell-columns.ts';
import { figuresTable } from './figures-table.ts';
import type { MethodRunner } from './method-runner.ts';

/** How few cells hold a quarter, a half and four fifths of the records, always beside random placement. */
export const concentrationRunner: MethodRunner = {
  settings: ['draws', 'seed'],
  needsPositions: true,
  usesArea: true,
  version: 1,
  async run(context) {
    const { settings, points, question, job } = context;
    const draws = settings.whole('draws', concentrationDraws.draws, { least: 20, most: 10_000 });
    const seed = settings.whole('seed', concentrationDraws.seed);
    const ground = context.ground();
    const { values, unit } = cellValues(context, ground);
    const found = await runSteps(
      concentrationProfile(
        values,
        question.weight === 'harm' ? points.weights : points.indexes.length,
        { draws, seed },
      ),
      job,
      'Throwing the records at random',
    );
    if (found === undefined) {
      throw new FailureError(
        'nothing-to-show',
        'The records under this filter have no weight, so nothing is concentrated.',
        'Widen the filter, or count records instead of harm.',
      );
    }
    return {
      main: partsTable(found, values.length),
      others: [
        figuresTable('Gini coefficients', [
          ['gini', 'Gini over all cells', found.gini],
          ['gini_generalised', 'Gini, corrected for few records', found.giniGeneralised],
          ['random_gini', 'Gini of the same records thrown at random', found.randomGini],
          [
            'random_gini_generalised',
            'The same, corrected for few records',
            found.randomGiniGeneralised,
          ],
        ]),
        {
          name: 'lorenz',
          title: 'Lorenz curve, fullest cells first',
          columns: [
            numberColumn(
              'share_of_cells',
              'Share of cells',
              null,
              Float64Array.from(found.lorenz, ({ cells }) => cells),
            ),
            numberColumn(
              'share_held',
              `Share of ${unit}`,
              null,
              Float64Array.from(found.lorenz, ({ held }) => held),
            ),
          ],
        },
      ],
      geometry: { kind: 'none' },
      shade: null,
      summary: {
        ...cellSummary(ground),
        gini: found.gini,
        giniGeneralised: found.giniGeneralised,
        randomGini: found.randomGini,
        ...Object.fromEntries(
          found.parts.flatMap(({ part, cells, randomCells }) => [
            [`cellsFor${Math.round(100 * part)}pct`, cells],
            [`randomCellsFor${Math.round(100 * part)}pct`, randomCells],
          ]),
        ),
      },
      words: words(found, values.length, points.indexes.length, unit),
      parameters: { cellMetres: question.cellMetres, shape: question.shape },
      ground: null,
    };
  },
};

function partsTable({ parts }: ConcentrationProfile, cells: number) {
  const column = (name: string, title: string, of: (part: (typeof parts)[number]) => number) =>
    numberColumn(name, title, null, Float64Array.from(parts, of));
  return {
    name: 'parts',
    title: 'Cells that hold a part of the whole',
    columns: [
      column('part', 'Part of the whole', ({ part }) => part),
      column('cells', 'Fewest cells that hold it', (own) => own.cells),
      column('share_of_cells', 'As a share of all cells', ({ share }) => share),
      column('random_cells', 'Cells by random placement, mean', ({ randomCells }) => randomCells),
      column('random_low', 'Nine in ten draws from', ({ randomLow }) => randomLow),
      column('random_high', 'Nine in ten draws to', ({ randomHigh }) => randomHigh),
      column(
        'random_share_of_cells',
        'Random placement as a share of all cells',
        ({ randomCells }) => randomCells / cells,
      ),
    ],
  };
}

function words(
  { parts, draws }: ConcentrationProfile,
  cells: number,
  records: number,
  unit: string,
): string[] {
  const half = parts.find(({ part }) => part === 0.5);
  if (half === undefined) return [];
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const { cells: found, share, randomCells, randomLow, randomHigh } = half;
  const isConcentrated = found < randomLow;
  return [
    `Half of the ${unit} ${unit === 'harm' ? 'lies' : 'lie'} in ${number(found)} of ${number(cells)} cells (${percent(share)}). The same ${number(records)} records thrown at random would have half in ${number(randomCells)} cells (${percent(randomCells / cells)}; nine in ten of ${number(draws)} draws: ${number(randomLow)} to ${number(randomHigh)}).`,
    isConcentrated
      ? `That is ${(randomCells / found).toFixed(1)} times as concentrated as chance.`
      : 'That is no more concentrated than chance makes so few records look.',
    'Compare with the random figure, never with all cells: with few records most cells are empty whatever happens. Random placement lets a record fall into any cell of the study area with the same chance.',
  ];
}
