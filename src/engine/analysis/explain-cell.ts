import type { AnalysisQuestion } from '../../contract/hotspot-inputs.ts';
import type { CellExplanation } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import { hoursOf, tally } from '../../domain/figures/counting.ts';
import { number } from '../../domain/figures/words.ts';
import { cellCentre } from '../../domain/geography/cells.ts';
import { hoursPerWeek } from '../../domain/time/policing-day.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { whatFor } from './filter-charts.ts';
import { stabilityOfCell } from './kept-stability.ts';
import { type FinishedRun, recentRun } from './run.ts';
import { venuesNear } from './venues-near.ts';

/** How far venues are looked for. */
const venueMetres = 250;

/** One cell of a run in words: what it holds, what is usual here, and what the method says of it. */
export async function explainCell(
  session: Session,
  question: AnalysisQuestion,
  cell: number,
  job: Job,
): Promise<CellExplanation> {
  const finished = await recentRun(session, question, job);
  const { ground, points } = finished;
  const place = ground?.cells.cells.indexOf(cell) ?? -1;
  if (ground === null || place < 0) {
    throw new FailureError(
      'not-found',
      'This run has no such cell in its study area.',
      'Choose a cell of the map that is shown.',
    );
  }
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
  const words = [
    `${number(count)} ${count === 1 ? 'record' : 'records'} in this cell of ${number(question.cellMetres)} m; the study area's average cell has ${oneDigit(mean)}.`,
    `The ${number(around.length)} cells that touch it hold ${number(sum)}.`,
  ];
  const valueOf = (name: string): number | null => {
    const value = result.main.columns.find((column) => column.name === name)?.values[place];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const harm = valueOf('harm');
  if (harm !== null) words.push(`Its records weigh ${number(harm)} on the harm list.`);
  const [z, bin] = [valueOf('z'), valueOf('bin_bh')];
  if (z !== null && bin !== null) words.push(binInWords(bin, z, question.method));
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
