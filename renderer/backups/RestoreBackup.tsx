import { Alert, Button, Group, Modal, PasswordInput, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Backup } from '../../src/contract/backup-calls.ts';
import type { CallOutputs } from '../../src/contract/calls.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { Failure } from '../../src/contract/outcome.ts';
import { ask } from '../app/engine-client.ts';
import { formatMoment, formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

interface Shown {
  readonly file: ChosenFile;
  readonly backups: readonly Backup[];
}

/** Puts an automatic copy in the place of a workspace: choose the workspace, then the copy. */
export function RestoreBackup() {
  const { take, opened } = useWorkbench();
  const [shown, setShown] = useState<Shown | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [refused, setRefused] = useState<Failure | null>(null);
  const [restored, setRestored] = useState<CallOutputs['restoreBackup'] | null>(null);
  const choose = async () => {
    const [file] = await window.actionTen.chooseFiles('workspace');
    if (file === undefined) return;
    setRefused(null);
    const found = take(await ask('listBackups', { path: file.token }));
    if (found !== null) setShown({ file, backups: found.backups });
  };
  const restore = async (file: ChosenFile, backup: number) => {
    const input = { path: file.token, backup, passphrase: passphrase === '' ? null : passphrase };
    const outcome = await ask('restoreBackup', input, t('restore.working'));
    setRefused(outcome.ok ? null : outcome);
    if (outcome.ok) setRestored(outcome.value);
  };
  const close = () => {
    setShown(null);
    setPassphrase('');
    if (restored !== null) opened(restored.summary);
  };
  return (
    <>
      <Button variant="default" onClick={() => void choose()}>
        {t('restore.open')}
      </Button>
      <Modal
        opened={shown !== null}
        // Its lock on scrolling adds a style element of its own, which the policy refuses.
        lockScroll={false}
        onClose={close}
        size="lg"
        title={t('restore.title', { name: shown?.file.name ?? '' })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {shown !== null && (
          <Stack gap="sm">
            {refused !== null && (
              <Alert color="red" role="alert" title={refused.message}>
                {refused.remedy}
              </Alert>
            )}
            {restored !== null ? (
              <>
                <Text role="status">
                  {restored.keptAs === null
                    ? t('restore.done')
                    : t('restore.doneKept', { name: restored.keptAs })}
                </Text>
                <Button onClick={close}>{t('restore.goOn')}</Button>
              </>
            ) : shown.backups.length === 0 ? (
              <Text>{t('restore.none')}</Text>
            ) : (
              <>
                <Text size="sm">{t('restore.text')}</Text>
                <PasswordInput
                  label={t('unlock.passphrase')}
                  description={t('salvage.blank')}
                  value={passphrase}
                  onChange={(event) => setPassphrase(event.currentTarget.value)}
                />
                <BackupTable
                  backups={shown.backups}
                  onRestore={(backup) => void restore(shown.file, backup)}
                />
              </>
            )}
          </Stack>
        )}
      </Modal>
    </>
  );
}

function BackupTable({
  backups,
  onRestore,
}: {
  backups: readonly Backup[];
  onRestore: (backup: number) => void;
}) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('restore.madeOn')}</Table.Th>
          <Table.Th scope="col">{t('restore.size')}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map(({ number, madeAt, bytes }) => (
          <Table.Tr key={number}>
            <Table.Td>{formatMoment(madeAt)}</Table.Td>
            <Table.Td>{formatNumber(Math.max(1, Math.round(bytes / 1_000)))} kB</Table.Td>
            <Table.Td>
              <Group justify="end">
                <Button size="xs" variant="default" onClick={() => onRestore(number)}>
                  {t('restore.one', { madeAt: formatMoment(madeAt) })}
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
