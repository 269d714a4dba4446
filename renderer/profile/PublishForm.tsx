import { Alert, Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { AskOnce } from '../app/AskOnce.tsx';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { today } from './ProgressOf.tsx';
import { useProfile } from './profile-work.tsx';
import { saveNow } from './saver.ts';

/** Publishes the draft, or says what stands in the way. */
export function PublishForm({ onPublished }: { onPublished: () => Promise<void> }) {
  const { take } = useWorkbench();
  const { state, canWrite, reload } = useProfile();
  const [version, setVersion] = useState(() => today().slice(0, 7));
  const [retainUntil, setRetainUntil] = useState('');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [published, setPublished] = useState<string | null>(null);
  const obstacles = state?.obstacles ?? [];
  const publish = async () => {
    setPublished(null);
    if (!(await saveNow())) return;
    const until = retainUntil === '' ? null : retainUntil;
    const asked = { version, retainUntil: until, note };
    const made = take(await ask('publishProfile', asked, t('publish.working')));
    await reload();
    if (made === null) return;
    setPublished(made.version);
    setVersion('');
    setNote('');
    await onPublished();
  };
  return (
    <section aria-label={t('publish.label')}>
      <Title order={2} size="h3" mb="xs">
        {t('publish.title')}
      </Title>
      {published !== null && (
        <Alert
          color="green"
          role="status"
          title={t('publish.done', { version: published })}
          mb="sm"
        >
          {t('publish.doneText')}
        </Alert>
      )}
      {state === null ? (
        <Text size="sm">{t('profile.collecting')}</Text>
      ) : (
        obstacles.length > 0 && (
          <>
            <Text size="sm" fw={600}>
              {t(published === null ? 'publish.obstacles' : 'publish.obstaclesOfNext', {
                count: obstacles.length,
              })}
            </Text>
            <List size="sm" mb="sm">
              {obstacles.map(({ what, remedy }) => (
                <List.Item key={what}>
                  {what}{' '}
                  <Text span size="sm" c="dimmed">
                    {remedy}
                  </Text>
                </List.Item>
              ))}
            </List>
          </>
        )
      )}
      <Stack gap="sm" maw={420}>
        <Group grow align="end">
          <TextInput
            label={t('publish.name')}
            value={version}
            maxLength={40}
            onChange={(event) => setVersion(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('publish.keepUntil')}
            value={retainUntil}
            onChange={(event) => setRetainUntil(event.currentTarget.value)}
          />
        </Group>
        <TextInput
          label={t('publish.note')}
          value={note}
          maxLength={2_000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          <Button
            disabled={!canWrite || state === null || obstacles.length > 0 || version.trim() === ''}
            onClick={() => setAsked(true)}
          >
            {t('publish.publish', { version })}
          </Button>
        </Group>
      </Stack>
      <AskOnce
        isOpen={isAsked}
        title={t('once.publish', { version })}
        why={t('once.publishWhy')}
        yes={t('once.publishYes')}
        no={t('once.no')}
        onYes={() => void publish()}
        onNo={() => setAsked(false)}
      />
    </section>
  );
}
