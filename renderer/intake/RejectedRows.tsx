import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Batch } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber, reasonText } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';

const pageRows = 200;

/** The rejected rows of one import: line, reason and the row's own text, and the way to a file of them. */
export function RejectedRows({ batch }: { batch: Batch }) {
  const { take } = useWorkbench();
  const [after, setAfter] = useState(0);
  const [saved, setSaved] = useState('');
  const page = useCall('listRejectedRows', { batch: batch.batch, after, limit: pageRows });
  const { rows, total } = page.value ?? { rows: [], total: batch.rejected };
  const save = async () => {
    const place = await window.actionTen.chooseSavePath('rejects', 'rejected-rows.csv');
    if (place === null) return;
    const done = take(await ask('saveRejectedRows', { batch: batch.batch, out: place.token }));
    if (done !== null) setSaved(`${formatNumber(done.rows)} rows saved as ${place.name}.`);
  };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Rejected rows of {batch.file}
        </Title>
        <Button onClick={() => void save()}>Save as CSV…</Button>
      </Group>
      <Text size="sm" my="xs" role="status">
        {saved === ''
          ? 'Save these rows, correct them in the saved file and import that file: only they come in, and the columns that say why are passed over. Or correct the source and import all of it again: what is in already is a duplicate and not counted twice.'
          : saved}
      </Text>
      <div className="scroll-x">
        <Table className="dense">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="number">Line</Table.Th>
              <Table.Th>Why</Table.Th>
              <Table.Th>Row</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.line} ${row.text}`}>
                <Table.Td className="number">{row.line}</Table.Td>
                <Table.Td>{reasonText(row.reason)}</Table.Td>
                <Table.Td>{row.text}</Table.Td>
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
            Earlier
          </Button>
          <Text size="sm">
            {formatNumber(after + 1)} to {formatNumber(after + rows.length)} of{' '}
            {formatNumber(total)}
          </Text>
          <Button
            variant="default"
            disabled={after + pageRows >= total}
            onClick={() => setAfter(after + pageRows)}
          >
            Later
          </Button>
        </Group>
      )}
    </Paper>
  );
}
