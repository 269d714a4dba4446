import { number } from '../../../domain/figures/words.ts';
import { type EvaluationTable, evaluateRecords, evaluateSettings } from '../evaluate-plan.ts';
import { cellSummary, numberColumn } from './cell-columns.ts';
import type { MethodRunner } from './method-runner.ts';
import { countsOnly, datedPoints } from './record-times.ts';

/** Would the places picked from earlier records have held the later ones? */
export const evaluateRunner: MethodRunner = {
  settings: evaluateSettings,
  needsPositions: true,
  usesArea: true,
  version: 1,
  run(context) {
    countsOnly(context, 'those of the held-out period that the picked cells hold.');
    const { points, minutes, coverage, leftOut } = datedPoints(context, 'day');
    const ground = context.ground({}, points);
    const result = evaluateRecords(
      ground.cells,
      ground.placeOfPoint,
      minutes,
      coverage,
      context.settings,
    );
    const column = (of: (row: EvaluationTable['rows'][number]) => number | null): Float64Array =>
      Float64Array.from(result.rows, (row) => of(row) ?? Number.NaN);
    return {
      main: {
        name: 'coverage',
        title: 'Later records held by the cells picked from earlier ones',
        columns: [
          numberColumn(
            'cells',
            'Cells picked',
            'cells',
            column((row) => row.cells),
          ),
          numberColumn(
            'area_share',
            'Part of the area',
            null,
            column((row) => row.areaShare),
          ),
          numberColumn(
            'hits',
            'Later records in them',
            'records',
            column((row) => row.hits),
          ),
          numberColumn(
            'hit_rate',
            'Hit rate',
            null,
            column((row) => row.hitRate),
          ),
          numberColumn(
            'pai',
            'PAI',
            'times',
            column((row) => row.pai),
          ),
          numberColumn(
            'pei',
            'PEI',
            null,
            column((row) => row.pei),
          ),
          numberColumn(
            'rri',
            'RRI',
            'times',
            column((row) => row.rri),
          ),
        ],
      },
      geometry: { kind: 'none' },
      shade: null,
      summary: {
        ...cellSummary(ground),
        split: result.split,
        earlier: result.earlier,
        later: result.later,
        rows: result.rows,
      },
      words: wordsOf(result),
      parameters: { splitOn: result.split },
      leftOut,
      ground,
    };
  },
};

function wordsOf({ rows, split, earlier, later, score }: EvaluationTable): string[] {
  const example = rows[Math.floor(rows.length / 2)];
  const finding =
    example === undefined
      ? []
      : [
          `The ${number(example.cells)} cells picked from the ${number(earlier)} records before ${split} (${(100 * example.areaShare).toFixed(1)} % of the area) hold ${(100 * example.hitRate).toFixed(1)} % of the ${number(later)} records from then on; picked at random they would hold ${(100 * example.areaShare).toFixed(1)} %. The best possible ${number(example.cells)} would hold ${(100 * example.bestRate).toFixed(1)} %.`,
        ];
  return [
    ...finding,
    `Cells are picked by ${score === 'count' ? 'their number of earlier records' : 'Gi* of the earlier records'}; cells that tie for the last place count in part.`,
    'PAI: hit rate over part of the area. PEI: hits over those of the best possible cells. RRI: hit rate over that of the earlier period itself; below 1 the places lost some of their part, as picked ones do.',
    'Which method scores best on one split is chance in part: choose the method before, not by this table.',
  ];
}
