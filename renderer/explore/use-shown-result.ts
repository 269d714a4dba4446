import type { AskedQuestion } from '../../src/contract/hotspot-inputs.ts';
import type { RunResult } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { questionOfRun } from './run-question.ts';
import { useAnswer } from './use-answer.ts';

/**
 * What is drawn of a result: its own rows, or, of a method that has no place on the ground, the records under its
 * filter, counted by cell. A kept run may be of other data than there is now: of it nothing else is drawn.
 */
export function useShownResult(result: RunResult | null, isOfNow: boolean): RunResult | null {
  const { summary } = useWorkbench();
  const question = isOfNow && result !== null && isBare(result) ? countsOf(result) : null;
  const key =
    question === null ? null : JSON.stringify([question, summary?.path, result?.run.fingerprint]);
  const counted = useAnswer(key, () => ask('runAnalysis', question ?? { method: 'counts' }));
  return question === null || counted.isBusy ? result : (counted.value ?? result);
}

/** Whether a result has no place on the ground at all: one that is withheld has. */
function isBare({ geometry }: RunResult): boolean {
  return geometry.kind === 'none' && geometry.isWithheld !== true;
}

function countsOf(result: RunResult): Required<AskedQuestion> {
  return { ...questionOfRun(result), method: 'counts', weight: 'count', settings: {} };
}
