import type { Recipe } from '../../src/contract/hotspots.ts';
import { type Outcome, success } from '../../src/contract/outcome.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { type MapChoices, questionOf } from './map-choices.ts';

/** The recipe in the terms of reference, and how to set it. `isKnown`: the engine has answered. */
export function useRecipe(): {
  readonly recipe: Recipe | null;
  readonly isKnown: boolean;
  /** Gives when it was set. */
  readonly saveRecipe: (choices: MapChoices, note: string) => Promise<Outcome<string>>;
  /** Puts the one of before in force again. */
  readonly undoRecipe: () => Promise<Outcome<Recipe | null>>;
} {
  const { summary } = useWorkbench();
  const known = useCall('readRecipe', {}, { since: summary?.path ?? null });
  return {
    recipe: known.value,
    isKnown: known.state !== 'reading',
    undoRecipe: async () => {
      const undone = await ask('undoRecipe', {});
      if (undone.ok) known.put(undone.value);
      return undone;
    },
    saveRecipe: async (choices, note) => {
      const saved = await ask('saveRecipe', { ...questionOf(choices), note });
      if (!saved.ok) return saved;
      const read = await ask('readRecipe', {});
      if (!read.ok) return read;
      known.put(read.value);
      return success(read.value?.setAt ?? '');
    },
  };
}
