import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { CodeListFile } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { ListFromFile } from './ListFromFile.tsx';
import { ListRows } from './ListRows.tsx';
import { VersionsTable } from './VersionsTable.tsx';

/** The VAWG list in force, its versions, and the way from and to a file. */
export function CodeListPanel() {
  const { take, refresh, summary } = useWorkbench();
  const { value: list, state, reload: load } = useCall('readCodeList', {});
  const [said, setSaid] = useState('');
  const [looked, setLooked] = useState<{ file: ChosenFile; read: CodeListFile } | null>(null);
  const isReader = summary?.access === 'reader';
  if (list === null) {
    return state === 'missing' ? (
      <Button variant="default" onClick={() => void load()}>
        Read the list again
      </Button>
    ) : (
      <Text>Reading the list…</Text>
    );
  }
  const changed = async (words: string) => {
    setLooked(null);
    setSaid(words);
    await load();
    await refresh();
  };
  const use = async (version: string) => {
    const used = take(await ask('useCodeList', { version }, `Taking list ${version}`));
    if (used !== null) await changed(`List ${used.version} is in force.`);
  };
  const look = async () => {
    const [file] = await window.actionTen.chooseFiles('code-list');
    if (file === undefined) return;
    const read = take(await ask('readCodeListFile', { file: file.token }, 'Reading the list'));
    setLooked(read === null ? null : { file, read });
  };
  const putInForce = async (file: ChosenFile) => {
    const input = { file: file.token, use: true };
    const read = take(await ask('readCodeListFile', input, 'Putting the list in force'));
    if (read === null) return;
    if (read.version === null) setLooked({ file, read });
    else await changed(`List ${read.version} is in force.`);
  };
  const write = async () => {
    const place = await window.actionTen.chooseSavePath('code-list', `vawg-${list.version}.csv`);
    if (place === null) return;
    const written = take(await ask('exportCodeList', { out: place.token }));
    if (written !== null) setSaid(`List ${written.version} saved as ${place.name}.`);
  };
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="start">
        <Text size="sm" c="dimmed" maw={760}>
          List {list.version}: {formatNumber(list.rows.length)} offences. Tier "core" is in by its
          code; "flag" only when a flag on the record brings it in; "exclude" is left out on
          purpose; "outside" is not VAWG.
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={isReader} onClick={() => void look()}>
            Load from a file…
          </Button>
          <Button variant="default" onClick={() => void write()}>
            Save to a file…
          </Button>
        </Group>
      </Group>
      {said !== '' && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
      {looked !== null && (
        <ListFromFile
          name={looked.file.name}
          read={looked.read}
          putInForce={() => void putInForce(looked.file)}
          leave={() => setLooked(null)}
        />
      )}
      <ListRows rows={list.rows} />
      <VersionsTable
        of="list"
        versions={list.versions}
        blocked={isReader ? 'Read only' : null}
        use={(version) => void use(version)}
      />
    </Stack>
  );
}
