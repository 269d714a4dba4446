import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Batch } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { Listed } from '../app/Listed.tsx';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { BatchRow } from './BatchRow.tsx';
import { RejectedRows } from './RejectedRows.tsx';

const columns = [
  'rows',
  'accepted',
  'rejected',
  'duplicates',
  'updated',
  'withoutLocation',
] as const;

/** Every import, the latest first: what became of its rows, its rejected rows, and the way back. */
export function BatchesPanel(props: {
  rejectedOf: number | null;
  showRejected: (batch: number) => void;
}) {
  const { take, refresh, summary } = useWorkbench();
  const listed = useCall('listBatches', {});
  const load = listed.reload;
  const batches = listed.value?.batches ?? null;
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const undo = async (batch: Batch) => {
    setUndoing(null);
    const label = t('batch.takingBack', { batch: String(batch.batch) });
    take(await ask('undoBatch', { batch: batch.batch }, label));
    await load();
    await refresh();
  };
  if (batches === null) return <NotRead of={listed} />;
  if (batches.length === 0) {
    return <Text c="dimmed">{t('batch.none')}</Text>;
  }
  const rejected = batches.find(({ batch }) => batch === props.rejectedOf);
  return (
    <Stack gap="md">
      <div className="scroll-x">
        <Listed items={batches} textOf={textOf}>
          {(shown) => (
            <Table verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th className="number">{t('batch.batch')}</Table.Th>
                  <Table.Th>{t('batch.file')}</Table.Th>
                  <Table.Th>{t('batch.kind')}</Table.Th>
                  <Table.Th>{t('batch.when')}</Table.Th>
                  {columns.map((name) => (
                    <Table.Th key={name} className="number">
                      {t(`row.${name}`)}
                    </Table.Th>
                  ))}
                  <Table.Th miw={200}>{t('batch.toKnow')}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((batch) => (
                  <BatchRow
                    key={batch.batch}
                    batch={batch}
                    canUndo={summary?.access === 'writer'}
                    onUndo={() => setUndoing(batch)}
                    onRejected={() => props.showRejected(batch.batch)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Listed>
      </div>
      {rejected !== undefined && <RejectedRows key={rejected.batch} batch={rejected} />}
      <Modal
        opened={undoing !== null}
        // Locking the page's scroll writes a style that the page's own rules refuse.
        lockScroll={false}
        onClose={() => setUndoing(null)}
        title={t('batch.takeBack', { batch: String(undoing?.batch ?? '') })}
      >
        <Text>
          {t('batch.takeBackText', {
            accepted: undoing?.accepted ?? 0,
            updated: undoing?.updated ?? 0,
          })}
        </Text>
        <Group mt="md">
          <Button onClick={() => undoing !== null && void undo(undoing)}>
            {t('batch.takeItBack')}
          </Button>
          <Button variant="default" onClick={() => setUndoing(null)}>
            {t('batch.keep')}
          </Button>
        </Group>
      </Modal>
    </Stack>
  );
}

function textOf({ batch, file, label, kind, preset, importedAt }: Batch): string {
  return `${batch} ${file} ${label} ${kind} ${preset} ${importedAt}`;
}
