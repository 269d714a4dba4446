import { Text, Title } from '@mantine/core';
import { promptOf } from '../../src/domain/profile/prompts.ts';
import { sectionTitle } from '../../src/domain/profile/section-titles.ts';
import { SplitPanes } from '../app/SplitPanes.tsx';
import { useCall } from '../app/use-loaded.ts';
import { t } from '../words/t.ts';
import { EvidencePane } from './EvidencePane.tsx';
import { useProfile } from './profile-work.tsx';
import { SectionList } from './SectionList.tsx';
import { saveSoon, unsavedContent } from './saver.ts';
import { WordsEditor } from './words/WordsEditor.tsx';

/** Sections, the editor of one, and its evidence beside it. */
export function WritePanel() {
  const { section, state, draft, revision, canWrite } = useProfile();
  const read = useCall('readProfileSection', { section });
  const evidence = read.value?.number === section ? read.value : null;
  const kept = draft.texts.find((one) => one.number === section)?.content.text ?? [];
  const title = state?.sections[section]?.title ?? sectionTitle(section);
  return (
    <div className="writing">
      <SectionList />
      <SplitPanes name="write" label={t('write.widths')} className="writing-panes" sizes={[55, 45]}>
        <section className="writing-middle" aria-label={title}>
          <Title order={2} size="h4">
            {section}. {title}
          </Title>
          <Text size="sm" className="prompt">
            {promptOf(section)}
          </Text>
          <WordsEditor
            key={`${section} ${revision}`}
            label={t('write.wordsIn', { number: section })}
            place={{ kind: 'text', number: section }}
            section={section}
            initial={unsavedContent('text', section)?.text ?? kept}
            drafts={evidence?.drafts ?? []}
            canWrite={canWrite}
            onChange={(make) =>
              saveSoon('text', section, () => ({
                kind: 'text',
                number: section,
                content: { text: make() },
              }))
            }
          />
        </section>
        <EvidencePane evidence={evidence} section={section} read={read} />
      </SplitPanes>
    </div>
  );
}
