import { Alert, Button, List, Modal, PasswordInput, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { SalvagedTable, SalvagedWorkspace } from '../../src/contract/backup-calls.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { Failure } from '../../src/contract/outcome.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** Copies what can be read of a damaged workspace into a new one. `file`: the one that did not open; null asks for it. */
export function SalvageWorkspace({ file = null }: { file?: ChosenFile | null }) {
  const { open } = useWorkbench();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [refused, setRefused] = useState<Failure | null>(null);
  const [isAtWork, setAtWork] = useState(false);
  const [salvaged, setSalvaged] = useState<{ into: ChosenFile; what: SalvagedWorkspace } | null>(
    null,
  );
  const choose = async () => {
    const [found] = file === null ? await window.actionTen.chooseFiles('workspace') : [file];
    if (found === undefined) return;
    setRefused(null);
    setSalvaged(null);
    setChosen(found);
  };
  const given = passphrase === '' ? null : passphrase;
  const salvage = async (from: ChosenFile) => {
    const name = t('salvage.file', { name: from.name.replace(/\.actionten$/i, '') });
    const into = await window.actionTen.chooseSavePath('workspace', name);
    if (into === null) return;
    setAtWork(true);
    const input = { path: from.token, out: into.token, passphrase: given };
    const outcome = await ask('salvageWorkspace', input, t('salvage.working'));
    setAtWork(false);
    setRefused(outcome.ok ? null : outcome);
    if (outcome.ok) setSalvaged({ into, what: outcome.value });
  };
  const close = () => {
    setChosen(null);
    setPassphrase('');
  };
  return (
    <>
      <Button variant="default" onClick={() => void choose()}>
        {t('salvage.open')}
      </Button>
      <Modal
        opened={chosen !== null}
        // Its lock on scrolling adds a style element of its own, which the policy refuses.
        lockScroll={false}
        onClose={close}
        size="lg"
        title={t('salvage.title', { name: chosen?.name ?? '' })}
        closeButtonProps={{ 'aria-label': t('notice.close') }}
      >
        <Stack gap="sm">
          {refused !== null && (
            <Alert color="red" role="alert" title={refused.message}>
              {refused.remedy}
            </Alert>
          )}
          {salvaged !== null ? (
            <>
              <Salvaged what={salvaged.what} />
              <Button
                onClick={() => {
                  close();
                  void open(salvaged.into, given ?? undefined);
                }}
              >
                {t('salvage.goOn')}
              </Button>
            </>
          ) : (
            <>
              <Text size="sm">{t('salvage.text')}</Text>
              <PasswordInput
                label={t('unlock.passphrase')}
                description={t('salvage.blank')}
                value={passphrase}
                onChange={(event) => setPassphrase(event.currentTarget.value)}
              />
              <Button loading={isAtWork} onClick={() => chosen !== null && void salvage(chosen)}>
                {t('salvage.into')}
              </Button>
            </>
          )}
        </Stack>
      </Modal>
    </>
  );
}

/** What was kept and lost, by table: those that lost something first. */
function Salvaged({ what }: { what: SalvagedWorkspace }) {
  const rank = ({ lost, inPart }: SalvagedTable): number =>
    lost === null ? 2 : lost > 0 || inPart > 0 ? 1 : 0;
  return (
    <>
      <Text role="status">
        {t(what.tables.some((table) => rank(table) > 0) ? 'salvage.some' : 'salvage.all')}
      </Text>
      {what.notes.length > 0 && (
        <List size="sm">
          {what.notes.map((note) => (
            <List.Item key={note}>{note}</List.Item>
          ))}
        </List>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('salvage.table')}</Table.Th>
            <Table.Th scope="col">{t('salvage.kept')}</Table.Th>
            <Table.Th scope="col">{t('salvage.lost')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {what.tables
            .toSorted((one, other) => rank(other) - rank(one) || other.kept - one.kept)
            .map((table) => (
              <Table.Tr key={table.table}>
                <Table.Th scope="row" fw="normal">
                  {table.table.replaceAll('_', ' ')}
                </Table.Th>
                <Table.Td>
                  {formatNumber(table.kept)}
                  {table.inPart > 0 && ` ${t('salvage.inPart', { count: table.inPart })}`}
                </Table.Td>
                <Table.Td>
                  {table.lost === null ? t('salvage.unknown') : formatNumber(table.lost)}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
