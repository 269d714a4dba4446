import { Alert, Button, Group, Modal, PasswordInput, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Backup } from '../../src/contract/backup-calls.ts';
import type { CallOutputs } from '../../src/contract/calls.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { Failure } from '../../src/contract/outcome.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';

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
    const outcome = await ask('restoreBackup', input, 'Putting the backup in place');
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
        Restore from a backup
      </Button>
      <Modal
        opened={shown !== null}
        // Its lock on scrolling adds a style element of its own, which the policy refuses.
        lockScroll={false}
        onClose={close}
        size="lg"
        title={`Backups of ${shown?.file.name ?? ''}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
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
                  The backup is in place.
                  {restored.keptAs !== null && ` The file before it is kept as ${restored.keptAs}.`}
                </Text>
                <Button onClick={close}>Go on with the workspace</Button>
              </>
            ) : shown.backups.length === 0 ? (
              <Text>
                There is no automatic backup beside this file. A copy that you made yourself is
                opened like any workspace.
              </Text>
            ) : (
              <>
                <Text size="sm">
                  A backup takes the place of the workspace. The file that is there now is kept
                  beside it under another name.
                </Text>
                <PasswordInput
                  label="Passphrase"
                  description="Leave it blank for a workspace without one."
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
          <Table.Th scope="col">Made on</Table.Th>
          <Table.Th scope="col">Size</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map(({ number, madeAt, bytes }) => (
          <Table.Tr key={number}>
            <Table.Td>{madeAt.replace('T', ' ')}</Table.Td>
            <Table.Td>{formatNumber(Math.max(1, Math.round(bytes / 1_000)))} kB</Table.Td>
            <Table.Td>
              <Group justify="end">
                <Button size="xs" variant="default" onClick={() => onRestore(number)}>
                  Restore {madeAt.replace('T', ' ')}
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
