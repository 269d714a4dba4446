import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Recommendation } from '../../src/domain/profile/document.ts';

type Entry = Recommendation['progress'][number];

const states = ['open', 'under way', 'done', 'dropped'] as const;

/** Today as the fields of a form write it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What became of a recommendation, the latest last, and a line to add. */
export function ProgressOf(props: {
  progress: readonly Entry[];
  canWrite: boolean;
  add: (entry: Entry) => void;
}) {
  const { progress, canWrite } = props;
  const [on, setOn] = useState(today);
  const [state, setState] = useState<Entry['state']>('under way');
  const [note, setNote] = useState('');
  return (
    <section aria-label="Progress">
      <Text size="sm" fw={600}>
        Progress
      </Text>
      {progress.length > 0 && (
        <Table className="dense wrapped" aria-label="Progress so far">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">On</Table.Th>
              <Table.Th scope="col">State</Table.Th>
              <Table.Th scope="col">Note</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {progress.map((entry) => (
              <Table.Tr key={`${entry.on} ${entry.state} ${entry.note}`}>
                <Table.Td className="unbroken">{entry.on}</Table.Td>
                <Table.Td className="unbroken">{entry.state}</Table.Td>
                <Table.Td>{entry.note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {canWrite && (
        <Group align="end" gap="xs">
          <TextInput
            type="date"
            label="On"
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Select
            label="State"
            w={130}
            allowDeselect={false}
            data={states}
            value={state}
            onChange={(value) => setState(value as Entry['state'])}
          />
          <TextInput
            label="Note"
            flex={1}
            maxLength={5_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={on === ''}
            onClick={() => {
              props.add({ on, state, note });
              setNote('');
            }}
          >
            Add to the progress
          </Button>
        </Group>
      )}
    </section>
  );
}
