import { Text } from '@mantine/core';
import { useState } from 'react';
import { t } from '../words/t.ts';
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
      title={t('hypothesis.title')}
      about={t('hypothesis.about')}
      items={draft.hypotheses.map(({ number, content }) => ({
        number,
        label:
          content.about === ''
            ? t('hypothesis.one', { number: String(number) })
            : `${content.about}:`,
        words: content.statement,
        below: t(`hypothesis.isState.${content.state}`),
      }))}
      chosen={chosen?.number ?? null}
      choose={setAsked}
      addLabel={t('hypothesis.add')}
      add={add}
    >
      {chosen === undefined ? (
        <Text c="dimmed">{t('hypothesis.none')}</Text>
      ) : (
        <HypothesisForm key={`${chosen.number} ${revision}`} hypothesis={chosen} />
      )}
    </ItemList>
  );
}
