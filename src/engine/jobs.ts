import type { Progress } from '../contract/calls.ts';
import { FailureError } from '../contract/outcome.ts';

/** What a long job is given: a way to report, and the wish to stop. */
export interface Job {
  report(progress: Progress): void;
  readonly signal: AbortSignal;
}

/** A job nobody watches. */
export const quietJob: Job = { report: () => {}, signal: new AbortController().signal };

/** Throws `cancelled` when the analyst asked to stop. */
export function stopIfCancelled(job: Job): void {
  if (job.signal.aborted) {
    throw new FailureError(
      'cancelled',
      'The work was cancelled.',
      'Nothing of it was kept. Start it again when you like.',
    );
  }
}

/** Lets the engine answer other calls, then goes on unless the job was cancelled. */
export async function breathe(job: Job): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  stopIfCancelled(job);
}

/** How long a slice of work may hold the engine up before it answers other calls, in milliseconds. */
const sliceMilliseconds = 25;

/**
 * Runs work written as steps: a generator that yields how far it has come, 0 to 1, and returns its result. Between
 * slices the engine answers other calls, the job is told how far it is, and a wish to stop is heard.
 */
export async function runSteps<Result>(
  steps: Generator<number, Result>,
  job: Job,
  stage: string,
): Promise<Result> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - since < sliceMilliseconds) continue;
    job.report({ stage, done: Math.round(100 * step.value), total: 100 });
    await breathe(job);
    since = performance.now();
  }
}
