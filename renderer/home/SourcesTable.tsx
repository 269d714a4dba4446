import { Table, Text, Title } from '@mantine/core';
import type { SourceSummary } from '../../src/contract/results.ts';
import { formatNumber } from '../app/format.ts';

const columns = [
  ['batches', 'Files'],
  ['rows', 'Rows'],
  ['accepted', 'Accepted'],
  ['rejected', 'Rejected'],
  ['duplicates', 'Duplicates'],
  ['updated', 'Updated'],
  ['withoutLocation', 'No location'],
] as const;

/** What became of every row, by source. */
export function SourcesTable({ sources }: { sources: readonly SourceSummary[] }) {
  if (sources.length === 0) return <Text c="dimmed">No file has been imported yet.</Text>;
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        What became of every row
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Source</Table.Th>
            {columns.map(([name, title]) => (
              <Table.Th key={name} className="number">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map((source) => (
            <Table.Tr key={`${source.kind} ${source.preset}`}>
              <Table.Td>
                {source.kind} ({source.preset})
              </Table.Td>
              {columns.map(([name]) => (
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
