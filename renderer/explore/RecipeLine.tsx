import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnalysisRun, Recipe } from '../../src/contract/hotspots.ts';
import { t } from '../words/t.ts';
import { departureWords } from './departure-words.ts';

/**
 * The recipe that was chosen in the terms of reference before results were seen, and whether the map keeps to it. A
 * departure is shown, never silent.
 */
export function RecipeLine(props: {
  recipe: Recipe | null;
  isAsRecipe: boolean;
  run: AnalysisRun | null;
  canSet: boolean;
  onBack: () => void;
  onSet: (note: string) => void;
}) {
  const { recipe, isAsRecipe, run, canSet, onBack, onSet } = props;
  const [note, setNote] = useState<string | null>(null);
  return (
    <section className="recipe-line" aria-label={t('map.recipe')}>
      <Text size="sm" role="status">
        {recipe === null
          ? t('map.recipe.none')
          : isAsRecipe
            ? asSetWords(recipe)
            : departsWords(recipe, run?.departures ?? [])}
      </Text>
      {recipe !== null && !isAsRecipe && (
        <Button size="compact-xs" variant="default" onClick={onBack}>
          {t('map.recipe.back')}
        </Button>
      )}
      {canSet && !isAsRecipe && note === null && (
        <Button size="compact-xs" variant="default" onClick={() => setNote('')}>
          {t('map.recipe.set')}
        </Button>
      )}
      {note !== null && (
        <Group gap="xs" align="end">
          <TextInput
            size="xs"
            label={t('map.recipe.why')}
            w={300}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            size="xs"
            disabled={note.trim() === ''}
            onClick={() => {
              onSet(note.trim());
              setNote(null);
            }}
          >
            {t('map.recipe.setIt')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setNote(null)}>
            {t('map.recipe.leave')}
          </Button>
        </Group>
      )}
    </section>
  );
}

/** A recipe set after results were seen says so. */
function asSetWords({ setAt, setBy, runsBefore }: Recipe): string {
  const set = { on: setAt.slice(0, 10), by: setBy };
  if (runsBefore === 0) return t('map.recipe.as', set);
  return t('map.recipe.asSeen', { ...set, count: runsBefore });
}

function departsWords({ setAt }: Recipe, departures: readonly string[]): string {
  const on = setAt.slice(0, 10);
  if (departures.length === 0) return t('map.recipe.departs', { on });
  return t('map.recipe.departsHow', { on, how: departureWords(departures) });
}
