import { Text } from '@mantine/core';
import { useState } from 'react';
import { plainText } from '../../src/domain/profile/rich-text.ts';
import { sectionTitle } from '../../src/domain/profile/section-titles.ts';
import { t } from '../words/t.ts';
import { FindingForm } from './FindingForm.tsx';
import { ItemList } from './ItemList.tsx';
import { useProfile } from './profile-work.tsx';

/** What the profile says, F1, F2 and so on: recommendations rest on them. */
export function FindingsPanel() {
  const { draft, state, section, save, revision } = useProfile();
  const [asked, setAsked] = useState<number | null>(null);
  const chosen = draft.findings.find(({ number }) => number === asked) ?? draft.findings[0];
  const add = async () => {
    const content = {
      section,
      standing: 'assessment' as const,
      text: [],
      confidence: 'moderate' as const,
      why: '',
    };
    setAsked(await save({ kind: 'finding', number: null, content }));
  };
  return (
    <ItemList
      title={t('finding.title')}
      about={t('finding.about')}
      items={draft.findings.map(({ number, content }) => ({
        number,
        label: t('item.finding', { number: String(number) }),
        words: plainText(content.text),
        below: t('finding.below', {
          section: content.section,
          title: state?.sections[content.section]?.title ?? sectionTitle(content.section),
          standing: t(`finding.isStanding.${content.standing}`),
          confidence: t(`finding.isConfidence.${content.confidence}`),
        }),
      }))}
      chosen={chosen?.number ?? null}
      choose={setAsked}
      addLabel={t('finding.add')}
      add={add}
    >
      {chosen === undefined ? (
        <Text c="dimmed">{t('finding.none')}</Text>
      ) : (
        <FindingForm key={`${chosen.number} ${revision}`} finding={chosen} />
      )}
    </ItemList>
  );
}
