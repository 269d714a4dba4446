import { SimpleGrid, Table, Text, Title } from '@mantine/core';
import type { ClassificationSummary } from '../../src/contract/results.ts';
import { formatNumber, formatShare } from '../app/format.ts';
import { t } from '../words/t.ts';

const tiers = [
  'core',
  'flagged',
  'total',
  'female-victim',
  'outside',
  'context',
  'unmatched',
] as const;
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
          {t('counts.what', { list: codeListVersion })}
        </Title>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('counts.tier')}</Table.Th>
              <Table.Th className="number">{t('counts.incidents')}</Table.Th>
              <Table.Th className="number">{t('counts.shareOfAll')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tiers.map((tier) => (
              <Table.Tr key={tier} fw={tier === 'total' ? 600 : 400}>
                <Table.Td>{t(`counts.${tier}`)}</Table.Td>
                <Table.Td className="number">{formatNumber(vawg[tier] ?? 0)}</Table.Td>
                <Table.Td className="number">{formatShare(vawg[tier] ?? 0, props.total)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <div>
        <Title order={2} size="h4" mb="xs">
          {t('counts.space')}
        </Title>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('counts.spaceColumn')}</Table.Th>
              <Table.Th className="number">{t('counts.incidents')}</Table.Th>
              <Table.Th className="number">{t('counts.share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {spaces.map((space) => (
              <Table.Tr key={space}>
                <Table.Td>{t(`spaces.${space}`)}</Table.Td>
                <Table.Td className="number">{formatNumber(vawgSpaces[space])}</Table.Td>
                <Table.Td className="number">{formatShare(vawgSpaces[space], all)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="xs" c="dimmed">
          {t('counts.both')}
        </Text>
      </div>
    </SimpleGrid>
  );
}
