import { Alert, Button, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { NewPassphrase } from '../home/NewPassphrase.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';

/** The passphrase and the backup. */
export function ProtectionPanel() {
  const { summary, take, refresh } = useWorkbench();
  const [passphrase, setPassphrase] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (summary === null) return null;
  const change = async () => {
    const changed = take(await ask('changePassphrase', { passphrase }, 'Encrypting the workspace'));
    if (changed === null) return;
    setRecoveryKey(changed.recoveryKey);
    setSaid('The workspace is encrypted with the new passphrase.');
    setPassphrase('');
    // Blank fields again.
    setRound(round + 1);
    await refresh();
  };
  const backUp = async () => {
    const name = `${summary.force} ${new Date().toISOString().slice(0, 10)}.actionten`;
    const place = await window.actionTen.chooseSavePath('backup', name);
    if (place === null) return;
    const made = take(await ask('backupWorkspace', { out: place.token }, 'Copying the workspace'));
    if (made !== null) setSaid(`The backup is made. Head of its log: ${made.head}`);
  };
  const isReader = summary.access === 'reader';
  return (
    <>
      {said !== null && (
        <Alert
          color="teal"
          mb="md"
          role="status"
          title={said}
          withCloseButton
          onClose={() => setSaid(null)}
        />
      )}
      {recoveryKey !== null && <RecoveryKey text={recoveryKey} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Card withBorder padding="lg">
          <Title order={2} size="h4">
            {summary.isEncrypted ? 'Encrypted with a passphrase' : 'Not encrypted'}
          </Title>
          <Text my="sm" size="sm">
            {summary.isEncrypted
              ? 'The file and everything beside it are encrypted. The workspace closes when the window is not touched for a quarter of an hour.'
              : 'Anybody who can read the file can read every record in it. Set a passphrase, or keep the file on an encrypted disk.'}
          </Text>
          <NewPassphrase key={round} onChange={setPassphrase} />
          <Button mt="sm" disabled={passphrase === '' || isReader} onClick={() => void change()}>
            {summary.isEncrypted ? 'Change the passphrase' : 'Encrypt the workspace'}
          </Button>
        </Card>
        <Card withBorder padding="lg">
          <Title order={2} size="h4">
            Backup
          </Title>
          <Text my="sm" size="sm">
            A whole copy under the same passphrase. It never replaces a file.
          </Text>
          <Group>
            <Button variant="default" disabled={isReader} onClick={() => void backUp()}>
              Make a backup
            </Button>
          </Group>
        </Card>
      </SimpleGrid>
    </>
  );
}
