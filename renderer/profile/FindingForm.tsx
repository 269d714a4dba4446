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
import { useProfile } from './profile-work.tsx';
import { useItem } from './use-item.ts';
import { WordsEditor } from './words/WordsEditor.tsx';

/** One finding. What is changed is saved as it is typed. */
export function FindingForm({ finding }: { finding: Numbered<Finding> }) {
  const { number } = finding;
  const { state, figures, canWrite, remove, draft } = useProfile();
  const { content, change, changeLater } = useItem('finding', number, finding.content);
  const resting = draft.recommendations.filter((one) => one.content.findings.includes(number));
  return (
    <Stack gap="sm" role="group" aria-label={`Finding F${number}`}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          Finding F{number}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canWrite}
          onClick={() => void remove('finding', number)}
        >
          Remove F{number}
        </Button>
      </Group>
      <WordsEditor
        label={`Words of finding F${number}`}
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
          label="Section"
          allowDeselect={false}
          readOnly={!canWrite}
          data={(state?.sections ?? [{ number: content.section, title: 'Section' }]).map((one) => ({
            value: String(one.number),
            label: `${one.number}. ${one.title}`,
          }))}
          value={String(content.section)}
          onChange={(value) => change({ section: Number(value) })}
        />
        <Select
          label="How sure you are"
          allowDeselect={false}
          readOnly={!canWrite}
          data={[
            { value: 'high', label: 'High confidence' },
            { value: 'moderate', label: 'Moderate confidence' },
            { value: 'low', label: 'Low confidence' },
          ]}
          value={content.confidence}
          onChange={(value) => change({ confidence: value as Finding['confidence'] })}
        />
      </Group>
      <div>
        <Text size="sm" fw={500} mb={4} id={`standing-${number}`}>
          It is
        </Text>
        <SegmentedControl
          aria-labelledby={`standing-${number}`}
          readOnly={!canWrite}
          data={[
            { value: 'fact', label: 'Fact: known' },
            { value: 'assessment', label: 'Assessment: may be' },
            { value: 'gap', label: 'Gap: not known' },
          ]}
          value={content.standing}
          onChange={(value) => change({ standing: value })}
        />
      </div>
      <Textarea
        label="Why you are that sure"
        description="Sources, how good they are, and what speaks against it"
        autosize
        minRows={2}
        maxLength={5_000}
        readOnly={!canWrite}
        value={content.why}
        onChange={(event) => change({ why: event.currentTarget.value })}
      />
      <Text size="xs" c="dimmed">
        {resting.length === 0
          ? 'No recommendation rests on it yet.'
          : `Recommendations that rest on it: ${resting.map((one) => `R${one.number}`).join(', ')}.`}
      </Text>
    </Stack>
  );
}
