import type { AnalysisQuestion } from '../../contract/hotspot-inputs.ts';
import type { CellExplanation, RunTable } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import { hoursOf, tally } from '../../domain/figures/counting.ts';
import { number } from '../../domain/figures/words.ts';
import { cellCentre } from '../../domain/geography/cells.ts';
import { hoursPerWeek } from '../../domain/time/policing-day.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { whatFor } from './filter-charts.ts';
import { openKeptRun } from './kept-runs.ts';
import { stabilityOfCell } from './kept-stability.ts';
import { type FinishedRun, recentRun } from './run.ts';
import { tableNumbers } from './table-numbers.ts';
import { venuesNear } from './venues-near.ts';

/** How far venues are looked for. */
const venueMetres = 250;

/**
 * One cell of a run in words: what it holds, what is usual here, and what the method says of it.
 *
 * @param run The run that is looked at; null for what the question gives now.
 */
export async function explainCell(
  session: Session,
  question: AnalysisQuestion,
  { cell, run }: { readonly cell: number; readonly run: string | null },
  job: Job,
): Promise<CellExplanation> {
  const finished = await recentRun(session, question, job);
  if (run !== null && run !== finished.result.run.run) return explainKept(session, run, cell);
  const { ground, points } = finished;
  const place = ground?.cells.cells.indexOf(cell) ?? -1;
  if (ground === null || place < 0) throw noSuchCell();
  const own = points.indexes.filter((_, point) => ground.placeOfPoint[point] === place);
  const words = wordsOf(finished, ground, place);
  const bins = finished.result.main.columns.find((column) => column.name === 'bin_bh')?.values;
  const isHot = question.method === 'gi-star' && Number(bins?.[place] ?? 0) >= 2;
  // As it was asked of the engine: cells of private space may have become larger than asked.
  if (isHot) words.push(await stabilityOfCell(session, finished.question, cell, job));
  return {
    words,
    ...(await contentsOf(session, question, own, job)),
    venues: venuesNear(session.venues(), [cellCentre(ground.cells.grid, cell)], venueMetres),
    venueMetres,
  };
}

function noSuchCell(): FailureError {
  return new FailureError(
    'not-found',
    'This run has no such cell in its study area.',
    'Choose a cell of the map that is shown.',
  );
}

/** A cell of a run that the data of now would not give: from its own tables alone. */
function explainKept(session: Session, id: string, cell: number): CellExplanation {
  const { run, main } = openKeptRun(session.reader, id);
  const row = [...tableNumbers(main, 'cell_id')].indexOf(cell + 1);
  if (row < 0) throw noSuchCell();
  const counts = main.columns.some(({ name }) => name === 'count')
    ? tableNumbers(main, 'count')
    : null;
  const words: string[] = [];
  if (counts !== null) {
    const mean = counts.reduce((sum, own) => sum + own, 0) / counts.length;
    words.push(
      `${recordsInWords(counts[row] ?? 0)} in this cell when the run was made; its average cell had ${oneDigit(mean)}.`,
    );
  }
  return {
    words: [
      ...words,
      ...methodWords(main, row, run.method),
      'The data or the rules changed since this run was made. Its offences and hours were not kept and are not told, since those of now are of other records: repeat the run to see them.',
    ],
    offences: [],
    hours: new Float64Array(hoursPerWeek),
    untimed: 0,
    venues: [],
    venueMetres,
  };
}

function wordsOf(
  { result, question }: FinishedRun,
  { cells, counts }: NonNullable<FinishedRun['ground']>,
  place: number,
): string[] {
  const count = counts[place] ?? 0;
  const mean = counts.reduce((sum, own) => sum + own, 0) / counts.length;
  const { neighbourStart, neighbours } = cells;
  const around = neighbours.subarray(neighbourStart[place], neighbourStart[place + 1]);
  const sum = around.reduce((total, other) => total + (counts[other] ?? 0), 0);
  return [
    `${recordsInWords(count)} in this cell of ${number(question.cellMetres)} m; the study area's average cell has ${oneDigit(mean)}.`,
    around.length === 1
      ? `The one cell that touches it holds ${number(sum)}.`
      : `The ${number(around.length)} cells that touch it hold ${number(sum)}.`,
    ...methodWords(result.main, place, question.method),
  ];
}

function recordsInWords(count: number): string {
  return `${number(count)} ${count === 1 ? 'record' : 'records'}`;
}

/** What the method says of a row of its table. */
function methodWords(main: RunTable, row: number, method: string): string[] {
  const valueOf = (name: string): number | null => {
    const value = main.columns.find((column) => column.name === name)?.values[row];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const words: string[] = [];
  const harm = valueOf('harm');
  if (harm !== null) words.push(`Its records weigh ${number(harm)} on the harm list.`);
  const [z, bin] = [valueOf('z'), valueOf('bin_bh')];
  if (z !== null && bin !== null) words.push(binInWords(bin, z, method));
  return words;
}

function binInWords(bin: number, z: number, method: string): string {
  const bound = { 3: '1', 2: '5', 1: '10' }[Math.abs(bin)];
  if (bound === undefined) {
    return `It does not stand out once all cells are counted as tried (z ${z.toFixed(1)}).`;
  }
  const kind = method === 'gi-star' ? (bin > 0 ? 'hot' : 'cold') : 'significant';
  return `It is ${kind}: one of a set of cells in which at most ${bound} in 100 are expected to be false (z ${z.toFixed(1)}).`;
}

/** 6, 0.3 or 0.04: enough digits to compare by. */
function oneDigit(value: number): string {
  return value >= 10 ? number(value) : String(Number(value.toPrecision(2)));
}

/** What records are about and when, by the kind of evidence that was counted. */
async function contentsOf(
  session: Session,
  { filter }: AnalysisQuestion,
  indexes: Int32Array,
  job: Job,
): Promise<Pick<CellExplanation, 'offences' | 'hours' | 'untimed'>> {
  if (filter.evidence === 'partner' || filter.evidence === 'perceptions') {
    const columns = filter.evidence === 'partner' ? session.partner() : session.perceptions();
    return {
      offences: whatFor(columns, indexes),
      hours: new Float64Array(hoursPerWeek),
      untimed: indexes.length,
    };
  }
  const { columns } = await session.evidence(job);
  const { hours } = hoursOf(columns, [...indexes]);
  return {
    offences: tally(columns.incidents.offence, indexes).map(({ label, value }) => ({
      title: label,
      count: value,
    })),
    hours: hours.weights,
    untimed: indexes.length - hours.used,
  };
}
