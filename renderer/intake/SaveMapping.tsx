import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TablePreview } from '../../src/contract/intake.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** Keeps the mapping of a file under a name, to be offered when a file with these columns comes again. */
export function SaveMapping(props: { table: TablePreview; dates: 'dmy' | 'mdy' | null }) {
  const { take } = useWorkbench();
  const [name, setName] = useState(props.table.mapping?.name ?? '');
  const [saved, setSaved] = useState('');
  const known = useCall('listMappings', {}, { since: saved }).value?.mappings ?? [];
  const isTaken = name.trim() !== saved && known.some((one) => one.name === name.trim());
  const { recognised, header } = props.table;
  if (recognised === null || header.length === 0) return null;
  const save = async () => {
    const { kind, map } = recognised;
    const input = { name, kind, header: [...header], map, dates: props.dates };
    const outcome = await ask('saveMapping', input);
    take(outcome);
    if (outcome.ok) setSaved(name);
  };
  return (
    <Group align="end" gap="sm">
      <TextInput
        label={t('mapping.saveLabel')}
        placeholder={t('mapping.example')}
        w={320}
        value={name}
        description={isTaken ? t('mappings.taken') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button variant="default" disabled={name.trim() === ''} onClick={() => void save()}>
        {t('mapping.save')}
      </Button>
      {saved !== '' && (
        <Text size="sm" role="status">
          {t('mapping.saved', { name: saved })}
        </Text>
      )}
    </Group>
  );
}
