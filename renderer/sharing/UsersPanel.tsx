import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../src/contract/security-calls.ts';
import { AskOnce } from '../app/AskOnce.tsx';
import { ask } from '../app/engine-client.ts';
import { formatDay } from '../app/format.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { NewPassphrase } from '../home/NewPassphrase.tsx';
import { t } from '../words/t.ts';
import { RecoveryKey } from './RecoveryKey.tsx';

/** Who can open an encrypted workspace, each with a passphrase of their own. */
export function UsersPanel() {
  const { summary, take, refresh } = useWorkbench();
  const listed = useCall('listUsers', {});
  const load = listed.reload;
  const users = listed.value?.users ?? [];
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [removing, setRemoving] = useState<User | null>(null);
  if (summary === null) return null;
  const remove = async ({ slot }: User) => {
    const removed = take(await ask('removeUser', { slot }, t('users.removing')));
    if (removed === null) return;
    setRecoveryKey(removed.recoveryKey);
    await load();
  };
  if (!summary.isEncrypted) {
    return <Text>{t('users.encryptFirst')}</Text>;
  }
  if (listed.value === null) return <NotRead of={listed} />;
  const isReader = summary.access === 'reader';
  return (
    <Stack gap="md">
      {recoveryKey !== null && <RecoveryKey text={recoveryKey} />}
      <Text size="sm">{t(users.length === 0 ? 'users.one' : 'users.each')}</Text>
      {users.length > 0 && (
        <Table verticalSpacing={4} aria-label={t('users.table')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('users.name')}</Table.Th>
              <Table.Th>{t('users.added')}</Table.Th>
              <Table.Th>{t('users.byAccount')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <Table.Tr key={user.slot}>
                <Table.Td>{user.isYou ? t('users.you', { name: user.name }) : user.name}</Table.Td>
                <Table.Td className="unbroken">{formatDay(user.addedAt)}</Table.Td>
                <Table.Td>{user.addedBy}</Table.Td>
                <Table.Td>
                  {!user.isYou && users.length > 1 && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={isReader}
                      onClick={() => setRemoving(user)}
                    >
                      {t('users.remove', { name: user.name })}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <AskOnce
        isOpen={removing !== null}
        title={t('once.user', { name: removing?.name ?? '' })}
        why={t('once.userWhy', { name: removing?.name ?? '' })}
        yes={t('once.userYes', { name: removing?.name ?? '' })}
        no={t('once.no')}
        onYes={() => removing !== null && void remove(removing)}
        onNo={() => setRemoving(null)}
      />
      {!isReader && (
        <AddUser
          isFirst={users.length === 0}
          onAdded={async (key) => {
            setRecoveryKey(key);
            await load();
            await refresh();
          }}
        />
      )}
    </Stack>
  );
}

function AddUser({
  isFirst,
  onAdded,
}: {
  isFirst: boolean;
  onAdded: (recoveryKey: string | null) => Promise<void>;
}) {
  const { take } = useWorkbench();
  const [name, setName] = useState('');
  const [ownName, setOwnName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [round, setRound] = useState(0);
  const add = async () => {
    const wanted = { name, passphrase, ownName: isFirst ? ownName : null };
    const added = take(await ask('addUser', wanted, t('users.adding')));
    if (added === null) return;
    setName('');
    setPassphrase('');
    // Blank fields again.
    setRound(round + 1);
    await onAdded(added.recoveryKey);
  };
  return (
    <Stack gap="xs" maw={480} component="section" aria-label={t('users.form')}>
      {isFirst && (
        <TextInput
          label={t('users.ownName')}
          value={ownName}
          onChange={(event) => setOwnName(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('users.otherName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPassphrase key={round} onChange={setPassphrase} />
      <Text size="sm" c="dimmed">
        {t('users.about')}
      </Text>
      <Group>
        <Button
          disabled={name.trim() === '' || passphrase === '' || (isFirst && ownName.trim() === '')}
          onClick={() => void add()}
        >
          {t('users.add')}
        </Button>
      </Group>
    </Stack>
  );
}
