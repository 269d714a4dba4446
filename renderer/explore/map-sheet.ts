import { type FilterChartData, methodTitles, type RunResult } from '../../src/contract/hotspots.ts';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import type { Ground } from '../map/ground.ts';
import type { MapSheet } from '../map/map-svg.ts';
import { cellWords, countedWords } from '../map/row-words.ts';
import { extentOf } from '../map/shapes.ts';
import { t } from '../words/t.ts';
import { leftOutWords, notMappedWords } from './left-out-words.ts';
import { monthsOf, periodWords } from './map-choices.ts';
import { insteadWords } from './run-words.ts';
import type { Drawn } from './use-picture.ts';

/** What stands on a saved or printed map beside the picture: finding, n, period, rule, source, date, run. */
export function mapSheet(given: {
  readonly result: RunResult;
  /** What is drawn: the result, or counts in its place. */
  readonly shown: RunResult;
  readonly drawn: Drawn;
  readonly charts: FilterChartData | null;
  readonly ground: Ground | null;
  readonly extent: MapSheet['extent'];
  readonly summary: WorkspaceSummary;
  /** Whether the screen shows a base map, which the sheet does not. */
  readonly hasBase: boolean;
}): MapSheet | null {
  const { result, shown, drawn, charts, ground, extent, summary } = given;
  if (drawn.shading === null) return null;
  const { run } = result;
  const { rows } = drawn.picture;
  return {
    result,
    shading: drawn.shading,
    rows: rows?.shapes ?? null,
    areSpots: rows?.areSpots ?? false,
    ground: ground?.areas ?? null,
    venues: null,
    marking: summary.marking,
    title: result.words[0] ?? methodTitles[run.method],
    facts: [...(shown === result ? [] : [insteadWords(shown)]), ...factsOf(given)],
    cannotBeMapped:
      charts === null
        ? [t('map.sheet.unmappedUnknown')]
        : charts.notMapped.filter(({ count }) => count > 0).map(notMappedWords),
    notOnMap: Object.entries(run.leftOut)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => leftOutWords(reason, count)),
    extent: closeExtent(extent, [
      ground?.extent ?? null,
      rows === null ? null : extentOf(rows.shapes),
    ]),
  };
}

type Extent = MapSheet['extent'];
const marginShare = 0.02;

/** What is in view without empty land around everything there is: a small window must not make a small map on paper. */
function closeExtent(view: Extent, all: readonly (Extent | null)[]): Extent {
  const known = all.filter((one) => one !== null);
  if (known.length === 0) return view;
  const end = (at: 0 | 1 | 2 | 3, most: (...values: number[]) => number) =>
    most(...known.map((one) => one[at]));
  const [west, south] = [end(0, Math.min), end(1, Math.min)];
  const [east, north] = [end(2, Math.max), end(3, Math.max)];
  const [across, up] = [marginShare * (east - west), marginShare * (north - south)];
  const close: Extent = [
    Math.max(view[0], west - across),
    Math.max(view[1], south - up),
    Math.min(view[2], east + across),
    Math.min(view[3], north + up),
  ];
  // A view of nothing but the land around is kept as it is.
  return close[0] < close[2] && close[1] < close[3] ? close : view;
}

function factsOf({
  result,
  shown,
  charts,
  summary,
  hasBase,
}: Omit<Parameters<typeof mapSheet>[0], 'drawn' | 'ground' | 'extent'>): readonly string[] {
  const { run } = result;
  const { force } = summary;
  const { filter, method } = run;
  const { areaRule } = run.parameters;
  const cells = cellWords(shown);
  return [
    t('map.sheet.what', { method: methodTitles[method], counted: countedWords(result) }),
    t('map.sheet.period', { period: periodWords(filter, monthsOf(run, charts)) }),
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
