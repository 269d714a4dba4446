import type { CallInput, CallName, CallOutputs, Progress } from '../../src/contract/calls.ts';
import type { Outcome } from '../../src/contract/outcome.ts';

/** A job under way: what it is called for the analyst, and how far it has come. */
export interface RunningJob {
  readonly key: string;
  readonly label: string;
  readonly progress: Progress | null;
  /** When the stage began and how far it was then; null before the first step. */
  readonly since: { readonly milliseconds: number; readonly done: number } | null;
  /** Steps of the stage a second; null until it has run long enough not to jump about. */
  readonly perSecond: number | null;
}

type JobsListener = (jobs: readonly RunningJob[]) => void;

let jobs: readonly RunningJob[] = [];
let nextKey = 1;
const listeners = new Set<JobsListener>();

function change(next: readonly RunningJob[]): void {
  jobs = next;
  for (const listener of listeners) listener(jobs);
}

/** Calls `listener` whenever a job starts, moves or ends; returns the function that stops it. */
export function watchJobs(listener: JobsListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the engine. A labelled call is a job: it is shown with progress and can be cancelled. */
export async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  label?: string,
): Promise<Outcome<CallOutputs[Name]>> {
  const call = window.actionTen[name] as (
    given: CallInput<Name>,
    jobKey?: string,
  ) => Promise<Outcome<CallOutputs[Name]>>;
  if (label === undefined) return call(input);
  return asJob(label, (key) => call(input, key));
}

/** Shows any work of the shell as a job. */
export async function asJob<Value>(
  label: string,
  work: (key: string) => Promise<Value>,
): Promise<Value> {
  const key = `job-${nextKey++}`;
  change([...jobs, { key, label, progress: null, since: null, perSecond: null }]);
  try {
    return await work(key);
  } finally {
    change(jobs.filter((job) => job.key !== key));
  }
}

const millisecondsBeforeRate = 2_000;

/** The job one step on, with the rate of the stage it is in. */
function moved(job: RunningJob, progress: Progress): RunningJob {
  const now = performance.now();
  const isSameStage = job.progress?.stage === progress.stage && job.since !== null;
  const since = isSameStage ? job.since : { milliseconds: now, done: progress.done };
  const passed = now - (since?.milliseconds ?? now);
  const done = progress.done - (since?.done ?? 0);
  const perSecond = passed < millisecondsBeforeRate || done <= 0 ? null : (1000 * done) / passed;
  return { ...job, progress, since, perSecond };
}

/** Follows the progress that the shell reports. Called once, when the page starts. */
export function followProgress(): () => void {
  return window.actionTen.onProgress(({ jobKey, progress }) => {
    change(jobs.map((job) => (job.key === jobKey ? moved(job, progress) : job)));
  });
}
