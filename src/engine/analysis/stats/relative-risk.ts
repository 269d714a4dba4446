import { FailureError } from '../../../contract/outcome.ts';
import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { quarticKernel } from '../../../domain/hotspots/kde.ts';
import { relativeRisk } from '../../../domain/hotspots/relative-risk.ts';
import { chooseBandwidth } from '../choose-bandwidth.ts';
import { finish } from './finish.ts';
import type { StatsMethod } from './stats-method.ts';

/**
 * Two quartic surfaces of one bandwidth: the rows whose own column `kind` says `case`, over all rows, these among
 * them. One row a cell; no ratio where the lower surface is below the floor.
 */
export const relativeRiskStats: StatsMethod = {
  settings: ['bandwidthMetres', 'floor'],
  needsGrid: true,
  readsTimes: false,
  run(points, gridOf, settings) {
    const { eastings, northings, weights, kinds } = points;
    const isCase = kinds.map((kind) => kind.trim().toLowerCase() === 'case');
    const cases = {
      eastings: eastings.filter((_, row) => isCase[row] === true),
      northings: northings.filter((_, row) => isCase[row] === true),
      weights: weights.filter((_, row) => isCase[row] === true),
    };
    if (cases.eastings.length === 0) {
      throw new FailureError(
        'nothing-to-show',
        'No row is a case, so there is nothing to hold against the others.',
        'Give the table a column "kind" that says "case" for each case. Nothing was written.',
      );
    }
    const grid = gridOf();
    const { bandwidthMetres, sentence } = chooseBandwidth(
      cases,
      grid.cellMetres,
      settings,
      grid.cellMetres / 2,
    );
    const floor = settings.number('floor', 5, { least: 0.000_001 });
    const study = wholeGrid(grid);
    const above = finish(quarticKernel(cases, study, bandwidthMetres));
    const under = finish(quarticKernel(points, study, bandwidthMetres));
    const sum = (column: Float64Array): number => column.reduce((total, one) => total + one, 0);
    const found = relativeRisk(
      above,
      under,
      { cases: sum(cases.weights), base: sum(weights) },
      floor,
    );
    const given = (value: number | undefined): number | string =>
      value === undefined || Number.isNaN(value) ? '' : value;
    return {
      header: ['cell_id', 'raw', 'base_raw', 'ratio', 'relative_risk'],
      rows: Array.from(above, (raw, cell) => [
        cell + 1,
        raw,
        under[cell] ?? 0,
        given(found.ratio[cell]),
        given(found.relative[cell]),
      ]),
      summary: {
        points: eastings.length,
        cases: cases.eastings.length,
        unreadable: points.unreadable,
        cells: above.length,
        cellsBelowFloor: found.belowFloor,
        floor,
        bandwidthMetres,
        bandwidth: sentence,
      },
    };
  },
};
