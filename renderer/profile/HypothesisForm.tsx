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
import { useProfile } from './profile-work.tsx';
import { useItem } from './use-item.ts';

/** One hypothesis with the problem analysis triangle: victim, offender, place. */
export function HypothesisForm({ hypothesis }: { hypothesis: Numbered<Hypothesis> }) {
  const { number } = hypothesis;
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
    <Stack gap="sm" role="group" aria-label={`Hypothesis ${number}`}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          Hypothesis {number}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canWrite}
          onClick={() => void remove('hypothesis', number)}
        >
          Remove hypothesis {number}
        </Button>
      </Group>
      <Group grow align="end">
        <TextInput
          label="What it explains"
          description="A place, a group or a space"
          list={`places-${number}`}
          maxLength={500}
          readOnly={!canWrite}
          value={content.about}
          onChange={(event) => change({ about: event.currentTarget.value })}
        />
        <Select
          label="Standing"
          allowDeselect={false}
          readOnly={!canWrite}
          data={[
            { value: 'open', label: 'Open' },
            { value: 'supported', label: 'Supported by the evidence' },
            { value: 'rejected', label: 'Rejected by the evidence' },
          ]}
          value={content.state}
          onChange={(value) => change({ state: value as Hypothesis['state'] })}
        />
      </Group>
      <datalist id={`places-${number}`}>
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      {words('statement', 'The explanation')}
      <SimpleGrid cols={3} role="group" aria-label="Problem analysis triangle">
        {words('victim', 'Victim', 'Who, and who could protect them')}
        {words('offender', 'Offender', 'Who, and who could hold them back')}
        {words('location', 'Place', 'What about it, and who manages it')}
      </SimpleGrid>
      <SimpleGrid cols={2}>
        {words('evidenceFor', 'Evidence for')}
        {words('evidenceAgainst', 'Evidence against')}
      </SimpleGrid>
    </Stack>
  );
}
