import { Button, Card, Group, PasswordInput, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** Asks for the passphrase of a locked workspace. After a wrong one the answer takes longer each time. */
export function Unlock({ file }: { file: ChosenFile }) {
  const { open, unlockLater } = useWorkbench();
  const [passphrase, setPassphrase] = useState('');
  const [isTrying, setTrying] = useState(false);
  const unlock = async () => {
    setTrying(true);
    const isOpen = await open(file, passphrase);
    if (isOpen) return;
    setTrying(false);
    setPassphrase('');
  };
  return (
    <Card withBorder padding="lg" component="section" aria-label="Unlock">
      <Title order={2} size="h3">
        Unlock {file.name}
      </Title>
      <Text my="sm">
        This workspace is encrypted. A forgotten passphrase cannot be recovered by anybody.
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <PasswordInput
          label="Passphrase"
          autoComplete="current-password"
          data-autofocus
          value={passphrase}
          disabled={isTrying}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Group mt="sm">
          <Button type="submit" loading={isTrying} disabled={passphrase === ''}>
            Unlock
          </Button>
          <Button variant="default" disabled={isTrying} onClick={unlockLater}>
            Not now
          </Button>
        </Group>
      </form>
    </Card>
  );
}
