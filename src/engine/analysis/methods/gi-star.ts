import { number } from '../../../domain/figures/words.ts';
import { benjaminiHochberg } from '../../../domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../../domain/hotspots/bins.ts';
import { giStar } from '../../../domain/hotspots/gi-star.ts';
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
  settings: [],
  needsPositions: true,
  usesArea: true,
  version: 2,
  run(context) {
    const ground = context.ground();
    const { values, columns } = cellValues(context, ground);
    const { z, p } = giStar(values, ground.cells);
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
      words: giStarWords(summary, ground.counts.length),
      parameters: {
        neighbours:
          context.question.shape === 'square' ? 'queen, itself included' : 'six, itself included',
        correction: 'Benjamini-Hochberg over all cells',
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

function giStarWords(summary: ReturnType<typeof hotAndCold>, cells: number): string[] {
  const { hotCells, coldCells, incidentsInHotCells } = summary;
  const finding =
    hotCells === 0
      ? 'No cell stands out from chance: there is no hot spot to report.'
      : `${number(hotCells)} of ${number(cells)} cells are hot and hold ${number(incidentsInHotCells)} of the mapped records. They are a set in which at most 5 in 100 are expected to be false; no single cell is thereby certain.`;
  return [
    finding,
    ...(coldCells === 0 ? ['No cell is cold: with many empty cells none can be.'] : []),
    'Expected is what an even spread of the same records over all cells of the study area would give.',
  ];
}
