import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Batch } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { reasonText } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

const pageRows = 200;

/** The rejected rows of one import: line, reason and the row under its own column names, and the way to a file. */
export function RejectedRows({ batch }: { batch: Pick<Batch, 'batch' | 'file' | 'rejected'> }) {
  const { take } = useWorkbench();
  const [after, setAfter] = useState(0);
  const [saved, setSaved] = useState('');
  const page = useCall('listRejectedRows', { batch: batch.batch, after, limit: pageRows });
  const { header, rows, total } = page.value ?? { header: [], rows: [], total: batch.rejected };
  const names = columnNames(header, Math.max(0, ...rows.map(({ cells }) => cells.length)));
  // Below a long list of imports nobody would see that the rows have come.
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), []);
  const save = async () => {
    const place = await window.actionTen.chooseSavePath('rejects', 'rejected-rows.csv');
    if (place === null) return;
    const done = take(await ask('saveRejectedRows', { batch: batch.batch, out: place.token }));
    if (done !== null) setSaved(t('rejected.saved', { count: done.rows, file: place.name }));
  };
  return (
    <Paper withBorder p="md" ref={here}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('rejected.title', { file: batch.file })}
        </Title>
        <Button onClick={() => void save()}>{t('rejected.save')}</Button>
      </Group>
      <Text size="sm" my="xs" role="status">
        {saved === '' ? t('rejected.text') : saved}
      </Text>
      <div className="scroll-x">
        <Table className="dense">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="number">{t('preview.line')}</Table.Th>
              <Table.Th>{t('taken.why')}</Table.Th>
              {names.map((name, index) => (
                <Table.Th key={`${index} ${name}`}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.line} ${row.text}`}>
                <Table.Td className="number">{row.line}</Table.Td>
                <Table.Td>{reasonText(row.reason)}</Table.Td>
                {names.map((name, index) => (
                  <Table.Td key={`${index} ${name}`}>{row.cells[index] ?? ''}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {total > pageRows && (
        <Group mt="sm">
          <Button
            variant="default"
            disabled={after === 0}
            onClick={() => setAfter(after - pageRows)}
          >
            {t('common.earlier')}
          </Button>
          <Text size="sm">
            {t('common.range', { from: after + 1, to: after + rows.length, all: total })}
          </Text>
          <Button
            variant="default"
            disabled={after + pageRows >= total}
            onClick={() => setAfter(after + pageRows)}
          >
            {t('common.later')}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

/** A name for each column of the rows: a row that was refused may have more cells than its table has names. */
function columnNames(header: readonly string[] | null, width: number): string[] {
  if (header === null) return [t('rejected.row')];
  const count = Math.max(header.length, width);
  return Array.from({ length: count }, (_, index) => header[index] ?? '');
}
