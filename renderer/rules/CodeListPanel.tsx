import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { CodeListFile } from '../../src/contract/rules.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
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
        {t('list.again')}
      </Button>
    ) : (
      <Text>{t('list.readingNow')}</Text>
    );
  }
  const takeVersion = async (version: string) => {
    const used = take(await ask('useCodeList', { version }, t('list.taking', { version })));
    if (used !== null) await changed();
    return used?.version ?? null;
  };
  const changed = async () => {
    setLooked(null);
    setSaid('');
    await load();
    await refresh();
  };
  const tellInForce = (version: string) =>
    tellDone(
      t('list.inForce', { version }),
      async () => (await takeVersion(list.version)) !== null,
    );
  const use = async (version: string) => {
    const used = await takeVersion(version);
    if (used !== null) tellInForce(used);
  };
  const look = async () => {
    const [file] = await window.actionTen.chooseFiles('code-list');
    if (file === undefined) return;
    const read = take(await ask('readCodeListFile', { file: file.token }, t('list.reading')));
    setLooked(read === null ? null : { file, read });
  };
  const putInForce = async (file: ChosenFile) => {
    const input = { file: file.token, use: true };
    const read = take(await ask('readCodeListFile', input, t('list.putting')));
    if (read === null) return;
    if (read.version === null) setLooked({ file, read });
    else {
      await changed();
      tellInForce(read.version);
    }
  };
  const write = async () => {
    const place = await window.actionTen.chooseSavePath('code-list', `vawg-${list.version}.csv`);
    if (place === null) return;
    const written = take(await ask('exportCodeList', { out: place.token }));
    if (written !== null) setSaid(t('list.saved', { version: written.version, file: place.name }));
  };
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="start">
        <Text size="sm" c="dimmed" maw={760}>
          {t('list.text', { version: list.version, count: list.rows.length })}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={isReader} onClick={() => void look()}>
            {t('list.load')}
          </Button>
          <Button variant="default" onClick={() => void write()}>
            {t('ruleVersions.toFile')}
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
        blocked={isReader ? t('rules.readOnly') : null}
        use={(version) => void use(version)}
      />
    </Stack>
  );
}
