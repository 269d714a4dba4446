import {
  Button,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import type { Numbered } from '../../src/contract/profile.ts';
import type { Finding } from '../../src/domain/profile/document.ts';
import { draftSentences } from '../../src/domain/profile/draft-sentences.ts';
import { standings } from '../../src/domain/profile/rich-text.ts';
import { sectionTitle } from '../../src/domain/profile/section-titles.ts';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';
import { useItem } from './use-item.ts';
import { WordsEditor } from './words/WordsEditor.tsx';

const confidences = ['high', 'moderate', 'low'] as const;

/** One finding. What is changed is saved as it is typed. */
export function FindingForm({ finding }: { finding: Numbered<Finding> }) {
  const { number } = finding;
  const called = { number: String(number) };
  const { state, figures, canWrite, remove, draft } = useProfile();
  const { content, change, changeLater } = useItem('finding', number, finding.content);
  const resting = draft.recommendations.filter((one) => one.content.findings.includes(number));
  return (
    <Stack gap="sm" role="group" aria-label={t('finding.one', called)}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('finding.one', called)}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canWrite}
          onClick={() => void remove('finding', number)}
        >
          {t('finding.remove', called)}
        </Button>
      </Group>
      <WordsEditor
        label={t('finding.words', called)}
        place={{ kind: 'finding', number }}
        section={content.section}
        initial={content.text}
        drafts={draftSentences(content.section, figures)}
        canWrite={canWrite}
        isShort
        onChange={(make) => changeLater(() => ({ text: make() }))}
      />
      <Group grow align="end">
        <Select
          label={t('finding.section')}
          allowDeselect={false}
          readOnly={!canWrite}
          data={(
            state?.sections ?? [{ number: content.section, title: sectionTitle(content.section) }]
          ).map((one) => ({
            value: String(one.number),
            label: `${one.number}. ${one.title}`,
          }))}
          value={String(content.section)}
          onChange={(value) => change({ section: Number(value) })}
        />
        <Select
          label={t('finding.sure')}
          allowDeselect={false}
          readOnly={!canWrite}
          data={confidences.map((value) => ({ value, label: t(`finding.confidence.${value}`) }))}
          value={content.confidence}
          onChange={(value) => change({ confidence: value as Finding['confidence'] })}
        />
      </Group>
      <div>
        <Text size="sm" fw={500} mb={4} id={`standing-${number}`}>
          {t('finding.itIs')}
        </Text>
        <SegmentedControl
          aria-labelledby={`standing-${number}`}
          readOnly={!canWrite}
          data={standings.map((value) => ({ value, label: t(`finding.standing.${value}`) }))}
          value={content.standing}
          onChange={(value) => change({ standing: value })}
        />
      </div>
      <Textarea
        label={t('finding.why')}
        description={t('finding.whyText')}
        autosize
        minRows={2}
        maxLength={5_000}
        readOnly={!canWrite}
        value={content.why}
        onChange={(event) => change({ why: event.currentTarget.value })}
      />
      <Text size="xs" c="dimmed">
        {resting.length === 0
          ? t('finding.noneRests')
          : t('finding.rest', {
              recommendations: resting
                .map((one) => t('item.recommendation', { number: String(one.number) }))
                .join(', '),
            })}
      </Text>
    </Stack>
  );
}
