import { Button, Group, Table, Text } from '@mantine/core';
import type { Batch } from '../../src/contract/results.ts';
import { formatMoment, formatNumber } from '../app/format.ts';
import { warningText } from '../app/intake-words.ts';
import { t } from '../words/t.ts';

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
        {t(`kindShort.${batch.kind}`)}
        <Text size="xs" c="dimmed">
          {batch.preset}
        </Text>
      </Table.Td>
      <Table.Td className="unbroken">{formatMoment(batch.importedAt)}</Table.Td>
      {counts.map((name) => (
        <Table.Td key={name} className="number">
          {formatNumber(batch[name])}
        </Table.Td>
      ))}
      <Table.Td>
        <Text size="sm">
          {isUndone ? t('batch.takenBack') : batch.warnings.map(warningText).join('; ') || '-'}
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
                aria-label={t('batch.rejectedOf', { batch: String(batch.batch) })}
              >
                {t('batch.rejected')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              disabled={!props.canUndo}
              onClick={props.onUndo}
              aria-label={t('batch.undoOf', { batch: String(batch.batch) })}
            >
              {t('common.undo')}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
