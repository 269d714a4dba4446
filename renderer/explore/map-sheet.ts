import type { FilterChartData, RunResult } from '../../src/contract/hotspots.ts';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import { formatNumber, reasonText } from '../app/format.ts';
import type { Ground } from '../map/ground.ts';
import type { MapSheet } from '../map/map-svg.ts';
import { cellWords, countedWords } from '../map/row-words.ts';
import {
  evidenceChoices,
  methodChoices,
  spaceChoices,
  threatChoices,
  wordsOf,
} from './choice-words.ts';
import { periodWords } from './map-choices.ts';
import type { Drawn } from './use-picture.ts';

/** What stands on a saved or printed map beside the picture: finding, n, period, rule, source, date, run. */
export function mapSheet(given: {
  readonly result: RunResult;
  readonly drawn: Drawn;
  readonly charts: FilterChartData | null;
  readonly ground: Ground | null;
  readonly extent: MapSheet['extent'];
  readonly summary: WorkspaceSummary;
  /** Whether the screen shows a base map, which the sheet does not. */
  readonly hasBase: boolean;
}): MapSheet | null {
  const { result, drawn, charts, ground, extent, summary } = given;
  if (drawn.shading === null) return null;
  const { run } = result;
  const { filter, parameters } = run;
  const cells = cellWords(result);
  const source = `${summary.force}; ${wordsOf(evidenceChoices, filter.evidence)}`;
  return {
    result,
    shading: drawn.shading,
    rows: drawn.picture.rows?.shapes ?? null,
    ground: ground?.areas ?? null,
    venues: null,
    marking: summary.marking,
    title: result.words[0] ?? wordsOf(methodChoices, run.method),
    facts: [
      `${wordsOf(methodChoices, run.method)}; ${countedWords(result)}`,
      `Period: ${periodWords(filter)}`,
      `Space: ${wordsOf(spaceChoices, filter.space).toLowerCase()}; threat: ${wordsOf(threatChoices, filter.threat).toLowerCase()}; victims: ${filter.victims}`,
      ...(cells === '' ? [] : [`Cells: ${cells}`]),
      ...(typeof parameters['areaRule'] === 'string' ? [parameters['areaRule']] : []),
      ...run.departures.map((words) => `Departs from the terms of reference: ${words}`),
      `Source: ${source}`,
      ...(given.hasBase ? ['Base map not drawn on this sheet'] : []),
      `Run ${run.run}, made ${run.madeAt.slice(0, 10)}`,
    ],
    cannotBeMapped: (charts?.notMapped ?? [])
      .filter(({ count }) => count > 0)
      .map(({ space, reason, count }) => {
        const where = space === 'all' ? '' : `${wordsOf(spaceChoices, space).toLowerCase()}, `;
        return `${formatNumber(count)} ${where}${reasonText(reason)}`;
      }),
    notOnMap: Object.entries(run.leftOut)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => `${formatNumber(count)} ${reasonText(reason)}`),
    extent,
  };
}
