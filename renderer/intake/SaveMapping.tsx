import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TablePreview } from '../../src/contract/intake.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** Keeps the mapping of a file under a name, to be offered when a file with these columns comes again. */
export function SaveMapping(props: { table: TablePreview; dates: 'dmy' | 'mdy' | null }) {
  const { take } = useWorkbench();
  const [name, setName] = useState(props.table.mapping?.name ?? '');
  const [saved, setSaved] = useState('');
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
        label="Save this mapping for the next file of this kind"
        placeholder="for example: Council ASB, monthly"
        w={320}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button variant="default" disabled={name.trim() === ''} onClick={() => void save()}>
        Save mapping
      </Button>
      {saved !== '' && (
        <Text size="sm" role="status">
          Saved as "{saved}".
        </Text>
      )}
    </Group>
  );
}
