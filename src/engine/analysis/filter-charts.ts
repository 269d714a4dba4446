import type { ProfileFilter } from '../../contract/filter.ts';
import type { FilterChartData } from '../../contract/hotspots.ts';
import { type ChartColumns, chartColumns } from '../../domain/evidence/chart-columns.ts';
import { type IncidentFacts, noMinutes, timePrecision } from '../../domain/evidence/columns.ts';
import { filterCharts } from '../../domain/evidence/filter-charts.ts';
import type { PartnerColumns, PerceptionColumns } from '../../domain/evidence/other-evidence.ts';
import { hourByWeekday } from '../../domain/time/hour-by-weekday.ts';
import { monthIndexOf, monthlyCounts, monthText } from '../../domain/time/months.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { landOf } from './land.ts';
import { fittingFilter, incidentFilter, selectPoints } from './points.ts';

const known = new WeakMap<Int32Array, ChartColumns>();

/** What charts ask of the records' dates: kept as long as the records are. */
function chartColumnsOf(facts: IncidentFacts): ChartColumns {
  let columns = known.get(facts.occurredFromMinutes);
  if (columns === undefined) {
    columns = chartColumns(facts);
    known.set(facts.occurredFromMinutes, columns);
  }
  return columns;
}

/** The linked charts of a filter. */
export async function chartsOf(
  session: Session,
  asked: ProfileFilter,
  job: Job,
): Promise<FilterChartData> {
  const filter = fittingFilter(asked);
  const { columns } = await session.evidence(job);
  const { incidents } = columns;
  if (filter.evidence === 'partner') return otherCharts(session, session.partner(), filter);
  if (filter.evidence === 'perceptions') return otherCharts(session, session.perceptions(), filter);
  const land = landOf(session, incidents, filter.within);
  const charts = filterCharts(incidents, chartColumnsOf(incidents), incidentFilter(filter), land);
  const { n, leftOut, undated, hours, untimed, spaces } = charts;
  const titles = incidents.offence.values;
  return {
    n,
    total: incidents.length,
    leftOut,
    months: monthsFrom(charts.firstMonth, charts.monthCounts, lastMonth(incidents.recordedMinutes)),
    undated,
    hours,
    untimed,
    offences: mostFirst(titles, charts.offenceCounts),
    spaces,
    notMappedRecords: charts.notMappedRecords,
    notMapped: charts.notMapped.flatMap(({ reason, spaces: own }) =>
      Object.entries(own)
        .filter(([, count]) => count > 0)
        .map(([space, count]) => ({ space, reason, count })),
    ),
  };
}

const lastMonths = new WeakMap<Int32Array, number>();

/** The month of the last date, kept as long as the column is. */
function lastMonth(minutes: Int32Array): number {
  const kept = lastMonths.get(minutes);
  if (kept !== undefined) return kept;
  let last = noMinutes;
  for (const time of minutes) if (time > last) last = time;
  const month = last === noMinutes ? Number.POSITIVE_INFINITY : monthIndexOf(last);
  lastMonths.set(minutes, month);
  return month;
}

function monthsFrom(
  first: number | null,
  counts: readonly number[],
  last: number,
): FilterChartData['months'] {
  return counts.map((count, place) => {
    const month = (first ?? 0) + place;
    return { month: monthText(month), count, isFilling: month >= last - 1 };
  });
}

function mostFirst(
  titles: readonly string[],
  counts: Uint32Array | readonly number[],
): FilterChartData['offences'] {
  return titles
    .map((title, code) => ({ title: title || 'not recorded', count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
}

/** The same of partner events or perceptions: thousands, not millions. */
function otherCharts(
  session: Session,
  columns: PartnerColumns | PerceptionColumns,
  filter: ProfileFilter,
): FilterChartData {
  const { insideChosen } = landOf(session, columns, filter.within);
  const select = (needsPositions: boolean, isWhole: boolean) =>
    selectPoints(
      {
        incidents: null,
        partner: () => session.partner(),
        perceptions: () => session.perceptions(),
      },
      {
        filter,
        needsPositions,
        insideBoundary: null,
        insideChosen: isWhole ? null : insideChosen,
        weights: null,
      },
    );
  const { indexes, leftOut } = select(false, false);
  const isPartner = 'occurredFromMinutes' in columns;
  const minutes = isPartner ? columns.occurredFromMinutes : columns.reportedMinutes;
  const own = Int32Array.from(indexes, (index) => minutes[index] ?? noMinutes);
  const dated = own.filter((time) => time !== noMinutes);
  const last = lastMonth(minutes);
  const first = dated.length === 0 ? null : monthIndexOf(dated.reduce((a, b) => Math.min(a, b)));
  // A report's date is when it was made, not when somebody felt unsafe: it gives no hour.
  const timed = isPartner
    ? own.filter((_, at) => columns.occurredPrecision[indexes[at] ?? -1] === timePrecision.minute)
    : new Int32Array();
  const hours = hourByWeekday(timed, timed, { noMinutes });
  const located = select(true, true).leftOut;
  const noLocation = located.noLocation ?? 0;
  return {
    n: indexes.length,
    total: columns.length,
    leftOut,
    months:
      first === null ? [] : monthsFrom(first, monthlyCounts(dated, first, lastMonth(dated)), last),
    undated: own.length - dated.length,
    hours: hours.weights,
    untimed: indexes.length - hours.used,
    offences: whatFor(columns, indexes),
    spaces: { online: 0, private: 0, public: 0, unclassified: 0 },
    notMappedRecords: noLocation,
    notMapped: noLocation === 0 ? [] : [{ space: 'all', reason: 'noLocation', count: noLocation }],
  };
}

/** Categories of partner events; reasons of perceptions, each mention counted. */
export function whatFor(
  columns: PartnerColumns | PerceptionColumns,
  indexes: Int32Array,
): FilterChartData['offences'] {
  const isPartner = 'category' in columns;
  const titles = isPartner ? columns.category.values : columns.reasons.map(({ text }) => text);
  const counts = new Uint32Array(titles.length);
  const add = (code: number): void => {
    counts[code] = (counts[code] ?? 0) + 1;
  };
  for (const index of indexes) {
    if (isPartner) add(columns.category.codes[index] ?? 0);
    else for (const reason of columns.reasonsOf[index] ?? []) add(reason);
  }
  return mostFirst(titles, counts);
}
