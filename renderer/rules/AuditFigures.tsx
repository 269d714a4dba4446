import { Table, Text } from '@mantine/core';
import type { AuditResult } from '../../src/contract/rules.ts';
import type { Estimate } from '../../src/domain/vawg/audit-result.ts';
import { formatNumber, formatShare } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { questionHeadings } from './rule-words.ts';

/** Fewer than these say little, whatever the interval. */
const fewRecords = 20;

/** What an audit says: how far the coders agree, and how far the rules agree with both, with 95 % intervals. */
export function AuditFigures({ result, both }: { result: AuditResult; both: number }) {
  const { summary } = useWorkbench();
  const { precision, missedOnline, missedVawg } = result;
  const estimates: readonly (readonly [string, Estimate])[] = [
    [
      'Of the records that the rules put in VAWG, those that both coders put there too',
      precision.vawg,
    ],
    ['Of those that the rules call online', precision.online],
    ['Of those that the rules call private', precision.private],
    ['Of those that the rules call public', precision.public],
    ['Of the records that both coders call online, those that the rules missed', missedOnline],
    ['Of the records that both coders call VAWG, those that the rules missed', missedVawg],
  ];
  return (
    <>
      <div className="side-by-side audit-figures">
        <Table className="dense wrapped" aria-label="Agreement of the coders">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>The two coders</Table.Th>
              <Table.Th className="number">Same</Table.Th>
              <Table.Th className="number">Of</Table.Th>
              <Table.Th className="number">Share</Table.Th>
              <Table.Th className="number">Kappa</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {questionHeadings.map(([question, heading]) => {
              const { same, of, kappa } = result.agreement[question];
              return (
                <Table.Tr key={question}>
                  <Table.Td>{heading}</Table.Td>
                  <Table.Td className="number">{formatNumber(same)}</Table.Td>
                  <Table.Td className="number">{formatNumber(of)}</Table.Td>
                  <Table.Td className="number">{formatShare(same, of)}</Table.Td>
                  <Table.Td className="number">{kappa === null ? '-' : kappa.toFixed(2)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <Table className="dense wrapped" aria-label="The rules against both coders">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>The rules against both coders</Table.Th>
              <Table.Th className="number">Records</Table.Th>
              <Table.Th className="number">Share (95 % interval)</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {estimates.map(([words, estimate]) => (
              <Table.Tr key={words}>
                <Table.Td>{words}</Table.Td>
                <Table.Td className="number unbroken">
                  {formatNumber(estimate.hits)} of {formatNumber(estimate.of)}
                </Table.Td>
                <Table.Td className="number unbroken">{estimateText(estimate)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {both < fewRecords
          ? `Fewer than ${fewRecords} records are coded by both: read with care. `
          : ''}
        {result.decided > 0
          ? `On ${formatNumber(result.decided)} records an analyst decided in place of the rules; those answers are not held against the rules. `
          : ''}
        Kappa is agreement beyond what chance alone would give; it stands empty where both coders
        gave one answer throughout.{' '}
        {summary?.isSample === true
          ? "These records are made up: precision on made-up data proves nothing about a force's own."
          : "Precision measured here holds for this workspace's records and its rules in force; figures from made-up data or another force prove nothing about your own."}
      </Text>
    </>
  );
}

function estimateText({ share, low, high }: Estimate): string {
  if (share === null || low === null || high === null) return 'no records to tell';
  const percent = (value: number) => (100 * value).toFixed(0);
  return `${(100 * share).toFixed(1)} % (${percent(low)} to ${percent(high)})`;
}
