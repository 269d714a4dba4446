import { useEffect, useState } from 'react';
import type { BaseMapFacts } from '../../src/contract/base-map.ts';
import { ask } from '../app/engine-client.ts';
import { useRemembered } from '../app/remember.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** The base map of the workspace and how the analyst wants it. */
export interface BaseMapState {
  readonly facts: BaseMapFacts | null;
  readonly isOn: boolean;
  /** From 0.2 to 1. */
  readonly opacity: number;
  /** Whether it is under the map now: imported, switched on and readable. */
  readonly isDrawn: boolean;
  readonly change: (wanted: { readonly isOn: boolean; readonly opacity: number }) => void;
}

/** The base map, looked at again whenever the window is come back to: its file may have been moved meanwhile. */
export function useBaseMap(): BaseMapState {
  const { summary } = useWorkbench();
  const [facts, setFacts] = useState<BaseMapFacts | null>(null);
  const [wanted, change] = useRemembered('base-map', { isOn: true, opacity: 0.8 });
  useEffect(() => {
    let isNewest = true;
    const look = () =>
      void ask('baseMap', {}).then((outcome) => {
        if (!isNewest) return;
        const found = outcome.ok ? outcome.value : null;
        // The same facts again are no reason to draw the map anew.
        setFacts((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
      });
    look();
    window.addEventListener('focus', look);
    return () => {
      isNewest = false;
      window.removeEventListener('focus', look);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- an import or undo may have changed it
  }, [summary]);
  const isDrawn = wanted.isOn && facts !== null && facts.problem === null;
  return { ...wanted, facts, isDrawn, change };
}
