import { type FilterChartData, methodTitles, type RunResult } from '../../src/contract/hotspots.ts';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import type { Ground } from '../map/ground.ts';
import type { MapSheet } from '../map/map-svg.ts';
import { cellWords, countedWords } from '../map/row-words.ts';
import { t } from '../words/t.ts';
import { leftOutWords, notMappedWords } from './left-out-words.ts';
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
  return {
    result,
    shading: drawn.shading,
    rows: drawn.picture.rows?.shapes ?? null,
    ground: ground?.areas ?? null,
    venues: null,
    marking: summary.marking,
    title: result.words[0] ?? methodTitles[run.method],
    facts: factsOf(result, summary.force, given.hasBase),
    cannotBeMapped:
      charts === null
        ? [t('map.sheet.unmappedUnknown')]
        : charts.notMapped.filter(({ count }) => count > 0).map(notMappedWords),
    notOnMap: Object.entries(run.leftOut)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => leftOutWords(reason, count)),
    extent,
  };
}

function factsOf(result: RunResult, force: string, hasBase: boolean): readonly string[] {
  const { run } = result;
  const { filter, method } = run;
  const { areaRule } = run.parameters;
  const cells = cellWords(result);
  return [
    t('map.sheet.what', { method: methodTitles[method], counted: countedWords(result) }),
    t('map.sheet.period', { period: periodWords(filter) }),
    t('map.sheet.filter', {
      space: t(`map.space.within.${filter.space}`),
      threat: t(`map.threat.within.${filter.threat}`),
      victims: t(`map.victims.within.${filter.victims}`),
    }),
    ...(cells === '' ? [] : [t('map.sheet.cells', { cells })]),
    ...(typeof areaRule === 'string' ? [areaRule] : []),
    ...run.departures.map((how) => t('map.sheet.departs', { how })),
    t('map.sheet.source', { force, evidence: t(`map.evidence.${filter.evidence}`) }),
    ...(hasBase ? [t('map.sheet.noBase')] : []),
    t('map.sheet.run', { run: run.run, on: run.madeAt.slice(0, 10) }),
  ];
}
