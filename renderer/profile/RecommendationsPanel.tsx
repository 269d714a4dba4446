import { Text } from '@mantine/core';
import { useState } from 'react';
import { stateOf } from '../../src/domain/profile/document.ts';
import { ItemList } from './ItemList.tsx';
import { useProfile } from './profile-work.tsx';
import { RecommendationForm } from './RecommendationForm.tsx';

/** What should be done, R1, R2 and so on, by whom, and how it will be known that it worked. */
export function RecommendationsPanel() {
  const { draft, save, revision } = useProfile();
  const [asked, setAsked] = useState<number | null>(null);
  const { recommendations } = draft;
  const chosen = recommendations.find(({ number }) => number === asked) ?? recommendations[0];
  const add = async () => {
    const content = {
      text: '',
      findings: [],
      approach: 'prevent' as const,
      owner: '',
      partner: '',
      dueOn: '',
      measure: '',
      figure: '',
      baseline: '',
      progress: [],
    };
    setAsked(await save({ kind: 'recommendation', number: null, content }));
  };
  return (
    <ItemList
      title="Recommendations"
      about="Each rests on a finding. One without a finding cannot be published."
      items={recommendations.map(({ number, content }) => ({
        number,
        label: `R${number}`,
        words: content.text,
        below: [
          content.findings.length === 0
            ? 'rests on no finding'
            : `rests on ${content.findings.map((finding) => `F${finding}`).join(', ')}`,
          content.approach,
          content.owner === '' ? 'no owner' : content.owner,
          stateOf(content),
        ].join(' · '),
      }))}
      chosen={chosen?.number ?? null}
      choose={setAsked}
      addLabel="Add a recommendation"
      add={add}
    >
      {chosen === undefined ? (
        <Text c="dimmed">
          {draft.findings.length === 0
            ? 'No recommendations yet. Write a finding first: each recommendation must follow from one.'
            : 'No recommendations yet.'}
        </Text>
      ) : (
        <RecommendationForm key={`${chosen.number} ${revision}`} recommendation={chosen} />
      )}
    </ItemList>
  );
}
