import { useEffect, useState } from 'react';
import type { Recipe } from '../../src/contract/hotspots.ts';
import { type Outcome, success } from '../../src/contract/outcome.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { type MapChoices, questionOf } from './map-choices.ts';

/** The recipe in the terms of reference, and how to set it. `isKnown`: the engine has answered. */
export function useRecipe(): {
  readonly recipe: Recipe | null;
  readonly isKnown: boolean;
  /** Gives when it was set. */
  readonly saveRecipe: (choices: MapChoices, note: string) => Promise<Outcome<string>>;
} {
  const { take, summary } = useWorkbench();
  const [known, setKnown] = useState<{ recipe: Recipe | null } | null>(null);
  useEffect(() => {
    void ask('readRecipe', {}).then((outcome) => setKnown({ recipe: take(outcome) }));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the recipe belongs to the workspace
  }, [summary?.path]);
  return {
    recipe: known?.recipe ?? null,
    isKnown: known !== null,
    saveRecipe: async (choices, note) => {
      const saved = await ask('saveRecipe', { ...questionOf(choices), note });
      if (!saved.ok) return saved;
      const read = await ask('readRecipe', {});
      if (!read.ok) return read;
      setKnown({ recipe: read.value });
      return success(read.value?.setAt ?? '');
    },
  };
}
