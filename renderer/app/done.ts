import { useSyncExternalStore } from 'react';
import { onSucceeded, startOfCall } from './failure-told.ts';

/** The last thing that was done, and the way to take it back; null where it can be taken back only where it was done. */
interface Done {
  readonly words: string;
  /** True once it was taken back; false after the failure was told. */
  readonly undo: (() => Promise<boolean>) | null;
}

let done: Done | null = null;
/** When it was told, by the count of calls. */
let toldAt = 0;
const listeners = new Set<() => void>();

/** Tells what was done at the foot of the window, with its undo, until something else is done. */
export function tellDone(words: string, undo: Done['undo'] = null): void {
  done = { words, undo };
  toldAt = startOfCall();
  for (const listener of listeners) listener();
}

/** Takes the line away: nothing can be taken back from it any more. */
export function forgetDone(): void {
  done = null;
  for (const listener of listeners) listener();
}

// Another change is what was done last then: Ctrl+Z must not reach past it to something that rested on the time before,
// such as a setting of a workspace in whose place a backup was put since.
onSucceeded(({ start, isChange }) => {
  if (isChange && start > toldAt && done !== null) forgetDone();
});

/** What was done last; null when nothing was, or it was forgotten. */
export function useDone(): Done | null {
  return useSyncExternalStore(listen, read, read);
}

function read(): Done | null {
  return done;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
