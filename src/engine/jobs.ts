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
