import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import { ask } from '../app/engine-client.ts';
import { usePolicy } from '../app/use-policy.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { NewPassphrase } from './NewPassphrase.tsx';

/** The form for a force's own workspace: its name, its marking, and if at hand its boundary. */
export function NewWorkspace() {
  const { take, opened, show } = useWorkbench();
  const [force, setForce] = useState('');
  const policy = usePolicy();
  const [ownMarking, setMarking] = useState<string | null>(null);
  const marking = ownMarking ?? policy.marking;
  const [passphrase, setPassphrase] = useState('');
  const [boundary, setBoundary] = useState<ChosenFile | null>(null);
  const create = async () => {
    const place = await window.actionTen.chooseSavePath('workspace', `${force}.actionten`);
    if (place === null) return;
    const summary = take(
      await ask(
        'createWorkspace',
        {
          path: place.token,
          force,
          marking,
          boundary: boundary?.token ?? null,
          passphrase: passphrase === '' ? null : passphrase,
        },
        t('new.making'),
      ),
    );
    if (summary === null) return;
    opened(summary);
    show('data');
  };
  return (
    <Stack gap="sm" mt="sm">
      <TextInput
        label={t('new.force')}
        value={force}
        onChange={(event) => setForce(event.currentTarget.value)}
      />
      <TextInput
        label={t('new.marking')}
        description={t('new.markingText')}
        value={marking}
        onChange={(event) => setMarking(event.currentTarget.value)}
      />
      <NewPassphrase isOptional={!policy.requireEncryption} onChange={setPassphrase} />
      <Group>
        <Button
          variant="default"
          onClick={() =>
            void window.actionTen
              .chooseFiles('boundary')
              .then(([file]) => setBoundary(file ?? null))
          }
        >
          {t('new.boundary')}
        </Button>
        <Text size="sm">{boundary?.name ?? t('new.boundaryNone')}</Text>
      </Group>
      <Group>
        <Button
          size="md"
          disabled={
            force.trim() === '' ||
            marking.trim() === '' ||
            (policy.requireEncryption && passphrase === '')
          }
          onClick={() => void create()}
        >
          {t('new.make')}
        </Button>
      </Group>
    </Stack>
  );
}
