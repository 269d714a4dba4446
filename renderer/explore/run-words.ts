import { type AnalysisRun, methodTitles, type RunResult } from '../../src/contract/hotspots.ts';
import { cellSizeWords, countedWords } from '../map/row-words.ts';
import { t } from '../words/t.ts';
import { periodWords } from './map-choices.ts';

/** What a run asked, in one line. */
export function runWords(run: AnalysisRun): string {
  const { filter, method } = run;
  return [
    methodTitles[method],
    t(`map.evidence.${filter.evidence}`),
    t(`map.space.named.${filter.space}`),
    periodWords(filter),
    cellSizeWords(run),
    filter.within === null ? '' : t('map.run.within'),
    t('map.run.n', { count: run.countIn }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What is drawn in place of a method that has no place on the ground: counts, with their n where it is another. */
export function insteadWords({ run }: Pick<RunResult, 'run'>): string {
  return t('map.legend.instead', {
    title: methodTitles[run.method],
    counted: countedWords({ run }),
  });
}
