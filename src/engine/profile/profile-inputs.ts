import { type ProfileFilter, wholeFilter } from '../../contract/filter.ts';
import { FailureError } from '../../contract/outcome.ts';
import { type EvidenceColumns, noMinutes, tierNames } from '../../domain/evidence/columns.ts';
import type { HotSpots, ProfileInputs } from '../../domain/figures/inputs.ts';
import { assignAreas } from '../../domain/geography/area-membership.ts';
import { cellCentre, cellNeighbours, cellPolygon } from '../../domain/geography/cells.ts';
import { concentration } from '../../domain/hotspots/concentration.ts';
import { monthIndexOf, monthText } from '../../domain/time/months.ts';
import { loadOutcomeCodes, loadRiskIndicators } from '../analysis/lists.ts';
import { incidentPoints } from '../analysis/points.ts';
import { type CellRun, runCells } from '../analysis/run.ts';
import type { Job } from '../jobs.ts';
import { dataQuality } from '../quality/data-quality.ts';
import { codedAudits } from '../rules/audits.ts';
import type { Session } from '../session.ts';
import { appVersion } from '../version.ts';
import { sourceQualities } from '../workspace/batches.ts';
import { allEngagements, allVenues } from '../workspace/other-rows.ts';

const profileCellMetres = 250;

/** Everything the profile is made from, and the runs behind its maps. */
export async function profileInputs(
  session: Session,
  job: Job,
): Promise<{ inputs: ProfileInputs; runs: CellRun[] }> {
  const { columns, summary, lists } = await session.evidence(job);
  const { incidents } = columns;
  const areas = session.areas();
  const isContextOnly = incidents.length > 0 && summary.vawg['context'] === incidents.length;
  const filter: ProfileFilter = isContextOnly
    ? { ...wholeFilter, evidence: 'all-incidents' }
    : { ...wholeFilter, space: 'public' };
  const runs: CellRun[] = [];
  const spots = (from: string | null, to: string | null): HotSpots | null => {
    const points = incidentPoints(columns, { ...filter, from, to });
    if (points.indexes.length === 0) return null;
    const run = profileRun({ ...filter, from, to }, points, areas.index, columns.fingerprint);
    runs.push(run);
    return hotSpots(run, points.indexes, from, to);
  };
  const latest = latestYear(columns);
  const inputs: ProfileInputs = {
    force: session.summary().force,
    marking: session.marking(),
    isSample: session.summary().isSample,
    madeOn: new Date().toISOString().slice(0, 10),
    appVersion,
    evidence: columns,
    partner: session.partner(),
    perceptions: session.perceptions(),
    engagements: allEngagements(session.reader),
    venues: allVenues(session.reader),
    areas: areas.list,
    areaOfIncident:
      areas.index === null
        ? new Int32Array(incidents.length).fill(-1)
        : assignAreas(areas.index, incidents.easting, incidents.northing),
    sources: sourceQualities(session.reader),
    quality: await dataQuality(session, job),
    codeListVersion: summary.codeListVersion,
    rulesVersion: summary.rulesVersion,
    settings: summary.settings,
    harmLists: { severity: lists.severity, cambridge: lists.cambridge },
    audits: codedAudits(session.reader, incidents),
    riskIndicators: loadRiskIndicators(),
    outcomeCodes: loadOutcomeCodes(),
    tiers: Object.fromEntries(tierNames.map((tier) => [tier, summary.vawg[tier] ?? 0])),
    unmatchedOffences: summary.unmatchedOffences,
    isContextOnly,
    whole: spots(null, null),
    latest: latest === null ? null : spots(latest.from, latest.to),
    rules: Object.fromEntries(lists.rules.rules.map((rule) => [rule.id, rule.sentence])),
  };
  return { inputs, runs };
}

/**
 * The profile's Gi* run. Without a boundary a single point far off would ask for more cells than there can be: then
 * the cells are made twice as large, and the caption says how large they are.
 */
function profileRun(
  filter: ProfileFilter,
  points: ReturnType<typeof incidentPoints>,
  areas: ReturnType<Session['areas']>['index'],
  fingerprint: string,
): CellRun {
  for (let cellMetres = profileCellMetres; ; cellMetres *= 2) {
    try {
      const asked = { method: 'gi-star', filter, cellMetres, shape: 'square', area: null } as const;
      return runCells(asked, points, areas, fingerprint);
    } catch (error) {
      const isTooLarge = error instanceof FailureError && error.failure.code === 'bad-request';
      if (!isTooLarge || cellMetres > 4_000) throw error;
    }
  }
}

/** The twelve months that end with the last month in which something was committed and recorded. */
function latestYear(columns: EvidenceColumns): { from: string; to: string } | null {
  const last = columns.incidents.recordedMinutes.reduce(
    (most, minutes) => (minutes === noMinutes ? most : Math.max(most, minutes)),
    noMinutes,
  );
  if (last === noMinutes) return null;
  const month = monthIndexOf(last);
  const end = new Date(`${monthText(month + 1)}-01T00:00Z`);
  end.setUTCDate(0);
  return { from: `${monthText(month - 11)}-01`, to: end.toISOString().slice(0, 10) };
}

function hotSpots(
  cellRun: CellRun,
  indexes: Int32Array,
  from: string | null,
  to: string | null,
): HotSpots {
  const { run, grid, counts, z, bins, included } = cellRun;
  const incidentsIn = new Map<number, number[]>();
  for (const [point, cell] of cellRun.cellOfPoint.entries()) {
    if (cell < 0) continue;
    const own = incidentsIn.get(cell) ?? [];
    own.push(indexes[point] ?? -1);
    incidentsIn.set(cell, own);
  }
  const shown: number[] = [];
  let studyAreaCells = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    if (included[cell] !== 1) continue;
    studyAreaCells++;
    if ((counts[cell] ?? 0) > 0 || bins[cell] !== 0) shown.push(cell);
  }
  return {
    run: run.run,
    cellMetres: grid.cellMetres,
    areaRule: String(run.parameters['areaRule']),
    from,
    to,
    countIn: run.countIn,
    leftOut: run.leftOut,
    studyAreaCells,
    concentration: concentration(counts, included) ?? null,
    cells: shown.map((cell) => ({
      ring: cellPolygon(grid, cell),
      centre: cellCentre(grid, cell),
      index: cell,
      count: counts[cell] ?? 0,
      z: z[cell] ?? 0,
      bin: bins[cell] ?? 0,
      neighbours: cellNeighbours(grid, cell),
      incidents: incidentsIn.get(cell) ?? [],
    })),
  };
}
