import { Table, Text, Title } from '@mantine/core';
import { formatNumber } from '../app/format.ts';
import type { MapCells } from '../map/cells-of-run.ts';
import type { CellFacts } from '../map/hot-spot-map.ts';

const shown = 20;

function boundInWords(bin: number): string {
  const bound = { 3: '1 in 100', 2: '5 in 100', 1: '10 in 100' }[Math.abs(bin)];
  return bound === undefined ? 'not hot' : `${bin > 0 ? 'hot' : 'cold'}, ${bound}`;
}

/** The cell that was clicked, and the cells with most records as a table: the map for those who cannot see it. */
export function TopCells({ cells, picked }: { cells: MapCells | null; picked: CellFacts | null }) {
  const order =
    cells === null
      ? []
      : Array.from(cells.counts.keys())
          .sort((a, b) => (cells.counts[b] ?? 0) - (cells.counts[a] ?? 0))
          .slice(0, shown);
  const score = (z: number) => (Number.isNaN(z) ? '-' : z.toFixed(1));
  return (
    <aside className="side" aria-label="Cells">
      {picked !== null && (
        <Text mb="sm" role="status">
          This cell: {formatNumber(picked.count)} records, z {score(picked.z)},{' '}
          {boundInWords(picked.bin)} by chance.
        </Text>
      )}
      <Title order={1} size="h4">
        The {shown} cells with most records
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        Internal view: small numbers are not suppressed here.
      </Text>
      <Table verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="number">Records</Table.Th>
            <Table.Th className="number">z</Table.Th>
            <Table.Th>By chance</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.map((cell) => (
            <Table.Tr key={cell}>
              <Table.Td className="number">{formatNumber(cells?.counts[cell] ?? 0)}</Table.Td>
              <Table.Td className="number">{score(cells?.z[cell] ?? Number.NaN)}</Table.Td>
              <Table.Td>{boundInWords(cells?.bins[cell] ?? 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </aside>
  );
}
