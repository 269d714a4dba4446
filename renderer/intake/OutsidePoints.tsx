import { Table, Text, Title } from '@mantine/core';
import type { DataQuality } from '../../src/contract/intake.ts';
import { formatNumber } from '../app/format.ts';
import { t } from '../words/t.ts';

const shown = 20;

/** Points outside of the force's ground, those with most records first. */
export function OutsidePoints({ positions }: { positions: DataQuality['positions'] }) {
  const { outsideForce, outsidePoints } = positions;
  if (outsidePoints.length === 0) return null;
  const listed = outsidePoints.slice(0, shown);
  const records = listed.reduce((sum, point) => sum + point.records, 0);
  return (
    <section>
      <Title order={2} size="h4">
        {t('outside.title')}
      </Title>
      <Table className="dense" maw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outside.point')}</Table.Th>
            <Table.Th className="number">{t('outside.incidents')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listed.map((point) => (
            <Table.Tr key={`${point.easting} ${point.northing}`}>
              <Table.Td>
                {Math.round(point.easting)}, {Math.round(point.northing)}
              </Table.Td>
              <Table.Td className="number">{formatNumber(point.records)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm">{t('outside.listed', { records, count: outsideForce ?? 0 })}</Text>
    </section>
  );
}
