import { Alert, Button, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { NewPassphrase } from '../home/NewPassphrase.tsx';
import { t } from '../words/t.ts';
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
    const changed = take(await ask('changePassphrase', { passphrase }, t('protect.encrypting')));
    if (changed === null) return;
    setRecoveryKey(changed.recoveryKey);
    setSaid(t('protect.done'));
    setPassphrase('');
    // Blank fields again.
    setRound(round + 1);
    await refresh();
  };
  const backUp = async () => {
    const on = new Date().toISOString().slice(0, 10);
    const name = `${t('protect.file', { force: summary.force, on })}.actionten`;
    const place = await window.actionTen.chooseSavePath('backup', name);
    if (place === null) return;
    const made = take(await ask('backupWorkspace', { out: place.token }, t('protect.copying')));
    if (made !== null) setSaid(t('protect.copied', { head: made.head }));
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
          closeButtonLabel={t('notice.close')}
          onClose={() => setSaid(null)}
        />
      )}
      {recoveryKey !== null && <RecoveryKey text={recoveryKey} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Card withBorder padding="lg">
          <Title order={2} size="h4">
            {t(summary.isEncrypted ? 'protect.encrypted' : 'protect.plain')}
          </Title>
          <Text my="sm" size="sm">
            {t(summary.isEncrypted ? 'protect.encryptedText' : 'protect.plainText')}
          </Text>
          <NewPassphrase key={round} onChange={setPassphrase} />
          <Button mt="sm" disabled={passphrase === '' || isReader} onClick={() => void change()}>
            {t(summary.isEncrypted ? 'protect.change' : 'protect.encrypt')}
          </Button>
        </Card>
        <Card withBorder padding="lg">
          <Title order={2} size="h4">
            {t('protect.backup')}
          </Title>
          <Text my="sm" size="sm">
            {t('protect.backupText')}
          </Text>
          <Group>
            <Button variant="default" disabled={isReader} onClick={() => void backUp()}>
              {t('protect.makeBackup')}
            </Button>
          </Group>
        </Card>
      </SimpleGrid>
    </>
  );
}
