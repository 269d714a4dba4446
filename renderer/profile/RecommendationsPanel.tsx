import { Text } from '@mantine/core';
import { useState } from 'react';
import { stateOf } from '../../src/domain/profile/document.ts';
import { t } from '../words/t.ts';
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
      title={t('recommendation.title')}
      about={t('recommendation.about')}
      items={recommendations.map(({ number, content }) => ({
        number,
        label: t('item.recommendation', { number: String(number) }),
        words: content.text,
        below: [
          content.findings.length === 0
            ? t('recommendation.restsOnNone')
            : t('recommendation.restsOn', {
                findings: content.findings
                  .map((finding) => t('item.finding', { number: String(finding) }))
                  .join(', '),
              }),
          t(`approach.short.${content.approach}`),
          content.owner === '' ? t('recommendation.noOwner') : content.owner,
          t(`progress.state.${stateOf(content)}`),
        ].join(' · '),
      }))}
      chosen={chosen?.number ?? null}
      choose={setAsked}
      addLabel={t('recommendation.add')}
      add={add}
    >
      {chosen === undefined ? (
        <Text c="dimmed">
          {t(draft.findings.length === 0 ? 'recommendation.findingFirst' : 'recommendation.none')}
        </Text>
      ) : (
        <RecommendationForm key={`${chosen.number} ${revision}`} recommendation={chosen} />
      )}
    </ItemList>
  );
}
