import { Text } from '@mantine/core';
import { useState } from 'react';
import { plainText } from '../../src/domain/profile/rich-text.ts';
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
      title="Findings"
      about="Each says one thing that follows from the evidence, how sure you are and why."
      items={draft.findings.map(({ number, content }) => ({
        number,
        label: `F${number}`,
        words: plainText(content.text),
        below: `${content.section}. ${state?.sections[content.section]?.title ?? 'Section'} · ${content.standing} · ${content.confidence} confidence`,
      }))}
      chosen={chosen?.number ?? null}
      choose={setAsked}
      addLabel="Add a finding"
      add={add}
    >
      {chosen === undefined ? (
        <Text c="dimmed">
          No findings yet. Write what the evidence of a section shows, with its figures live: a
          recommendation needs a finding to rest on.
        </Text>
      ) : (
        <FindingForm key={`${chosen.number} ${revision}`} finding={chosen} />
      )}
    </ItemList>
  );
}
