import { Table } from '@mantine/core';
import type { HarmRanking } from '../../src/contract/rules.ts';
import { formatNumber } from '../app/format.ts';

const unitWords = {
  cells: 'Cell (centre, metres east and north)',
  areas: 'Area',
  offences: 'Offence',
  addresses: 'Address (keyed number)',
  victims: 'Victim (keyed number)',
  suspects: 'Suspect (keyed number)',
} as const;
export type HarmUnit = keyof typeof unitWords;

/** Units with their count and both harms, each with its rank, and what to be careful with. */
export function HarmTable(props: {
  rows: HarmRanking['rows'];
  by: HarmUnit;
  hasCambridge: boolean;
}) {
  const { rows, by, hasCambridge } = props;
  return (
    <div className="scroll-x">
      <Table className="dense wrapped" stickyHeader aria-label="Units ranked by count and by harm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{unitWords[by]}</Table.Th>
            <Table.Th className="number">Count</Table.Th>
            <Table.Th className="number">Rank</Table.Th>
            <Table.Th className="number">ONS severity</Table.Th>
            <Table.Th className="number">Rank</Table.Th>
            {hasCambridge && <Table.Th className="number">Cambridge days</Table.Th>}
            {hasCambridge && <Table.Th className="number">Rank</Table.Th>}
            <Table.Th className="number">
              {hasCambridge ? 'No weight, ONS / Cambridge' : 'No weight'}
            </Table.Th>
            {by !== 'offences' && <Table.Th>Most ONS harm from</Table.Th>}
            {by !== 'offences' && hasCambridge && <Table.Th>Most Cambridge harm from</Table.Th>}
            <Table.Th>Read with care</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.unit}>
              <Table.Td>{row.unit}</Table.Td>
              <Table.Td className="number">{formatNumber(row.count)}</Table.Td>
              <Table.Td className="number">{formatNumber(row.countRank)}</Table.Td>
              <Table.Td className="number">{wholeText(row.severity)}</Table.Td>
              <Table.Td className="number">{wholeText(row.severityRank)}</Table.Td>
              {hasCambridge && (
                <Table.Td className="number">{wholeText(row.cambridgeDays)}</Table.Td>
              )}
              {hasCambridge && (
                <Table.Td className="number">{wholeText(row.cambridgeRank)}</Table.Td>
              )}
              <Table.Td className="number unbroken">
                {formatNumber(row.unweightedSeverity)}
                {hasCambridge ? ` / ${formatNumber(row.unweightedCambridge)}` : ''}
              </Table.Td>
              {by !== 'offences' && <Table.Td>{row.topOffence.severity}</Table.Td>}
              {by !== 'offences' && hasCambridge && <Table.Td>{row.topOffence.cambridge}</Table.Td>}
              <Table.Td>{row.cautions.join('; ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function wholeText(value: number | null): string {
  return value === null ? '-' : formatNumber(Math.round(value));
}
