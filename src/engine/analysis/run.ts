import { createHash } from 'node:crypto';
import type { ProfileFilter } from '../../contract/filter.ts';
import {
  type AnalysisQuestion,
  type AskedQuestion,
  analysisCalls,
} from '../../contract/hotspot-inputs.ts';
import type { AnalysisRun, RunResult } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import { permittedCellMetres } from '../../domain/disclosure/homes.ts';
import { leftOutInWords, number } from '../../domain/figures/words.ts';
import type { AreaIndex } from '../../domain/geography/areas.ts';
import { mostCells } from '../../domain/geography/cells.ts';
import { type StudyAreaRule, studyAreaSentences } from '../../domain/geography/study-area.ts';
import {
  layStudyGround,
  placesOf,
  type StudyGround,
  TooManyCells,
} from '../../domain/geography/study-ground.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { type AlsoRead, dataFingerprint } from './fingerprint.ts';
import { harmWeights } from './harm-weights.ts';
import { geometryBesideHomes, wordsOfHomes } from './homes.ts';
import { placesForSummary } from './hot-groups.ts';
import { MethodSettings } from './method-settings.ts';
import type { MethodContext, MethodResult, MethodRunner } from './methods/method-runner.ts';
import { methodRunners } from './methods/methods.ts';
import { fittingFilter, type Points } from './points.ts';
import { departuresFrom, recipeInForce } from './recipe.ts';
import { chosenRegion } from './region.ts';
import { pointsUnderFilter } from './select-points.ts';
import type { Standing } from './standing.ts';

/** A run as the engine has it: in grid metres, with the records and cells behind its rows. */
export interface FinishedRun {
  readonly question: AnalysisQuestion;
  readonly result: RunResult;
  readonly points: Points;
  readonly ground: StudyGround | null;
}

/**
 * Runs one method on what meets the filter. Every record of that kind of evidence is in the count or under exactly
 * one reason. The same question on the same data gives the same run, its time of making aside.
 */
export async function runMethod(
  session: Session,
  given: AnalysisQuestion,
  job: Job,
): Promise<FinishedRun> {
  const cellMetres = permittedCellMetres(fittingFilter(given.filter), given.cellMetres);
  const asked = { ...given, cellMetres };
  const runner = runnerOf(asked.method);
  const standing = await session.evidence(job);
  const context = contextOf(session, standing, runner, asked, job);
  const { points } = context;
  if (points.indexes.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      runner.needsPositions
        ? 'No record with a position is left under this filter.'
        : 'No record is left under this filter.',
      'Widen the filter, or import records with coordinates.',
      { leftOut: points.leftOut },
    );
  }
  const found = await runner.run(context);
  const run = describeRun(session, runner, context, found);
  const usesArea = found.usesArea ?? runner.usesArea;
  const geometry = geometryBesideHomes(runner, context.question.filter, found.geometry);
  const result: RunResult = {
    run,
    settings: asked.settings,
    main: found.main,
    others: found.others ?? [],
    geometry,
    shade: found.shade,
    words: [
      ...found.words,
      ...wordsOfHomes(geometry, given.cellMetres, usesArea ? cellMetres : null),
      ...wordsOfEveryRun(run, usesArea, context),
    ],
  };
  return { question: asked, result, points, ground: found.ground };
}

/** Runs at hand for each session: the two of the profile and one that is looked at. */
const mostAtHand = 3;

/** The latest runs, the oldest first, by session and by question with what it read. */
const atHand = new WeakMap<Session, Map<string, FinishedRun>>();

/**
 * As `runMethod`; the latest ones are at hand, so that a click on a cell asks nothing anew, nor does a profile of
 * which other inputs changed.
 */
export async function recentRun(
  session: Session,
  asked: AnalysisQuestion,
  job: Job,
): Promise<FinishedRun> {
  const { columns } = await session.evidence(job);
  const fingerprint = fingerprintNow(session, runnerOf(asked.method), asked, columns.fingerprint);
  const recipe = recipeInForce(session.reader);
  const key = JSON.stringify([asked, fingerprint, columns.fingerprint, recipe]);
  const runs = atHand.get(session) ?? new Map<string, FinishedRun>();
  atHand.set(session, runs);
  const finished = runs.get(key) ?? (await runMethod(session, asked, job));
  runs.delete(key);
  runs.set(key, finished);
  for (const oldest of [...runs.keys()].slice(0, -mostAtHand)) runs.delete(oldest);
  return finished;
}

/** The same with the defaults of a question; null where nothing meets the filter. */
export async function runWhereAny(
  session: Session,
  asked: AskedQuestion,
  job: Job,
): Promise<FinishedRun | null> {
  try {
    return await recentRun(session, analysisCalls.runAnalysis.input.parse(asked), job);
  } catch (error) {
    const isNothing = error instanceof FailureError && error.failure.code === 'nothing-to-show';
    if (isNothing) return null;
    throw error;
  }
}

/** The runner of a method; refuses one that this version does not have. */
function runnerOf(method: AnalysisQuestion['method']): MethodRunner {
  const runner = methodRunners[method];
  if (runner !== undefined) return runner;
  throw new FailureError(
    'not-available',
    `The method "${method}" is not part of this version.`,
    `Choose one of ${Object.keys(methodRunners).join(', ')}.`,
  );
}

function contextOf(
  session: Session,
  standing: Standing,
  runner: MethodRunner,
  asked: AnalysisQuestion,
  job: Job,
): MethodContext {
  const filter = fittingFilter(asked.filter);
  const areas = session.areas().index;
  const area = asked.area ?? (areas === null ? 'occupied-ring' : 'boundary');
  if (area === 'boundary' && areas === null) {
    throw new FailureError(
      'nothing-to-show',
      'The boundary rule needs boundaries, and this workspace has none.',
      'Import a boundary file, or choose the rule occupied-ring.',
    );
  }
  const question = { ...asked, filter, area };
  const weighted = question.weight === 'harm' ? ['harmList'] : [];
  const settings = new MethodSettings(new Map(Object.entries(asked.settings)), [
    ...runner.settings,
    ...weighted,
  ]);
  const weights = question.weight === 'harm' ? harmWeights(standing, filter, settings) : null;
  const within = chosenRegion(session, filter.within);
  const pointsUnder = (other: ProfileFilter): Points =>
    pointsUnderFilter(session, standing.columns, other, {
      needsPositions: runner.needsPositions,
      isBounded: runner.needsPositions && area === 'boundary',
      weights: other.evidence === filter.evidence ? weights : null,
    });
  const points = pointsUnder(filter);
  return {
    question,
    settings,
    job,
    session,
    standing,
    points,
    pointsUnder,
    ground: groundOver({ ...question, areas, within }, points),
    placesOn: ({ cells }, other) => placesOf(cells, other.eastings, other.northings),
  };
}

/** Lays cells; a plan with too many is refused with the size that fits. */
function groundOver(
  land: {
    readonly cellMetres: number;
    readonly shape: 'square' | 'hexagon';
    readonly area: StudyAreaRule;
    readonly areas: AreaIndex | null;
    readonly within: AreaIndex | null;
  },
  points: Points,
): MethodContext['ground'] {
  const { cellMetres, shape, area, areas, within } = land;
  return (other = {}, { eastings, northings } = points) => {
    const plan = { cellMetres, shape, rule: area, areas, within, ...other };
    try {
      return layStudyGround(eastings, northings, plan);
    } catch (error) {
      if (!(error instanceof TooManyCells)) throw error;
      throw new FailureError(
        'bad-request',
        `Cells of ${number(plan.cellMetres)} m would be ${number(error.cells)} cells in the study area; the most is ${number(mostCells)}.`,
        plan.rule === 'rectangle'
          ? `Choose cells of ${number(error.fittingMetres)} m or more, or the area rule boundary or occupied-ring: far-off records stretch a rectangle.`
          : `Choose cells of ${number(error.fittingMetres)} m or more, or a smaller area.`,
        { cells: error.cells, mostCells, fittingMetres: error.fittingMetres },
      );
    }
  };
}

function describeRun(
  session: Session,
  runner: MethodRunner,
  { question, settings, standing, points }: MethodContext,
  found: MethodResult,
): AnalysisRun {
  const { method, filter, cellMetres, shape, area, weight } = question;
  const usesArea = found.usesArea ?? runner.usesArea;
  const parameters = {
    // A method that lays cells rests on them, whether or not its rows are cells.
    ...(found.ground === null && !usesArea ? {} : { cellMetres, shape }),
    ...(usesArea ? { area, areaRule: areaRuleOf(question) } : {}),
    weight,
    ...settings.used(),
    ...found.parameters,
    methodVersion: runner.version,
  };
  const fingerprint = fingerprintNow(session, runner, question, standing.columns.fingerprint);
  const leftOut: Record<string, number> = { ...points.leftOut };
  let countIn = points.indexes.length;
  for (const [reason, count] of Object.entries(found.leftOut ?? {})) {
    if (count === 0) continue;
    leftOut[reason] = (leftOut[reason] ?? 0) + count;
    countIn -= count;
  }
  const identity = JSON.stringify([method, parameters, filter, fingerprint]);
  return {
    run: createHash('sha256').update(identity).digest('hex').slice(0, 12),
    method,
    parameters,
    filter,
    fingerprint,
    madeAt: new Date().toISOString(),
    countIn,
    leftOut,
    summary: summaryOf(question, found, points, standing),
    departures: departuresFrom(
      recipeInForce(session.reader),
      question,
      session.areas().index === null ? 'occupied-ring' : 'boundary',
    ),
  };
}

/**
 * Hash of the data that a question rests on as it is now.
 * @param incidents Fingerprint of the incidents and what the rules make of them.
 */
export function fingerprintNow(
  session: Session,
  runner: MethodRunner,
  { area, filter }: AnalysisQuestion,
  incidents: string,
): string {
  const alsoReads: AlsoRead[] = [...(runner.alsoReads ?? [])];
  const isBounded = area === null ? session.areas().index !== null : area === 'boundary';
  if (runner.needsPositions && isBounded) alsoReads.push('areas');
  return dataFingerprint(session, incidents, filter, alsoReads);
}

/** The method's own figures, and of hot cells of incidents the places that they make. */
function summaryOf(
  { method, filter }: AnalysisQuestion,
  { summary, main, ground }: MethodResult,
  points: Points,
  { columns }: Standing,
): AnalysisRun['summary'] {
  const isIncidents = filter.evidence === 'vawg' || filter.evidence === 'all-incidents';
  if (method !== 'gi-star' || ground === null || !isIncidents) return summary;
  return { ...summary, places: placesForSummary(main, ground, points, columns) };
}

function areaRuleOf({ area, filter }: MethodContext['question']): string {
  const chosen = filter.within === null ? '' : ' Only cells whose centre is in the chosen area.';
  return `${studyAreaSentences[area]}${chosen}`;
}

/** What is said of every run: n, what was left out, the area rule and the weight. */
function wordsOfEveryRun(
  run: AnalysisRun,
  usesArea: boolean,
  { question, points }: MethodContext,
): string[] {
  const { filter } = question;
  const period =
    filter.from === null && filter.to === null
      ? 'whole period'
      : `${filter.dateBasis} ${filter.from ?? 'from the start'} to ${filter.to ?? 'the end'}`;
  const words = [
    `n = ${number(run.countIn)} of ${number(points.total)} (${period}). Left out: ${leftOutInWords(run.leftOut)}.`,
  ];
  if (usesArea) words.push(`Area rule: ${areaRuleOf(question)}`);
  if (question.weight === 'harm') {
    words.push(
      'Weighted by harm: a few grave records can make a place, and a record without a weight is left out, not counted as no harm.',
    );
  }
  return words;
}
