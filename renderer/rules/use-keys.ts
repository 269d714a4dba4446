import { useEffect } from 'react';

const typelessInputs = new Set(['checkbox', 'radio', 'button', 'submit']);

/** Whether keys belong to what has the focus: a text being typed, a choice being made, or a panel laid over. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]') !== null) return true;
  if (target instanceof HTMLInputElement) {
    // Arrows and the space bar choose among radio buttons.
    const choosesRadio = target.type === 'radio' && (key.startsWith('Arrow') || key === ' ');
    return choosesRadio || !typelessInputs.has(target.type);
  }
  // The editor of the analyst's words too: once its own undo is through, the key must not reach for something else.
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Calls `onKey` for each key pressed while nothing else wants it. Keys are named as in `KeyboardEvent.key`. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !isTaken(event)) onKey(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onKey]);
}

/** Ctrl+Z, or Cmd+Z on a Mac. */
export function isUndoKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
}
