import {
  Button,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import type { Numbered } from '../../src/contract/profile.ts';
import type { Hypothesis } from '../../src/domain/profile/document.ts';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';
import { useItem } from './use-item.ts';

const states = ['open', 'supported', 'rejected'] as const;

/** One hypothesis with the problem analysis triangle: victim, offender, place. */
export function HypothesisForm({ hypothesis }: { hypothesis: Numbered<Hypothesis> }) {
  const { number } = hypothesis;
  const called = { number: String(number) };
  const { canWrite, remove, figures } = useProfile();
  const { content, change } = useItem('hypothesis', number, hypothesis.content);
  const places = [...figures.values()]
    .filter(({ id }) => /^place\.\d+\.name$/.test(id))
    .map(({ text }) => text);
  const words = (name: keyof Hypothesis, label: string, description?: string) => (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      maxLength={5_000}
      readOnly={!canWrite}
      value={content[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm" role="group" aria-label={t('hypothesis.one', called)}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('hypothesis.one', called)}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canWrite}
          onClick={() => void remove('hypothesis', number)}
        >
          {t('hypothesis.remove', called)}
        </Button>
      </Group>
      <Group grow align="end">
        <TextInput
          label={t('hypothesis.explains')}
          description={t('hypothesis.explainsText')}
          list={`places-${number}`}
          maxLength={500}
          readOnly={!canWrite}
          value={content.about}
          onChange={(event) => change({ about: event.currentTarget.value })}
        />
        <Select
          label={t('hypothesis.standing')}
          allowDeselect={false}
          readOnly={!canWrite}
          data={states.map((value) => ({ value, label: t(`hypothesis.state.${value}`) }))}
          value={content.state}
          onChange={(value) => change({ state: value as Hypothesis['state'] })}
        />
      </Group>
      <datalist id={`places-${number}`}>
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      {words('statement', t('hypothesis.statement'))}
      <SimpleGrid cols={3} role="group" aria-label={t('hypothesis.triangle')}>
        {words('victim', t('hypothesis.victim'), t('hypothesis.victimText'))}
        {words('offender', t('hypothesis.offender'), t('hypothesis.offenderText'))}
        {words('location', t('hypothesis.location'), t('hypothesis.locationText'))}
      </SimpleGrid>
      <SimpleGrid cols={2}>
        {words('evidenceFor', t('hypothesis.evidenceFor'))}
        {words('evidenceAgainst', t('hypothesis.evidenceAgainst'))}
      </SimpleGrid>
    </Stack>
  );
}
