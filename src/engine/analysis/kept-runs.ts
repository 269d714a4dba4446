import { type AnalysisQuestion, analysisCalls } from '../../contract/hotspot-inputs.ts';
import type { AnalysisRun, ListedRun, RunGeometry, RunResult } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import { number } from '../../domain/figures/words.ts';
import type { CellGrid } from '../../domain/geography/cells.ts';
import type { StudyCells } from '../../domain/geography/study-cells.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction, type Reader, type Writer } from '../workspace/database.ts';
import { placesOnRun } from '../workspace/places.ts';
import { packValue, unpackValue } from '../workspace/run-blob.ts';
import {
  allRuns,
  deleteRun,
  type KeptRun,
  keptRun,
  runTables,
  saveRun,
} from '../workspace/runs.ts';
import { keptGeometryBesideHomes } from './homes.ts';
import { cellGeometry } from './methods/cell-columns.ts';
import { methodRunners } from './methods/methods.ts';
import { type FinishedRun, fingerprintNow, runMethod } from './run.ts';

/** The geometry of a kept run: cells as grid and numbers, from which their corners are made again. */
type KeptGeometry =
  | RunGeometry
  | { readonly kind: 'grid'; readonly grid: CellGrid; readonly cells: Float64Array };

interface KeptTables extends Omit<RunResult, 'run' | 'settings' | 'geometry'> {
  readonly geometry: KeptGeometry;
}

/** Packs a run for keeping; outside the transaction, since it takes a while. */
export function packRun({ result, ground, question }: FinishedRun): (writer: Writer) => void {
  const { run, settings: _asked, geometry, ...tables } = result;
  const kept: KeptTables = {
    ...tables,
    geometry:
      geometry.kind === 'cells' && ground !== null
        ? { kind: 'grid', grid: ground.cells.grid, cells: ground.cells.cells }
        : geometry,
  };
  const packed = packValue(kept);
  return (writer) =>
    saveRun(writer, run, {
      question: JSON.stringify(question),
      weight: question.weight,
      result: packed,
    });
}

/** A kept run with its tables in grid metres. */
export function openKeptRun(reader: Reader, id: string): RunResult {
  const kept = needRun(reader, id);
  const { run } = kept;
  const packed = runTables(reader, id);
  if (packed === null) {
    throw new FailureError(
      'not-available',
      'The tables of this run are not kept: an older version made it, or records in it were erased since.',
      'Run the same question again.',
    );
  }
  const tables = unpackValue(packed) as KeptTables | null;
  if (tables === null) {
    throw new FailureError(
      'corrupt',
      'The tables of this run are damaged; its figures are whole.',
      'Run the same question again.',
    );
  }
  const { geometry } = tables;
  const whole = geometry.kind === 'grid' ? cellGeometry(asCells(geometry)) : geometry;
  return {
    ...tables,
    run,
    settings: questionOf(kept).settings,
    geometry: keptGeometryBesideHomes(methodRunners[run.method] ?? {}, run, whole),
  };
}

function asCells(geometry: {
  readonly grid: CellGrid;
  readonly cells: Float64Array;
}): Pick<StudyCells, 'grid' | 'cells'> {
  return geometry;
}

/** A kept run; refuses an id that is not there. */
export function needRun(reader: Reader, id: string): KeptRun {
  const kept = keptRun(reader, id);
  if (kept !== null) return kept;
  throw new FailureError(
    'not-found',
    'There is no such run in this workspace.',
    'List the runs, and choose one of them.',
  );
}

/** The question a run answered; of an older run as far as its parameters tell. */
export function questionOf({ run, question }: KeptRun): AnalysisQuestion {
  if (question !== null) {
    return analysisCalls.runAnalysis.input.parse(JSON.parse(question));
  }
  const { cellMetres, shape, area } = run.parameters;
  const { method, filter } = run;
  return analysisCalls.runAnalysis.input.parse({ method, filter, cellMetres, shape, area });
}

/** All kept runs, the latest first, each with whether it would come out the same now. */
export async function listRuns(session: Session, job: Job): Promise<{ runs: ListedRun[] }> {
  const kept = allRuns(session.reader);
  if (kept.length === 0) return { runs: [] };
  const standing = await session.evidence(job);
  return {
    runs: kept.map((one) => ({
      ...one.run,
      isCurrent: isCurrentRun(session, standing.columns.fingerprint, one),
      canOpen: one.hasTables,
    })),
  };
}

/** Whether a kept run would come out the same now. */
export function isCurrentRun(session: Session, incidents: string, kept: KeptRun): boolean {
  const { run } = kept;
  const runner = methodRunners[run.method];
  if (runner === undefined || kept.question === null) return false;
  if (run.parameters['methodVersion'] !== runner.version) return false;
  return fingerprintNow(session, runner, questionOf(kept), incidents) === run.fingerprint;
}

/** Asks a kept run's question again on the data of now, and keeps the answer. */
export async function repeatRun(session: Session, id: string, job: Job): Promise<AnalysisRun> {
  const { writer } = session;
  const question = questionOf(needRun(session.reader, id));
  await session.classifyIfStale(job);
  const finished = await runMethod(session, question, job);
  const keep = packRun(finished);
  inTransaction(writer, () => {
    keep(writer);
    logRun(writer, finished.result.run, { repeats: id });
  });
  return finished.result.run;
}

/** Notes a run in the audit log, with how far it departs from the recipe. */
export function logRun(
  writer: Writer,
  run: AnalysisRun,
  more: Readonly<Record<string, string | boolean>>,
): void {
  appendAudit(writer, 'analysis run', {
    run: run.run,
    method: run.method,
    countIn: run.countIn,
    departures: run.departures.length,
    ...more,
  });
}

/** Removes a kept run. */
export function removeRun(session: Session, id: string): null {
  const { writer } = session;
  const { run } = needRun(session.reader, id);
  const places = placesOnRun(session.reader, id);
  if (places > 0) {
    throw new FailureError(
      'needed-later',
      `${number(places)} ${places === 1 ? 'place rests' : 'places rest'} on this run, so it was not removed.`,
      'Find the places from a newer run first; then this one can go.',
    );
  }
  inTransaction(writer, () => {
    deleteRun(writer, id);
    appendAudit(writer, 'analysis run removed', { run: id, method: run.method });
  });
  return null;
}
