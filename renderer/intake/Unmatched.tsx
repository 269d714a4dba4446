import { Table, Title } from '@mantine/core';
import type { ClassificationSummary } from '../../src/contract/results.ts';
import { formatNumber } from '../app/format.ts';
import { Listed } from '../app/Listed.tsx';
import { t } from '../words/t.ts';

/** Offences that the list does not know: listed with counts, never dropped. */
export function Unmatched({ classification }: { classification: ClassificationSummary | null }) {
  const offences = classification?.unmatchedOffences ?? [];
  if (offences.length === 0) return null;
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {t('unrecognised.title')}
      </Title>
      <Listed items={offences} textOf={({ text, code }) => `${text} ${code}`}>
        {(shown) => (
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('unrecognised.offence')}</Table.Th>
                <Table.Th>{t('unrecognised.code')}</Table.Th>
                <Table.Th className="number">{t('outside.incidents')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((offence) => (
                <Table.Tr key={`${offence.code} ${offence.text}`}>
                  <Table.Td>{offence.text || '-'}</Table.Td>
                  <Table.Td>{offence.code || '-'}</Table.Td>
                  <Table.Td className="number">{formatNumber(offence.count)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Listed>
    </div>
  );
}
