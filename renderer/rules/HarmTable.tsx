import { Table } from '@mantine/core';
import type { HarmRanking } from '../../src/contract/rules.ts';
import { formatNumber } from '../app/format.ts';
import { t } from '../words/t.ts';

export type HarmUnit = 'cells' | 'areas' | 'offences' | 'addresses' | 'victims' | 'suspects';

/** Units with their count and both harms, each with its rank, and what to be careful with. */
export function HarmTable(props: {
  rows: HarmRanking['rows'];
  by: HarmUnit;
  hasCambridge: boolean;
}) {
  const { rows, by, hasCambridge } = props;
  return (
    <div className="scroll-x">
      <Table className="dense wrapped" stickyHeader aria-label={t('harm.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`harm.unit.${by}`)}</Table.Th>
            <Table.Th className="number">{t('harm.count')}</Table.Th>
            <Table.Th className="number">{t('harm.rankNumber')}</Table.Th>
            <Table.Th className="number">{t('harm.ons')}</Table.Th>
            <Table.Th className="number">{t('harm.rankNumber')}</Table.Th>
            {hasCambridge && <Table.Th className="number">{t('harm.days')}</Table.Th>}
            {hasCambridge && <Table.Th className="number">{t('harm.rankNumber')}</Table.Th>}
            <Table.Th className="number">
              {t(hasCambridge ? 'harm.noWeightBoth' : 'harm.noWeight')}
            </Table.Th>
            {by !== 'offences' && <Table.Th>{t('harm.mostOns')}</Table.Th>}
            {by !== 'offences' && hasCambridge && <Table.Th>{t('harm.mostCambridge')}</Table.Th>}
            <Table.Th>{t('harm.care')}</Table.Th>
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
