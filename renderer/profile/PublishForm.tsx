import { Alert, Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
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
  const [published, setPublished] = useState<string | null>(null);
  const obstacles = state?.obstacles ?? [];
  const publish = async () => {
    setPublished(null);
    if (!(await saveNow())) return;
    const until = retainUntil === '' ? null : retainUntil;
    const asked = { version, retainUntil: until, note };
    const made = take(await ask('publishProfile', asked, 'Publishing the profile'));
    await reload();
    if (made === null) return;
    setPublished(made.version);
    setVersion('');
    setNote('');
    await onPublished();
  };
  return (
    <section aria-label="Publish">
      <Title order={2} size="h3" mb="xs">
        Publish the draft
      </Title>
      {published !== null && (
        <Alert color="green" role="status" title={`Version ${published} is published`} mb="sm">
          The draft goes on as the beginning of the next version; its signatures were taken off.
        </Alert>
      )}
      {state === null ? (
        <Text size="sm">The figures are being collected.</Text>
      ) : (
        obstacles.length > 0 && (
          <>
            <Text size="sm" fw={600}>
              {obstacles.length} {obstacles.length === 1 ? 'thing stands' : 'things stand'} in the
              way{published === null ? '' : ' of the next version'}:
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
            label="Name of the version"
            value={version}
            maxLength={40}
            onChange={(event) => setVersion(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label="Keep its rows until"
            value={retainUntil}
            onChange={(event) => setRetainUntil(event.currentTarget.value)}
          />
        </Group>
        <TextInput
          label="Note"
          value={note}
          maxLength={2_000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          <Button
            disabled={!canWrite || state === null || obstacles.length > 0 || version.trim() === ''}
            onClick={() => void publish()}
          >
            Publish version {version}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
