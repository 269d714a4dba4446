import type { AnalysisQuestion } from '../../contract/hotspot-inputs.ts';
import type { RunTable } from '../../contract/hotspots.ts';
import type { SpotStability } from '../../domain/figures/inputs.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { allRuns, type KeptRun } from '../workspace/runs.ts';
import { inferenceSettingNames } from './inference-settings.ts';
import { isCurrentRun, openKeptRun, questionOf } from './kept-runs.ts';
import { fittingFilter } from './points.ts';

/**
 * How often a hot cell stays hot when the same question is asked in other ways, from the stability run of that
 * question when one is kept; else how to get one.
 *
 * @param question Of a Gi* run.
 * @param cell Its index in the grid, one less than its cell_id.
 */
export async function stabilityOfCell(
  session: Session,
  question: AnalysisQuestion,
  cell: number,
  job: Job,
): Promise<string> {
  const same = runsOfQuestion(session, question);
  if (same.length === 0) {
    return 'Whether it stays hot when the grid is drawn in other ways is not known yet: choose the method Stability for the same question, and keep that run.';
  }
  const { columns } = await session.evidence(job);
  const current = same.find((one) => isCurrentRun(session, columns.fingerprint, one));
  if (current === undefined) {
    return 'The stability run of this question was kept before the data or the rules changed: repeat it to know whether this cell stays hot.';
  }
  return wordsOf(session, current, cell);
}

/** How each hot spot of a Gi* question fared, from its kept stability run; null where none is kept or it is not current. */
export function stabilityOfSpots(
  session: Session,
  question: AnalysisQuestion,
  fingerprint: string,
): SpotStability | null {
  const current = runsOfQuestion(session, question).find((one) =>
    isCurrentRun(session, fingerprint, one),
  );
  if (current === undefined) return null;
  const { main, others } = openKeptRun(session.reader, current.run.run);
  const cells = others.find(({ name }) => name === 'cells');
  const [ids, spotOfCell] = [numbersOf(cells, 'cell_id'), numbersOf(cells, 'hot_spot')];
  const [stays, checks] = [numbersOf(main, 'stays_hot_in'), numbersOf(main, 'checks')];
  const words = main.columns.find(({ name }) => name === 'words')?.values ?? [];
  return {
    run: current.run.run,
    spots: numbersOf(main, 'hot_spot').map((spot, at) => ({
      cells: ids.flatMap((id, row) => (spotOfCell[row] === spot ? [id - 1] : [])),
      stays: stays[at] ?? 0,
      checks: checks[at] ?? 0,
      words: String(words[at] ?? ''),
    })),
  };
}

/** Kept stability runs of the question that a Gi* run answered, the latest first. */
function runsOfQuestion(session: Session, question: AnalysisQuestion): KeptRun[] {
  const asked = essence(session, question);
  return allRuns(session.reader).filter(
    (one) =>
      one.run.method === 'stability' &&
      one.hasTables &&
      essence(session, questionOf(one)) === asked,
  );
}

function wordsOf(session: Session, { run }: KeptRun, cell: number): string {
  const { others } = openKeptRun(session.reader, run.run);
  const cells = others.find(({ name }) => name === 'cells');
  const row = numbersOf(cells, 'cell_id').indexOf(cell + 1);
  if (row < 0) {
    return `It holds no record of its own, so the stability run ${run.run} did not check it: it is hot by the cells around it.`;
  }
  const [stays, checks] = ['stays_hot_in', 'checks'].map((name) => numbersOf(cells, name)[row]);
  return `It stays hot in ${stays} of ${checks} checks (other cells, origins, bandwidths, years and study areas; stability run ${run.run}).`;
}

function numbersOf(table: RunTable | undefined, name: string): readonly number[] {
  return Array.from(table?.columns.find((column) => column.name === name)?.values ?? [], Number);
}

/** What must be the same for a stability run to speak of a cell: everything but the method's own settings. */
function essence(session: Session, question: AnalysisQuestion): string {
  const { filter, cellMetres, shape, weight, settings } = question;
  const area = question.area ?? (session.areas().index === null ? 'occupied-ring' : 'boundary');
  const inference = inferenceSettingNames.map((name) => settings[name] ?? null);
  return JSON.stringify([fittingFilter(filter), cellMetres, shape, area, weight, inference]);
}
