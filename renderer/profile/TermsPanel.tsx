import { Group, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import type { ProfileTerms } from '../../src/domain/profile/document.ts';
import { useProfile } from './profile-work.tsx';
import { useItem } from './use-item.ts';

type Line = 'title' | 'author' | 'commissioner';
type Words = Exclude<keyof ProfileTerms, Line | 'reviewOn' | 'questions' | 'distribution'>;

/** Who asked for the profile, what for, and how it is handled. */
export function TermsPanel() {
  const { revision } = useProfile();
  return <TermsForm key={revision} />;
}

function TermsForm() {
  const { draft, canWrite } = useProfile();
  const { content, change } = useItem('terms', 0, draft.terms);
  const line = (name: Line, label: string) => (
    <TextInput
      label={label}
      maxLength={500}
      readOnly={!canWrite}
      value={content[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  const words = (name: Words, label: string, description?: string) => (
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
  const list = (name: 'questions' | 'distribution', label: string) => (
    <Textarea
      label={label}
      description="One a line"
      autosize
      minRows={2}
      readOnly={!canWrite}
      defaultValue={content[name].join('\n')}
      onChange={(event) =>
        change({
          [name]: event.currentTarget.value
            .split('\n')
            .map((text) => text.trim())
            .filter((text) => text !== ''),
        })
      }
    />
  );
  return (
    <div className="page">
      <Title order={2} size="h3">
        Terms of reference
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        They stand in sections 0 and 1 of the profile. What is left blank, the profile says is not
        set.
      </Text>
      <Stack gap="sm">
        {line('title', 'Title')}
        <Group grow>
          {line('author', 'Author')}
          {line('commissioner', 'Commissioned by')}
          <TextInput
            type="date"
            label="Review date"
            readOnly={!canWrite}
            value={content.reviewOn}
            onChange={(event) => change({ reviewOn: event.currentTarget.value })}
          />
        </Group>
        {words('aim', 'Aim')}
        {list('questions', 'Questions that were asked')}
        <SimpleGrid cols={2}>
          {words('inScope', 'In scope')}
          {words('outOfScope', 'Out of scope')}
          {words('handling', 'Handling', 'Who may hold it, how long, and what may be passed on')}
          {list('distribution', 'Distribution')}
        </SimpleGrid>
        {words('policeAndCrimePlan', 'Link to the police and crime plan')}
        {words('seriousViolenceDuty', 'Link to the Serious Violence Duty')}
        {words('equalityAssessment', 'Link to the equality assessment')}
      </Stack>
    </div>
  );
}
