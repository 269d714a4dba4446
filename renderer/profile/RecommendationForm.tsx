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
import { t } from '../words/t.ts';
import { ProgressOf } from './ProgressOf.tsx';
import { useProfile } from './profile-work.tsx';
import { useItem } from './use-item.ts';

/** One recommendation. What is changed is saved as it is typed. */
export function RecommendationForm(props: { recommendation: Numbered<Recommendation> }) {
  const { number } = props.recommendation;
  const called = { number: String(number) };
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
    <Stack gap="sm" role="group" aria-label={t('recommendation.one', called)}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('recommendation.one', called)}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canWrite}
          onClick={() => void remove('recommendation', number)}
        >
          {t('recommendation.remove', called)}
        </Button>
      </Group>
      <Textarea
        label={t('recommendation.text')}
        autosize
        minRows={2}
        maxLength={5_000}
        readOnly={!canWrite}
        value={content.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <MultiSelect
        label={t('recommendation.findings')}
        searchable
        limit={100}
        error={known.length === 0 ? t('recommendation.linkOne') : undefined}
        readOnly={!canWrite}
        data={draft.findings.map((finding) => ({
          value: String(finding.number),
          label: t('search.finding', {
            number: String(finding.number),
            text: plainText(finding.content.text).slice(0, 90),
          }),
        }))}
        value={known.map(String)}
        onChange={(values) => change({ findings: values.map(Number) })}
      />
      <Group grow>
        <Select
          label={t('recommendation.approach')}
          allowDeselect={false}
          readOnly={!canWrite}
          data={approaches.map((value) => ({ value, label: t(`approach.${value}`) }))}
          value={content.approach}
          onChange={(value) => change({ approach: value as Recommendation['approach'] })}
        />
        <TextInput
          type="date"
          label={t('recommendation.dueOn')}
          readOnly={!canWrite}
          value={content.dueOn}
          onChange={(event) => change({ dueOn: event.currentTarget.value })}
        />
      </Group>
      <Group grow>
        {text('owner', t('recommendation.owner'))}
        {text('partner', t('recommendation.partner'))}
      </Group>
      {text('measure', t('recommendation.measure'), t('recommendation.measureText'))}
      <Group grow align="end">
        <Select
          label={t('recommendation.figure')}
          searchable
          limit={100}
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
        {text(
          'baseline',
          t('recommendation.baseline'),
          now === undefined ? undefined : t('recommendation.isNow', { figure: now }),
        )}
      </Group>
      <ProgressOf
        progress={content.progress}
        canWrite={canWrite}
        add={(entry) => change({ progress: [...content.progress, entry] })}
      />
    </Stack>
  );
}
