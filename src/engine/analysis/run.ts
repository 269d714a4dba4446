import { createHash } from 'node:crypto';
import type { ProfileFilter } from '../../contract/filter.ts';
import {
  type AnalysisQuestion,
  type AskedQuestion,
  analysisCalls,
} from '../../contract/hotspot-inputs.ts';
import type { AnalysisRun, RunResult } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
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
import { MethodSettings } from './method-settings.ts';
import type { MethodContext, MethodResult, MethodRunner } from './methods/method-runner.ts';
import { methodRunners } from './methods/methods.ts';
import { fittingFilter, type Points, selectPoints } from './points.ts';
import { chosenRegion } from './region.ts';
import type { Standing } from './standing.ts';

/** A run as the engine has it: in grid metres, with the records and cells behind its rows. */
export interface FinishedRun {
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
  asked: AnalysisQuestion,
  job: Job,
): Promise<FinishedRun> {
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
  const result: RunResult = {
    run,
    main: found.main,
    others: found.others ?? [],
    geometry: found.geometry,
    shade: found.shade,
    words: [...found.words, ...wordsOfEveryRun(run, found.usesArea ?? runner.usesArea, context)],
  };
  return { result, points, ground: found.ground };
}

/** The same with the defaults of a question; null where nothing meets the filter. */
export async function runWhereAny(
  session: Session,
  asked: AskedQuestion,
  job: Job,
): Promise<FinishedRun | null> {
  try {
    return await runMethod(session, analysisCalls.runAnalysis.input.parse(asked), job);
  } catch (error) {
    const isNothing = error instanceof FailureError && error.failure.code === 'nothing-to-show';
    if (isNothing) return null;
    throw error;
  }
}

/** The numbers of a column of the first table. A defect when it is not there. */
export function numbersOf({ main }: Pick<RunResult, 'main'>, name: string): Float64Array {
  const values = main.columns.find((column) => column.name === name)?.values;
  if (values instanceof Float64Array) return values;
  throw new Error(`a result has no column of numbers "${name}"`);
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
  const boundary = runner.needsPositions && area === 'boundary' ? areas : null;
  const pointsUnder = (other: ProfileFilter): Points =>
    selectPoints(
      {
        incidents: standing.columns,
        partner: () => session.partner(),
        perceptions: () => session.perceptions(),
      },
      {
        filter: fittingFilter(other),
        needsPositions: runner.needsPositions,
        areas: boundary,
        within: other.within === filter.within ? within : chosenRegion(session, other.within),
        weights: other.evidence === filter.evidence ? weights : null,
      },
    );
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
  const parameters = {
    ...(found.ground === null ? {} : { cellMetres, shape }),
    ...((found.usesArea ?? runner.usesArea) ? { area, areaRule: areaRuleOf(question) } : {}),
    weight,
    ...settings.used(),
    ...found.parameters,
    methodVersion: runner.version,
  };
  const alsoReads: AlsoRead[] = [...(runner.alsoReads ?? [])];
  if (runner.needsPositions && area === 'boundary') alsoReads.push('areas');
  const fingerprint = dataFingerprint(session, standing.columns.fingerprint, filter, alsoReads);
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
    summary: found.summary,
    departures: [],
  };
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
