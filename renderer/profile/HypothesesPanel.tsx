import { Text } from '@mantine/core';
import { useState } from 'react';
import { HypothesisForm } from './HypothesisForm.tsx';
import { ItemList } from './ItemList.tsx';
import { useProfile } from './profile-work.tsx';

/** Competing explanations of the priorities, with what speaks for and against each. */
export function HypothesesPanel() {
  const { draft, save, revision } = useProfile();
  const [asked, setAsked] = useState<number | null>(null);
  const chosen = draft.hypotheses.find(({ number }) => number === asked) ?? draft.hypotheses[0];
  const add = async () => {
    const content = {
      about: '',
      statement: '',
      victim: '',
      offender: '',
      location: '',
      evidenceFor: '',
      evidenceAgainst: '',
      state: 'open' as const,
    };
    setAsked(await save({ kind: 'hypothesis', number: null, content }));
  };
  return (
    <ItemList
      title="Hypotheses"
      about="Why a priority is as it is. Write at least two for each: one alone is never put to the test."
      items={draft.hypotheses.map(({ number, content }) => ({
        number,
        label: content.about === '' ? `Hypothesis ${number}` : `${content.about}:`,
        words: content.statement,
        below: content.state,
      }))}
      chosen={chosen?.number ?? null}
      choose={setAsked}
      addLabel="Add a hypothesis"
      add={add}
    >
      {chosen === undefined ? (
        <Text c="dimmed">No hypotheses yet.</Text>
      ) : (
        <HypothesisForm key={`${chosen.number} ${revision}`} hypothesis={chosen} />
      )}
    </ItemList>
  );
}
