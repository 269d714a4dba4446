import { number } from '../../../domain/figures/words.ts';
import { areaRates } from './area-rates.ts';
import {
  cellGeometry,
  cellIdColumn,
  cellSummary,
  cellValues,
  sequentialShade,
} from './cell-columns.ts';
import type { MethodRunner } from './method-runner.ts';

/** Records in each cell of the study area or in each area of one type, and their harm where asked. */
export const counts: MethodRunner = {
  settings: ['by', 'areaType'],
  needsPositions: true,
  usesArea: true,
  alsoReads: ['areas'],
  version: 2,
  run(context) {
    if (context.settings.choice('by', ['cell', 'area'], 'cell') === 'area')
      return areaRates(context);
    const ground = context.ground();
    const { values, unit, columns } = cellValues(context, ground);
    const summary = cellSummary(ground);
    return {
      main: { name: 'cells', title: 'Cells', columns: [cellIdColumn(ground.cells), ...columns] },
      geometry: cellGeometry(ground.cells),
      shade: sequentialShade(unit === 'harm' ? 'harm' : 'count', values, unit),
      summary,
      words: [
        `${number(summary['occupiedCells'] ?? 0)} of ${number(ground.counts.length)} cells hold at least one record; the fullest holds ${number(summary['highestCount'] ?? 0)}.`,
        'Counts say where records are, not where they are more than chance would put there.',
      ],
      ground,
    };
  },
};
