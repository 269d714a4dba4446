import { number } from '../../../domain/figures/words.ts';
import { benjaminiHochberg } from '../../../domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../../domain/hotspots/bins.ts';
import { giStarTest, type Inference } from '../../../domain/hotspots/gi-star-test.ts';
import { correctedSentence, inferenceWords } from '../../../domain/hotspots/inference-words.ts';
import { runSteps } from '../../jobs.ts';
import { inferenceSettingNames, inferenceSettings } from '../inference-settings.ts';
import {
  cellGeometry,
  cellIdColumn,
  cellSummary,
  cellValues,
  numberColumn,
} from './cell-columns.ts';
import type { MethodRunner } from './method-runner.ts';

/** Gi* over all cells of the study area, the false discovery rate held over all of them. */
export const giStarRunner: MethodRunner = {
  settings: inferenceSettingNames,
  needsPositions: true,
  usesArea: true,
  version: 4,
  async run(context) {
    const ground = context.ground();
    const { values, columns } = cellValues(context, ground);
    const settings = inferenceSettings(context.settings, 'auto');
    const { z, p, inference } = await runSteps(
      giStarTest(values, ground.cells, settings),
      context.job,
      'testing cells',
    );
    const q = benjaminiHochberg(p);
    const bins = significanceBins(z, q);
    const summary = { ...cellSummary(ground), ...hotAndCold(bins, ground.counts) };
    return {
      main: {
        name: 'cells',
        title: 'Cells',
        columns: [
          cellIdColumn(ground.cells),
          ...columns,
          numberColumn('z', 'z', 'standard deviations', z),
          numberColumn('p', 'p, one cell by itself', null, p),
          numberColumn('p_bh', 'p, corrected over all cells', null, q),
          numberColumn(
            'bin_bh',
            'Hot (3, 2, 1) or cold (-3, -2, -1)',
            null,
            Float64Array.from(bins),
          ),
        ],
      },
      geometry: cellGeometry(ground.cells),
      shade: { column: 'bin_bh', kind: 'bins', breaks: [], unit: 'at most 1, 5, 10 in 100 false' },
      summary,
      words: giStarWords(summary, ground.counts.length, inference),
      parameters: {
        neighbours:
          context.question.shape === 'square' ? 'queen, itself included' : 'six, itself included',
        correction: 'Benjamini-Hochberg over all cells',
        pFrom: inference.used,
        draws: inference.draws ?? (inference.steps > 0 ? 'exact, none needed' : 'none'),
        steps: inference.steps,
      },
      ground,
    };
  },
};

function hotAndCold(bins: Int8Array, counts: Float64Array) {
  const found = { hotCells: 0, coldCells: 0, incidentsInHotCells: 0 };
  for (const [place, bin] of bins.entries()) {
    if (bin >= 2) {
      found.hotCells++;
      found.incidentsInHotCells += counts[place] ?? 0;
    } else if (bin <= -2) found.coldCells++;
  }
  return found;
}

function giStarWords(
  { hotCells, coldCells, incidentsInHotCells }: ReturnType<typeof hotAndCold>,
  cells: number,
  inference: Inference,
): string[] {
  const finding =
    hotCells === 0
      ? 'No cell stands out from chance: there is no hot spot to report.'
      : `${number(hotCells)} of ${number(cells)} cells are hot and hold ${number(incidentsInHotCells)} of the mapped records.`;
  return [
    finding,
    ...(hotCells === 0 ? [] : [correctedSentence]),
    ...(coldCells === 0
      ? ['No cell is cold. Where most cells are empty none can be: that is no finding.']
      : []),
    ...inferenceWords(inference, cells),
  ];
}
