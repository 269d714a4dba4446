import { Group, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import type { ProfileTerms } from '../../src/domain/profile/document.ts';
import { t } from '../words/t.ts';
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
      description={t('terms.oneALine')}
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
        {t('terms.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('terms.about')}
      </Text>
      <Stack gap="sm">
        {line('title', t('terms.name'))}
        <Group grow>
          {line('author', t('terms.author'))}
          {line('commissioner', t('terms.commissioner'))}
          <TextInput
            type="date"
            label={t('terms.reviewOn')}
            readOnly={!canWrite}
            value={content.reviewOn}
            onChange={(event) => change({ reviewOn: event.currentTarget.value })}
          />
        </Group>
        {words('aim', t('terms.aim'))}
        {list('questions', t('terms.questions'))}
        <SimpleGrid cols={2}>
          {words('inScope', t('terms.inScope'))}
          {words('outOfScope', t('terms.outOfScope'))}
          {words('handling', t('terms.handling'), t('terms.handlingText'))}
          {list('distribution', t('terms.distribution'))}
        </SimpleGrid>
        {words('policeAndCrimePlan', t('terms.policeAndCrimePlan'))}
        {words('seriousViolenceDuty', t('terms.seriousViolenceDuty'))}
        {words('equalityAssessment', t('terms.equalityAssessment'))}
      </Stack>
    </div>
  );
}
