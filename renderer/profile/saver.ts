import { useSyncExternalStore } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import type { Failure } from '../../src/contract/outcome.ts';
import { ask } from '../app/engine-client.ts';

/**
 * What the analyst changed and the workspace does not hold yet. It outlives the screen that it was typed on and the
 * engine: words are taken out of here only when the engine has said that they are kept. They stay in memory and go
 * nowhere else, since a workspace may be encrypted.
 */
type Item = CallInput<'saveProfileItem'>;
type Kind = Item['kind'];

/** What each kind of item holds. */
export type ItemContents = { readonly [One in Item as One['kind']]: One['content'] };

/** Made only when it is saved: turning a long text round on every key would be felt. */
type Make = () => Item;

interface Saving {
  readonly waiting: number;
  readonly isSaving: boolean;
  /** Why the last attempt failed; null when it did not. */
  readonly failure: Failure | null;
}

/** Typing settles before it is saved. */
const settleMilliseconds = 800;

const waiting = new Map<string, Map<string, Make>>();
const listeners = new Set<() => void>();
const savedListeners = new Set<() => void>();
let workspace: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> = Promise.resolve();
let saving: Saving = { waiting: 0, isSaving: false, failure: null };

function tell(change: Partial<Saving>): void {
  saving = { ...saving, ...change, waiting: itemsHere().size };
  for (const listener of listeners) listener();
}

function itemsHere(): Map<string, Make> {
  return (workspace === null ? undefined : waiting.get(workspace)) ?? new Map<string, Make>();
}

/** Names the workspace that is open now, and saves what an earlier engine could not take for it. */
export function saveInto(path: string | null): void {
  if (path === workspace) return;
  clearTimeout(timer);
  workspace = path;
  tell({ failure: null });
  if (itemsHere().size > 0) void saveNow();
}

/** Keeps a change and saves it soon. A later change of the same item takes its place. */
export function saveSoon(kind: Kind, number: number, make: Make): void {
  if (workspace === null) return;
  const items = waiting.get(workspace) ?? new Map<string, Make>();
  waiting.set(workspace, items.set(`${kind} ${number}`, make));
  tell({});
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow(), settleMilliseconds);
}

/** Saves everything that waits; done when it is saved or has failed. True when nothing waits any more. */
export async function saveNow(): Promise<boolean> {
  clearTimeout(timer);
  running = running.then(saveAll);
  await running;
  return itemsHere().size === 0;
}

async function saveAll(): Promise<void> {
  const items = itemsHere();
  if (items.size === 0) return;
  tell({ isSaving: true });
  let failure: Failure | null = null;
  let kept = 0;
  const here = workspace;
  for (const [key, make] of items) {
    // Another workspace was opened meanwhile: what is left waits for its own.
    if (workspace !== here) break;
    const outcome = await ask('saveProfileItem', make());
    // An item that was removed meanwhile needs no saving.
    const isDone = outcome.ok || outcome.code === 'not-found';
    if (isDone && items.get(key) === make) items.delete(key);
    if (outcome.ok) kept += 1;
    else if (!isDone) failure = outcome;
  }
  tell({ isSaving: false, failure });
  if (kept === 0) return;
  for (const listener of savedListeners) listener();
}

/** The content of an item as it was changed last and not saved yet; undefined when the workspace has it. */
export function unsavedContent<Name extends Kind>(
  kind: Name,
  number: number,
): ItemContents[Name] | undefined {
  const item = itemsHere().get(`${kind} ${number}`)?.();
  return item?.kind === kind ? (item.content as ItemContents[Name]) : undefined;
}

/** Calls `listener` after something was saved; returns the function that stops it. */
export function onSaved(listener: () => void): () => void {
  savedListeners.add(listener);
  return () => savedListeners.delete(listener);
}

/** How saving stands. */
export function useSaving(): Saving {
  return useSyncExternalStore(subscribe, () => saving);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// A window that is closed just after the last key: the message is on its way before the engine is told to stop.
if (typeof window !== 'undefined') window.addEventListener('pagehide', () => void saveNow());
