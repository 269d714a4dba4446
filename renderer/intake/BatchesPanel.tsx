import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Batch } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { BatchRow } from './BatchRow.tsx';
import { RejectedRows } from './RejectedRows.tsx';

const titles = ['Rows', 'Accepted', 'Rejected', 'Duplicates', 'Updated', 'No location'];

/** Every import, the latest first: what became of its rows, its rejected rows, and the way back. */
export function BatchesPanel() {
  const { take, refresh, summary } = useWorkbench();
  const { value, state, reload: load } = useCall('listBatches', {});
  const batches = value?.batches ?? (state === 'missing' ? [] : null);
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const [rejectedOf, setRejectedOf] = useState<Batch | null>(null);
  const undo = async (batch: Batch) => {
    setUndoing(null);
    const label = `Taking back batch ${batch.batch}`;
    take(await ask('undoBatch', { batch: batch.batch }, label));
    await load();
    await refresh();
  };
  if (batches === null) return <Text>Reading…</Text>;
  if (batches.length === 0) {
    return <Text c="dimmed">No file has been imported yet. Start with the tab "Import".</Text>;
  }
  return (
    <Stack gap="md">
      <div className="scroll-x">
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="number">Batch</Table.Th>
              <Table.Th>File</Table.Th>
              <Table.Th>Kind</Table.Th>
              <Table.Th>When</Table.Th>
              {titles.map((title) => (
                <Table.Th key={title} className="number">
                  {title}
                </Table.Th>
              ))}
              <Table.Th>What to know</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {batches.map((batch) => (
              <BatchRow
                key={batch.batch}
                batch={batch}
                canUndo={summary?.access === 'writer'}
                onUndo={() => setUndoing(batch)}
                onRejected={() => setRejectedOf(batch)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rejectedOf !== null && <RejectedRows key={rejectedOf.batch} batch={rejectedOf} />}
      <Modal
        opened={undoing !== null}
        // Locking the page's scroll writes a style that the page's own rules refuse.
        lockScroll={false}
        onClose={() => setUndoing(null)}
        title={`Take batch ${undoing?.batch ?? ''} back?`}
      >
        <Text>
          {formatNumber(undoing?.accepted ?? 0)} accepted rows go,{' '}
          {formatNumber(undoing?.updated ?? 0)} updated records say again what they said before, and
          its rejected rows go. The file can be imported again at any time.
        </Text>
        <Group mt="md">
          <Button onClick={() => undoing !== null && void undo(undoing)}>Take it back</Button>
          <Button variant="default" onClick={() => setUndoing(null)}>
            Keep it
          </Button>
        </Group>
      </Modal>
    </Stack>
  );
}
