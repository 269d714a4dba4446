import { useEffect, useMemo, useState } from 'react';
import type { ProfileFilter } from '../../src/contract/filter.ts';
import type { Recipe, RunResult } from '../../src/contract/hotspots.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { useRemembered } from '../app/remember.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { type Ground, readGround } from '../map/ground.ts';
import { t } from '../words/t.ts';
import { choicesOf, firstChoices, isAsRecipe, type MapChoices, questionOf } from './map-choices.ts';
import { type Answer, useAnswer } from './use-answer.ts';
import { type BaseMapState, useBaseMap } from './use-base-map.ts';
import { useRecipe } from './use-recipe.ts';

/** Months that the time slider holds the map to; null shows the whole period chosen. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** What the map shows and how it is changed. */
export interface MapState {
  readonly ground: Ground | null;
  readonly base: BaseMapState;
  readonly choices: MapChoices;
  readonly change: (choices: MapChoices) => void;
  readonly span: MonthSpan | null;
  readonly slideTo: (span: MonthSpan | null) => void;
  readonly recipe: Recipe | null;
  readonly keepsToRecipe: boolean;
  readonly backToRecipe: () => void;
  readonly setRecipe: (note: string) => Promise<void>;
  /** The result on the map: a kept run that was opened, or the answer to the choices. */
  readonly answer: Answer<RunResult>;
  readonly opened: RunResult | null;
  readonly open: (result: RunResult | null) => void;
  readonly runAgain: () => void;
}

interface Remembered {
  readonly choices: MapChoices;
  /** When the recipe was set that these choices began with. */
  readonly recipeSetAt: string;
}

/** The state of the map screen. The choices outlive it, except for the part of the map they are held to. */
export function useMap(): MapState {
  const { take, ran, summary } = useWorkbench();
  const [kept, keep] = useRemembered<Remembered>('map', {
    choices: firstChoices,
    recipeSetAt: '',
  });
  const [within, setWithin] = useState<ProfileFilter['within']>(null);
  const [span, slideTo] = useState<MonthSpan | null>(null);
  const [opened, open] = useState<RunResult | null>(null);
  const [round, setRound] = useState(0);
  const ground = useGround();
  const base = useBaseMap();
  const { recipe, isKnown, saveRecipe, undoRecipe } = useRecipe();
  // A recipe is where the map begins, once: what the analyst then chooses is a departure and is kept.
  const begins = recipe !== null && recipe.setAt !== kept.recipeSetAt;
  const choices = useMemo<MapChoices>(
    () => (begins ? choicesOf(recipe) : { ...firstChoices, ...kept.choices, within }),
    [begins, recipe, kept.choices, within],
  );
  const change = (next: MapChoices): void => {
    open(null);
    setWithin(next.within);
    keep({ choices: { ...next, within: null }, recipeSetAt: recipe?.setAt ?? kept.recipeSetAt });
  };
  const asked = span === null ? choices : { ...choices, ...span };
  const question = questionOf(asked);
  const key = JSON.stringify([question, summary?.path, summary?.counts, round]);
  const live = useAnswer(isKnown && opened === null ? key : null, () =>
    ask('runAnalysis', question, t('map.analysing')),
  );
  const answer = opened === null ? live : { value: opened, failure: null, isBusy: false };
  const run = answer.value?.run ?? null;
  useEffect(() => {
    ran(run);
  }, [run, ran]);
  return {
    ground,
    base,
    choices,
    change,
    span,
    slideTo,
    recipe,
    keepsToRecipe: recipe !== null && span === null && isAsRecipe(choices, recipe),
    backToRecipe: () => recipe !== null && change(choicesOf(recipe)),
    setRecipe: async (note) => {
      const saved = take(await saveRecipe(choices, note));
      if (saved === null) return;
      keep({ choices: { ...choices, within: null }, recipeSetAt: saved });
      tellDone(t('done.recipe'), async () => {
        const undone = await undoRecipe();
        take(undone);
        return undone.ok;
      });
    },
    answer,
    opened,
    open,
    runAgain: () => setRound(round + 1),
  };
}

function useGround(): Ground | null {
  const { summary } = useWorkbench();
  const { areas, venues } = summary?.counts ?? { areas: 0, venues: 0 };
  const { value } = useCall('mapGround', {}, { since: `${areas} ${venues} ${summary?.path}` });
  return useMemo(() => (value === null ? null : readGround(value)), [value]);
}
