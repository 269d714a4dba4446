import { type AnalysisRun, methodTitles } from '../../src/contract/hotspots.ts';
import { cellSizeWords } from '../map/row-words.ts';
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
