import { useSyncExternalStore } from 'react';
import type { Progress } from '../../src/contract/calls.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import type { ScreenName } from './rooms.ts';

/** A job under way: what it is called for the analyst, and how far it has come. */
export interface RunningJob {
  readonly key: string;
  readonly label: string;
  /** The screen it was started from. */
  readonly screen: ScreenName;
  /** Milliseconds of the page's own clock. */
  readonly startedAt: number;
  readonly progress: Progress | null;
  /** When the stage began and how far it was then; null before the first step. */
  readonly since: { readonly milliseconds: number; readonly done: number } | null;
  /** Steps of the stage a second; null until it has run long enough not to jump about. */
  readonly perSecond: number | null;
}

/** What became of a job. */
export interface EndedJob {
  readonly key: string;
  readonly label: string;
  readonly screen: ScreenName;
  readonly seconds: number;
  readonly end: 'done' | 'failed' | 'cancelled';
  /** Why it failed, else ''. */
  readonly why: string;
}

interface Jobs {
  readonly running: readonly RunningJob[];
  /** The latest first. */
  readonly ended: readonly EndedJob[];
}

const endedKept = 20;
/** Work under a second is no job to look back at, unless it failed. */
const longMilliseconds = 1_000;
const millisecondsBeforeRate = 2_000;

let jobs: Jobs = { running: [], ended: [] };
let nextKey = 1;
let screenShown: ScreenName = 'home';
const listeners = new Set<() => void>();

function change(next: Jobs): void {
  jobs = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The jobs under way and those that ended in this session. */
export function useJobs(): Jobs {
  return useSyncExternalStore(listen, () => jobs);
}

/** Says which screen is shown: a job belongs to the one it was started from. */
export function startJobsFrom(screen: ScreenName): void {
  screenShown = screen;
}

/** Forgets what ended. */
export function clearEndedJobs(): void {
  change({ ...jobs, ended: [] });
}

/** Shows work as a job from its start. */
export function asJob<Value>(
  label: string,
  work: (key: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return follow(label, 0, work);
}

/** Shows work as a job once it has taken a second: most of what nobody calls a job is done long before. */
export function asJobIfLong<Value>(
  label: string,
  work: (key: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return follow(label, longMilliseconds, work);
}

async function follow<Value>(
  label: string,
  shownAfterMilliseconds: number,
  work: (key: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const key = `job-${nextKey++}`;
  const startedAt = performance.now();
  const started = { key, label, screen: screenShown, startedAt };
  const show = () =>
    change({
      ...jobs,
      running: [...jobs.running, { ...started, progress: null, since: null, perSecond: null }],
    });
  if (shownAfterMilliseconds === 0) show();
  const timer =
    shownAfterMilliseconds === 0 ? undefined : window.setTimeout(show, shownAfterMilliseconds);
  let outcome: Outcome<Value> | null = null;
  try {
    outcome = await work(key);
    return outcome;
  } finally {
    window.clearTimeout(timer);
    end(key, outcome);
  }
}

function end(key: string, outcome: Outcome<unknown> | null): void {
  const job = jobs.running.find((one) => one.key === key);
  if (job === undefined) return;
  const running = jobs.running.filter((one) => one !== job);
  const milliseconds = performance.now() - job.startedAt;
  const isWorthKeeping = milliseconds >= longMilliseconds || outcome?.ok !== true;
  const ended: EndedJob = {
    key,
    label: job.label,
    screen: job.screen,
    seconds: Math.round(milliseconds / 1000),
    end: endOf(outcome),
    why: outcome === null || outcome.ok ? '' : outcome.message,
  };
  change({
    running,
    ended: isWorthKeeping ? [ended, ...jobs.ended].slice(0, endedKept) : jobs.ended,
  });
}

function endOf(outcome: Outcome<unknown> | null): EndedJob['end'] {
  if (outcome?.ok === true) return 'done';
  return outcome?.code === 'cancelled' ? 'cancelled' : 'failed';
}

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
    if (!jobs.running.some(({ key }) => key === jobKey)) return;
    change({
      ...jobs,
      running: jobs.running.map((job) => (job.key === jobKey ? moved(job, progress) : job)),
    });
  });
}
