import { type ProfileFilter, wholeFilter } from '../../contract/filter.ts';
import type { Recipe } from '../../contract/hotspots.ts';
import { type EvidenceColumns, noMinutes, tierNames } from '../../domain/evidence/columns.ts';
import type { HotSpots, ProfileInputs, RecipeInForce } from '../../domain/figures/inputs.ts';
import { peopledAreas } from '../../domain/figures/trend.ts';
import { assignAreas } from '../../domain/geography/area-membership.ts';
import { cellCentre, cellPolygon } from '../../domain/geography/cells.ts';
import { concentration } from '../../domain/hotspots/concentration.ts';
import { monthIndexOf, monthText } from '../../domain/time/months.ts';
import { withdrawnCrimes } from '../../domain/vawg/withdrawn.ts';
import { stabilityOfSpots } from '../analysis/kept-stability.ts';
import { loadOutcomeCodes, loadRiskIndicators } from '../analysis/lists.ts';
import { recipeInForce, recipeInWords } from '../analysis/recipe.ts';
import { type FinishedRun, runWhereAny } from '../analysis/run.ts';
import { tableNumbers } from '../analysis/table-numbers.ts';
import type { Job } from '../jobs.ts';
import { registeredPlaces } from '../places/register.ts';
import { dataQuality } from '../quality/data-quality.ts';
import { codedAudits } from '../rules/audits.ts';
import type { Session } from '../session.ts';
import { appVersion } from '../version.ts';
import { sourceQualities } from '../workspace/batches.ts';
import type { Reader } from '../workspace/database.ts';
import { ethnicPopulation } from '../workspace/ethnic-population.ts';
import { nameInForce } from '../workspace/kept-lists.ts';
import { allEngagements } from '../workspace/other-rows.ts';
import { allPlaces } from '../workspace/places.ts';
import { allRuns } from '../workspace/runs.ts';
import { profileContext } from './profile-context.ts';

/** Everything the profile is made from, and the runs behind its maps. */
export async function profileInputs(
  session: Session,
  job: Job,
): Promise<{ inputs: ProfileInputs; runs: FinishedRun[] }> {
  const { columns, summary, lists, ready } = await session.evidence(job);
  const { incidents } = columns;
  const areas = session.areas();
  const isContextOnly = incidents.length > 0 && summary.vawg['context'] === incidents.length;
  const filter: ProfileFilter = isContextOnly
    ? { ...wholeFilter, evidence: 'all-incidents' }
    : { ...wholeFilter, space: 'public' };
  const recipe = recipeInForce(session.reader);
  const agreed = recipe?.method === 'gi-star' ? cellsOf(recipe) : {};
  const runs: FinishedRun[] = [];
  const spots = async (from: string | null, to: string | null): Promise<HotSpots | null> => {
    const asked = { ...agreed, method: 'gi-star', filter: { ...filter, from, to } } as const;
    const run = await runWhereAny(session, asked, job);
    if (run === null) return null;
    runs.push(run);
    return hotSpots(run, from, to);
  };
  const latest = latestYear(columns);
  const whole = await spots(null, null);
  const [wholeRun] = runs;
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
    venues: session.venues(),
    areas: areas.counting.list,
    areaOfIncident:
      areas.counting.index === null
        ? new Int32Array(incidents.length).fill(-1)
        : assignAreas(areas.counting.index, incidents.easting, incidents.northing),
    ethnicPopulation: ethnicPopulation(session.reader, peopledAreas(areas.counting.list)),
    sources: sourceQualities(session.reader),
    quality: await dataQuality(session, job),
    codeListVersion: summary.codeListVersion,
    codeListName: nameInForce(session.reader, 'code-list') ?? 'VAWG list of Action Ten',
    definition: lists.rules,
    harmLists: { severity: lists.severity, cambridge: lists.cambridge },
    audits: codedAudits(session.reader, incidents),
    riskIndicators: loadRiskIndicators(),
    outcomeCodes: loadOutcomeCodes(),
    tiers: Object.fromEntries(tierNames.map((tier) => [tier, summary.vawg[tier] ?? 0])),
    withdrawn: withdrawnCrimes({ ...ready, rules: lists.rules, incidents }),
    unmatchedOffences: summary.unmatchedOffences,
    isContextOnly,
    whole,
    stability:
      wholeRun === undefined
        ? null
        : stabilityOfSpots(session, wholeRun.question, columns.fingerprint),
    latest: latest === null ? null : await spots(latest.from, latest.to),
    recipe: recipe === null ? null : recipeForProfile(session.reader, recipe),
    register: await registeredPlaces(session, job),
    context: profileContext(session),
  };
  return { inputs, runs };
}

/** What the analyst agreed on and keeps beside the evidence, as one text: recipe, departures from it, register. */
export function agreedState(reader: Reader): string {
  const recipe = recipeInForce(reader);
  return JSON.stringify([
    recipe === null ? null : recipeForProfile(reader, recipe),
    recipe,
    allPlaces(reader),
    allRuns(reader).flatMap(({ run }) => (run.method === 'stability' ? [run.run] : [])),
  ]);
}

/** What the profile's own map takes from the recipe; what it counts is the section's to say. */
function cellsOf({ cellMetres, shape, area, settings }: Recipe) {
  return { cellMetres, shape, area, settings: { ...settings } };
}

function recipeForProfile(reader: Reader, recipe: Recipe): RecipeInForce {
  return {
    sentence: recipeInWords(recipe),
    setOn: recipe.setAt.slice(0, 10),
    note: recipe.note,
    runsBefore: recipe.runsBefore,
    departed: allRuns(reader)
      .filter(({ run }) => run.departures.length > 0)
      .map(({ run }) => ({
        run: run.run,
        method: run.method,
        madeOn: run.madeAt.slice(0, 10),
        departures: run.departures,
      })),
  };
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
  { result, points, ground }: FinishedRun,
  from: string | null,
  to: string | null,
): HotSpots {
  const { run } = result;
  if (ground === null) throw new Error('a run over cells has no cells');
  const { cells, counts } = ground;
  const [z, bins] = [tableNumbers(result.main, 'z'), tableNumbers(result.main, 'bin_bh')];
  const incidentsIn = new Map<number, number[]>();
  for (const [point, place] of ground.placeOfPoint.entries()) {
    const own = incidentsIn.get(place) ?? [];
    own.push(points.indexes[point] ?? -1);
    incidentsIn.set(place, own);
  }
  const neighboursOf = (place: number): number[] =>
    Array.from(
      cells.neighbours.subarray(cells.neighbourStart[place], cells.neighbourStart[place + 1]),
      (other) => cells.cells[other] ?? -1,
    );
  const shown = Array.from(cells.cells.keys()).filter(
    (place) => (counts[place] ?? 0) > 0 || bins[place] !== 0,
  );
  return {
    run: run.run,
    cellMetres: cells.grid.cellMetres,
    shape: cells.grid.shape,
    departures: run.departures,
    areaRule: String(run.parameters['areaRule']),
    from,
    to,
    countIn: run.countIn,
    leftOut: run.leftOut,
    studyAreaCells: counts.length,
    concentration: concentration(counts, null) ?? null,
    cells: shown.map((place) => {
      const index = cells.cells[place] ?? -1;
      return {
        ring: cellPolygon(cells.grid, index),
        centre: cellCentre(cells.grid, index),
        index,
        count: counts[place] ?? 0,
        z: z[place] ?? 0,
        bin: bins[place] ?? 0,
        neighbours: neighboursOf(place),
        incidents: incidentsIn.get(place) ?? [],
      };
    }),
  };
}
