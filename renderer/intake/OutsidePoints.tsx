import { Table, Text, Title } from '@mantine/core';
import type { DataQuality } from '../../src/contract/intake.ts';
import { formatNumber } from '../app/format.ts';

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
        Points outside the force
      </Title>
      <Table className="dense" maw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Point (easting, northing)</Table.Th>
            <Table.Th className="number">Incidents</Table.Th>
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
      <Text size="sm">
        {formatNumber(records)} of the {formatNumber(outsideForce ?? 0)} incidents outside are
        listed. They stay in totals and are left out of hot spots within the boundary.
      </Text>
    </section>
  );
}
