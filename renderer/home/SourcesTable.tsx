import { Table, Text, Title } from '@mantine/core';
import type { SourceSummary } from '../../src/contract/results.ts';
import { formatNumber } from '../app/format.ts';
import { t } from '../words/t.ts';

const columns = [
  'batches',
  'rows',
  'accepted',
  'rejected',
  'duplicates',
  'updated',
  'withoutLocation',
] as const;

/** What became of every row, by source. */
export function SourcesTable({ sources }: { sources: readonly SourceSummary[] }) {
  if (sources.length === 0) return <Text c="dimmed">{t('sources.none')}</Text>;
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {t('sources.title')}
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sources.source')}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} className="number">
                {t(`row.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map((source) => (
            <Table.Tr key={`${source.kind} ${source.preset}`}>
              <Table.Td>
                {t('plan.kind', {
                  kind: t(`kindShort.${source.kind}`),
                  preset: source.preset,
                })}
              </Table.Td>
              {columns.map((name) => (
                <Table.Td key={name} className="number">
                  {formatNumber(source[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
