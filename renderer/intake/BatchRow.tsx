import { Button, Group, Table, Text } from '@mantine/core';
import type { Batch } from '../../src/contract/results.ts';
import { formatNumber } from '../app/format.ts';
import { warningText } from '../app/intake-words.ts';

const counts = [
  'rows',
  'accepted',
  'rejected',
  'duplicates',
  'updated',
  'withoutLocation',
] as const;

/** One import as a line of the table. */
export function BatchRow(props: {
  batch: Batch;
  canUndo: boolean;
  onUndo: () => void;
  onRejected: () => void;
}) {
  const { batch } = props;
  const isUndone = batch.undoneAt !== null;
  return (
    <Table.Tr opacity={isUndone ? 0.6 : 1}>
      <Table.Td className="number">{batch.batch}</Table.Td>
      <Table.Td>
        {batch.file}
        {batch.label === '' ? '' : ` / ${batch.label}`}
      </Table.Td>
      <Table.Td>
        {batch.kind}
        <Text size="xs" c="dimmed">
          {batch.preset}
        </Text>
      </Table.Td>
      <Table.Td className="unbroken">{batch.importedAt.slice(0, 16).replace('T', ' ')}</Table.Td>
      {counts.map((name) => (
        <Table.Td key={name} className="number">
          {formatNumber(batch[name])}
        </Table.Td>
      ))}
      <Table.Td>
        <Text size="sm">
          {isUndone ? 'taken back' : batch.warnings.map(warningText).join('; ') || '-'}
        </Text>
      </Table.Td>
      <Table.Td>
        {!isUndone && (
          <Group gap={4} wrap="nowrap">
            {batch.rejected > 0 && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={props.onRejected}
                aria-label={`Rejected rows of batch ${batch.batch}`}
              >
                Rejected rows
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              disabled={!props.canUndo}
              onClick={props.onUndo}
              aria-label={`Undo batch ${batch.batch}`}
            >
              Undo
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
