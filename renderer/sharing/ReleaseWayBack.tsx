import { Button, Card, Group, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { WayBackRequest } from '../../src/contract/security-calls.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** The second person's part: the force's own list, and a passphrase that is not the asker's. */
export function ReleaseWayBack(props: {
  request: WayBackRequest;
  onReleased: (said: string) => Promise<void>;
}) {
  const { take, summary } = useWorkbench();
  const { request } = props;
  const [references, setReferences] = useState<ChosenFile | null>(null);
  const [column, setColumn] = useState('suspectReference');
  const [passphrase, setPassphrase] = useState('');
  const release = async () => {
    if (references === null) return;
    const name = `${summary?.marking ?? ''} suspects for request ${request.request}.csv`;
    const place = await window.actionTen.chooseSavePath('references', name);
    if (place === null) return;
    const released = take(
      await ask(
        'releaseWayBack',
        {
          request: request.request,
          references: references.token,
          column,
          passphrase: passphrase === '' ? null : passphrase,
          out: place.token,
        },
        'Finding the references',
      ),
    );
    setPassphrase('');
    if (released === null) return;
    await props.onReleased(
      `Released to a file for ${released.recipient}: references ${formatNumber(released.suspects)}, suspects not in the list ${formatNumber(released.notFound)}. Hand the file over, and keep no copy.`,
    );
  };
  return (
    <Card withBorder padding="md" component="section" aria-label="Release">
      <Title order={2} size="h4">
        Request {request.request} waits for a second person
      </Title>
      <Text size="sm" my="xs">
        {request.askedBy} asks for references of suspects ({formatNumber(request.suspects)}), for{' '}
        {request.recipient}: {request.purpose}. Somebody else releases it, with a passphrase of
        their own, or from an account of their own where users have none.
      </Text>
      <Group align="end">
        <Button
          variant="default"
          onClick={() =>
            void window.actionTen
              .chooseFiles('references')
              .then(([file]) => setReferences(file ?? null))
          }
        >
          {references?.name ?? 'Choose the force’s extract'}
        </Button>
        <TextInput
          label="Its column of suspect references"
          value={column}
          onChange={(event) => setColumn(event.currentTarget.value)}
        />
        <PasswordInput
          label="Passphrase of the second person"
          autoComplete="off"
          w={240}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button
          disabled={references === null || column.trim() === ''}
          onClick={() => void release()}
        >
          Release
        </Button>
      </Group>
    </Card>
  );
}
