import { Table, Text, Title } from '@mantine/core';
import type { DataQuality } from '../../src/contract/intake.ts';
import { formatNumber, formatShare } from '../app/format.ts';

const shown = 20;

/** Single points that hold suspiciously many records: default positions of a records system, or shared points. */
export function SuspectPositions({ positions }: { positions: DataQuality['positions'] }) {
  const { suspects, records } = positions;
  if (suspects.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4">
        Points with suspiciously many records
      </Title>
      <Table className="dense" maw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Point (easting, northing)</Table.Th>
            <Table.Th className="number">Records</Table.Th>
            <Table.Th className="number">Share</Table.Th>
            <Table.Th>Looks like</Table.Th>
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
                  ? `a default position: ${point.venue ?? ''}`
                  : `a shared point${point.venue === null ? '' : ` near ${point.venue}`}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {suspects.length > shown && <Text size="sm">and {suspects.length - shown} more</Text>}
    </section>
  );
}
