import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';
import { evidenceChoices, methodChoices, spaceChoices, wordsOf } from './choice-words.ts';
import { periodWords } from './map-choices.ts';

/** What a run asked, in one line. */
export function runWords(run: AnalysisRun): string {
  const { filter, parameters } = run;
  const { cellMetres, shape } = parameters;
  return [
    wordsOf(methodChoices, run.method),
    wordsOf(evidenceChoices, filter.evidence),
    `${wordsOf(spaceChoices, filter.space).toLowerCase()}${filter.space === 'all' ? '' : ' space'}`,
    periodWords(filter),
    typeof cellMetres === 'number' ? `${cellMetres} m ${String(shape)}s` : '',
    filter.within === null ? '' : 'in part of the map',
    `n = ${formatNumber(run.countIn)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
