import { Alert, Badge, Button, List, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOutputs } from '../../src/contract/calls.ts';
import type { RetainedSource } from '../../src/contract/security-calls.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { EraseSource } from './EraseSource.tsx';

type Erased = CallOutputs['eraseRecords'];
const columns = ['File', 'Kind', 'Came in', 'Rows', 'May be kept until', ''];

/** How long each file may be kept, and its erasure when the time has come. */
export function RetentionPanel() {
  const { summary, take, refresh } = useWorkbench();
  const { value, state, reload: load, put } = useCall('listRetention', {});
  const sources = value?.sources ?? (state === 'missing' ? [] : null);
  const [erasing, setErasing] = useState<RetainedSource | null>(null);
  const [erased, setErased] = useState<Erased | null>(null);
  if (sources === null) return <Text>Reading …</Text>;
  const isReader = summary?.access === 'reader';
  const keep = async ({ batch }: RetainedSource, until: string) => {
    const kept = take(await ask('setRetention', { batch, until: until === '' ? null : until }));
    if (kept !== null) put(kept);
  };
  return (
    <Stack gap="md">
      {erased !== null && <WhatWasErased erased={erased} />}
      <Text size="sm" maw="72ch">
        The last day on which the rows of a file may be kept. Nothing is erased by itself. Numbers
        that were shared stay in the ledger that guards the next edition; they name nobody.
      </Text>
      {sources.length === 0 && <Text>No file is in the workspace.</Text>}
      <Table verticalSpacing={4} aria-label="Files and how long they may be kept">
        <Table.Thead>
          <Table.Tr>
            {columns.map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map((source) => (
            <Table.Tr key={source.batch}>
              <Table.Td>
                {source.file} {source.isDue && <Badge color="orange">due</Badge>}
              </Table.Td>
              <Table.Td>{source.kind}</Table.Td>
              <Table.Td className="unbroken">{source.importedAt.slice(0, 10)}</Table.Td>
              <Table.Td className="number">{formatNumber(source.rows)}</Table.Td>
              <Table.Td>
                <TextInput
                  type="date"
                  size="xs"
                  aria-label={`Last day of ${source.file}`}
                  disabled={isReader}
                  value={source.until ?? ''}
                  onChange={(event) => void keep(source, event.currentTarget.value)}
                />
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isReader}
                  aria-label={`Erase ${source.file}`}
                  onClick={() => setErasing(source)}
                >
                  Erase
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <EraseSource
        source={erasing}
        onClose={() => setErasing(null)}
        onErased={async (done) => {
          setErasing(null);
          setErased(done);
          await load();
          await refresh();
        }}
      />
    </Stack>
  );
}

function WhatWasErased({ erased }: { erased: Erased }) {
  // Each in its own unit: kinds of records are never summed.
  const rows = Object.entries(erased.erased)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${table.replaceAll('_', ' ')} ${formatNumber(count)}`);
  const { rowsLeft, freePages } = erased.proof;
  return (
    <Alert color="teal" role="status" title={`Erased, in rows of each table: ${rows.join(', ')}`}>
      <Text size="sm">
        The file was written anew. Looked for afterwards: rows left {formatNumber(rowsLeft)}, pages
        of the file that hold nothing {formatNumber(freePages)}. In the log as{' '}
        <code>{erased.audit.slice(0, 16)}</code>.
      </Text>
      <Text size="sm" mt="xs">
        Out of reach, so somebody has to see to them:
      </Text>
      <List size="sm">
        {erased.stillHolding.map(({ what, at, name }) => (
          <List.Item key={name}>
            {what}
            {at === null ? '' : ` of ${at.slice(0, 10)}`}: {name.slice(0, 40)}
          </List.Item>
        ))}
        {erased.outOfReach.map((what) => (
          <List.Item key={what}>{what}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
