import { SimpleGrid, Table, Text, Title } from '@mantine/core';
import type { ClassificationSummary } from '../../src/contract/results.ts';
import { formatNumber, formatShare } from '../app/format.ts';

const tiers: readonly (readonly [string, string])[] = [
  ['core', 'Core offences'],
  ['flagged', 'In by a flag'],
  ['total', 'VAWG in all'],
  ['female-victim', 'Female-victim tier (separate)'],
  ['outside', 'Outside VAWG'],
  ['context', 'Open data, context only'],
  ['unmatched', 'Offence not recognised'],
];
const spaces = ['online', 'private', 'public', 'unclassified'] as const;

/** What counts as VAWG, and in which space. */
export function ClassificationTables(props: {
  classification: ClassificationSummary;
  total: number;
}) {
  const { vawg, vawgSpaces, codeListVersion } = props.classification;
  const all = vawg['total'] ?? 0;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <div>
        <Title order={2} size="h4" mb="xs">
          What counts (list {codeListVersion})
        </Title>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Tier</Table.Th>
              <Table.Th className="number">Incidents</Table.Th>
              <Table.Th className="number">Share of all</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tiers.map(([tier, label]) => (
              <Table.Tr key={tier} fw={tier === 'total' ? 600 : 400}>
                <Table.Td>{label}</Table.Td>
                <Table.Td className="number">{formatNumber(vawg[tier] ?? 0)}</Table.Td>
                <Table.Td className="number">{formatShare(vawg[tier] ?? 0, props.total)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <div>
        <Title order={2} size="h4" mb="xs">
          In which space (VAWG)
        </Title>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Space</Table.Th>
              <Table.Th className="number">Incidents</Table.Th>
              <Table.Th className="number">Share</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {spaces.map((space) => (
              <Table.Tr key={space}>
                <Table.Td>{space}</Table.Td>
                <Table.Td className="number">{formatNumber(vawgSpaces[space])}</Table.Td>
                <Table.Td className="number">{formatShare(vawgSpaces[space], all)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="xs" c="dimmed">
          An incident may be online and private or public: it counts in both, so the shares need not
          add up to 100.
        </Text>
      </div>
    </SimpleGrid>
  );
}
