import type { AnalysisRun, FilterChartData } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { type Answer, useAnswer } from './use-answer.ts';

/** The charts of a run's filter on the data of now: months, hours, offences, and what cannot be mapped. */
export function useFilterCharts(run: AnalysisRun | null): Answer<FilterChartData> {
  const { summary } = useWorkbench();
  const key =
    run === null ? null : JSON.stringify([run.filter, run.fingerprint, summary?.path ?? '']);
  const filter = run?.filter;
  return useAnswer(key, () => ask('filterCharts', filter === undefined ? {} : { filter }));
}
