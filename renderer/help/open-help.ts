import { useSyncExternalStore } from 'react';

export type HelpTab = 'screen' | 'methods' | 'words' | 'shortcuts' | 'guide';

/** What the help panel shows; `topic` is the id of a heading to begin at. */
interface OpenHelp {
  readonly tab: HelpTab;
  readonly topic: string | null;
}

let open: OpenHelp | null = null;
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the help panel, from anywhere. */
export function openHelp(tab: HelpTab, topic: string | null = null): void {
  open = { tab, topic };
  for (const listener of listeners) listener();
}

export function closeHelp(): void {
  open = null;
  for (const listener of listeners) listener();
}

/** What the help panel shows; null while it is closed. */
export function useOpenHelp(): OpenHelp | null {
  return useSyncExternalStore(listen, () => open);
}
