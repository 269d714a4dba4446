import { Table, Text } from '@mantine/core';
import type { AuditResult } from '../../src/contract/rules.ts';
import type { Estimate } from '../../src/domain/vawg/audit-result.ts';
import { formatDecimal, formatNumber, formatShare } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { questionHeadings } from './rule-words.ts';

/** Fewer than these say little, whatever the interval. */
const fewRecords = 20;

/** What an audit says: how far the coders agree, and how far the rules agree with both, with 95 % intervals. */
export function AuditFigures({ result, both }: { result: AuditResult; both: number }) {
  const { summary } = useWorkbench();
  const { precision, missedOnline, missedVawg } = result;
  const estimates: readonly (readonly [string, Estimate])[] = [
    [t('audit.vawg'), precision.vawg],
    [t('audit.online'), precision.online],
    [t('audit.private'), precision.private],
    [t('audit.public'), precision.public],
    [t('audit.missedOnline'), missedOnline],
    [t('audit.missedVawg'), missedVawg],
  ];
  return (
    <>
      <div className="side-by-side audit-figures">
        <Table className="dense wrapped" aria-label={t('audit.agreement')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('audit.coders')}</Table.Th>
              <Table.Th className="number">{t('audit.same')}</Table.Th>
              <Table.Th className="number">{t('audit.of')}</Table.Th>
              <Table.Th className="number">{t('audit.share')}</Table.Th>
              <Table.Th className="number">{t('audit.kappa')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {questionHeadings.map(([question, heading]) => {
              const { same, of, kappa } = result.agreement[question];
              return (
                <Table.Tr key={question}>
                  <Table.Td>{t(heading)}</Table.Td>
                  <Table.Td className="number">{formatNumber(same)}</Table.Td>
                  <Table.Td className="number">{formatNumber(of)}</Table.Td>
                  <Table.Td className="number">{formatShare(same, of)}</Table.Td>
                  <Table.Td className="number">
                    {kappa === null ? '-' : formatDecimal(kappa, 2)}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <Table className="dense wrapped" aria-label={t('audit.against')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('audit.against')}</Table.Th>
              <Table.Th className="number">{t('audit.records')}</Table.Th>
              <Table.Th className="number">{t('audit.interval')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {estimates.map(([words, estimate]) => (
              <Table.Tr key={words}>
                <Table.Td>{words}</Table.Td>
                <Table.Td className="number unbroken">
                  {t('common.some', { some: estimate.hits, all: estimate.of })}
                </Table.Td>
                <Table.Td className="number unbroken">{estimateText(estimate)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {both < fewRecords ? `${t('audit.few', { count: fewRecords })} ` : ''}
        {result.decided > 0 ? `${t('audit.decided', { count: result.decided })} ` : ''}
        {t('audit.kappaText')} {t(summary?.isSample === true ? 'audit.madeUp' : 'audit.holdsHere')}
      </Text>
    </>
  );
}

function estimateText({ share, low, high }: Estimate): string {
  if (share === null || low === null || high === null) return t('audit.noRecords');
  return t('audit.estimate', {
    share: formatDecimal(100 * share, 1),
    low: formatDecimal(100 * low, 0),
    high: formatDecimal(100 * high, 0),
  });
}
