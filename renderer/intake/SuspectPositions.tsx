import { Table, Text, Title } from '@mantine/core';
import type { DataQuality } from '../../src/contract/intake.ts';
import { formatNumber, formatShare } from '../app/format.ts';
import { t } from '../words/t.ts';

const shown = 20;

/** Single points that hold suspiciously many records: default positions of a records system, or shared points. */
export function SuspectPositions({ positions }: { positions: DataQuality['positions'] }) {
  const { suspects, records } = positions;
  if (suspects.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4">
        {t('suspect.title')}
      </Title>
      <Table className="dense" maw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outside.point')}</Table.Th>
            <Table.Th className="number">{t('taken.records')}</Table.Th>
            <Table.Th className="number">{t('suspect.share')}</Table.Th>
            <Table.Th>{t('suspect.looksLike')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {suspects.slice(0, shown).map((point) => (
            <Table.Tr key={`${point.easting} ${point.northing}`}>
              <Table.Td>
                {Math.round(point.easting)}, {Math.round(point.northing)}
              </Table.Td>
              <Table.Td className="number">{formatNumber(point.records)}</Table.Td>
              <Table.Td className="number">{formatShare(point.records, records)}</Table.Td>
              <Table.Td>
                {point.kind === 'likely-default'
                  ? t('suspect.default', { venue: point.venue ?? '' })
                  : point.venue === null
                    ? t('suspect.shared')
                    : t('suspect.sharedNear', { venue: point.venue })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {suspects.length > shown && (
        <Text size="sm">{t('common.andMore', { count: suspects.length - shown })}</Text>
      )}
    </section>
  );
}
