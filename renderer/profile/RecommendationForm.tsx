import {
  Button,
  Group,
  MultiSelect,
  Select,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import type { Numbered } from '../../src/contract/profile.ts';
import { approaches, type Recommendation } from '../../src/domain/profile/document.ts';
import { plainText } from '../../src/domain/profile/rich-text.ts';
import { ProgressOf } from './ProgressOf.tsx';
import { useProfile } from './profile-work.tsx';
import { useItem } from './use-item.ts';

const approachLabels: Readonly<Record<Recommendation['approach'], string>> = {
  prevent: 'Prevent: people offending',
  pursue: 'Pursue: those who offend',
  protect: 'Protect: people and places',
  prepare: 'Prepare: to limit harm',
};

/** One recommendation. What is changed is saved as it is typed. */
export function RecommendationForm(props: { recommendation: Numbered<Recommendation> }) {
  const { number } = props.recommendation;
  const { draft, figures, canWrite, remove } = useProfile();
  const { content, change } = useItem('recommendation', number, props.recommendation.content);
  // A finding may have been removed since it was linked.
  const known = content.findings.filter((one) =>
    draft.findings.some((finding) => finding.number === one),
  );
  const now = figures.get(content.figure)?.text;
  const text = (
    name: 'owner' | 'partner' | 'measure' | 'baseline',
    label: string,
    description?: string,
  ) => (
    <TextInput
      label={label}
      description={description}
      maxLength={500}
      readOnly={!canWrite}
      value={content[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm" role="group" aria-label={`Recommendation R${number}`}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          Recommendation R{number}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canWrite}
          onClick={() => void remove('recommendation', number)}
        >
          Remove R{number}
        </Button>
      </Group>
      <Textarea
        label="What should be done"
        autosize
        minRows={2}
        maxLength={5_000}
        readOnly={!canWrite}
        value={content.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <MultiSelect
        label="Findings it rests on"
        searchable
        error={
          known.length === 0
            ? 'Link at least one: without a finding it cannot be published.'
            : undefined
        }
        readOnly={!canWrite}
        data={draft.findings.map((finding) => ({
          value: String(finding.number),
          label: `F${finding.number} ${plainText(finding.content.text).slice(0, 90)}`,
        }))}
        value={known.map(String)}
        onChange={(values) => change({ findings: values.map(Number) })}
      />
      <Group grow>
        <Select
          label="Approach (4P)"
          allowDeselect={false}
          readOnly={!canWrite}
          data={approaches.map((approach) => ({
            value: approach,
            label: approachLabels[approach],
          }))}
          value={content.approach}
          onChange={(value) => change({ approach: value as Recommendation['approach'] })}
        />
        <TextInput
          type="date"
          label="By when"
          readOnly={!canWrite}
          value={content.dueOn}
          onChange={(event) => change({ dueOn: event.currentTarget.value })}
        />
      </Group>
      <Group grow>
        {text('owner', 'Owner')}
        {text('partner', 'Partner')}
      </Group>
      {text('measure', 'Measure', 'How it will be known that it worked')}
      <Group grow align="end">
        <Select
          label="Live figure that is measured"
          searchable
          clearable
          readOnly={!canWrite}
          data={[...figures.values()].map(({ id, label }) => ({ value: id, label }))}
          value={content.figure === '' ? null : content.figure}
          onChange={(id) =>
            change({
              figure: id ?? '',
              baseline: figures.get(id ?? '')?.text ?? content.baseline,
              baselineKeptAgainst: undefined,
            })
          }
        />
        {text('baseline', 'Baseline', now === undefined ? undefined : `It is now ${now}`)}
      </Group>
      <ProgressOf
        progress={content.progress}
        canWrite={canWrite}
        add={(entry) => change({ progress: [...content.progress, entry] })}
      />
    </Stack>
  );
}
