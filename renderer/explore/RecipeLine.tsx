import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnalysisRun, Recipe } from '../../src/contract/hotspots.ts';

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
  const departures = run?.departures ?? [];
  return (
    <section className="recipe-line" aria-label="Recipe">
      <Text size="sm" role="status">
        {recipe === null
          ? 'No recipe is set in the terms of reference: choose one before you look at results.'
          : isAsRecipe
            ? `As set in the terms of reference on ${recipe.setAt.slice(0, 10)} by ${recipe.setBy}${seenWords(recipe)}.`
            : `Departs from the terms of reference of ${recipe.setAt.slice(0, 10)}${departures.length === 0 ? '.' : `: ${departures.map((words) => words.replace(/\.$/, '')).join('; ')}`}`}
      </Text>
      {recipe !== null && !isAsRecipe && (
        <Button size="compact-xs" variant="default" onClick={onBack}>
          Back to the recipe
        </Button>
      )}
      {canSet && !isAsRecipe && note === null && (
        <Button size="compact-xs" variant="default" onClick={() => setNote('')}>
          Set this as the recipe
        </Button>
      )}
      {note !== null && (
        <Group gap="xs" align="end">
          <TextInput
            size="xs"
            label="Why this recipe"
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
            Set it
          </Button>
          <Button size="xs" variant="default" onClick={() => setNote(null)}>
            Leave it
          </Button>
        </Group>
      )}
    </section>
  );
}

/** A recipe set after results were seen says so. */
function seenWords({ runsBefore }: Recipe): string {
  if (runsBefore === 0) return '';
  return runsBefore === 1
    ? ', when one run had been kept already'
    : `, when ${runsBefore} runs had been kept already`;
}
