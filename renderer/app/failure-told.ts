import type { Failure, Outcome } from '../../src/contract/outcome.ts';

/** What a call was, when it began (by a count of calls), and whether it changed something. */
interface Called {
  readonly of: string;
  readonly start: number;
  readonly isChange: boolean;
}

let count = 0;
const failed = new WeakMap<Failure, { readonly of: string; readonly end: number }>();
const listeners = new Set<(succeeded: Called) => void>();

/** The beginning of a call, to be given with its outcome. */
export function startOfCall(): number {
  count += 1;
  return count;
}

/** Notes what became of a call. */
export function noteOutcome(outcome: Outcome<unknown>, called: Called): void {
  if (outcome.ok) for (const listener of listeners) listener(called);
  else failed.set(outcome, { of: called.of, end: startOfCall() });
}

/** Calls `listener` with each call that succeeds; returns the function that stops it. */
export function onSucceeded(listener: (succeeded: Called) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Whether a failure that is told is past once another call succeeded: the same call, or another change that the analyst
 * made after it. What was already under way when it failed says nothing.
 */
export function isPast(failure: Failure, { of, start, isChange }: Called): boolean {
  const known = failed.get(failure);
  return known !== undefined && start > known.end && (isChange || of === known.of);
}
