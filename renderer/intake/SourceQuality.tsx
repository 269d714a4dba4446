import { Progress, Table, Text, Title } from '@mantine/core';
import type { SourceQualityReport } from '../../src/contract/intake.ts';
import { formatNumber, formatShare, reasonText } from '../app/format.ts';
import { warningText } from '../app/intake-words.ts';

const ways = [
  ['coordinates', 'located by own coordinates'],
  ['postcode', 'located by postcode'],
  ['place', 'located by the name of a place'],
  ['area-only', 'known by area only'],
  ['none', 'not located'],
] as const;

/** One source: its rows, how its records are located, and what is known of them. */
export function SourceQuality({ source }: { source: SourceQualityReport }) {
  const { located, records } = source;
  const placed = ways.filter(([way]) => located[way] > 0);
  const lines = [
    ...(source.period === null
      ? []
      : placed.map(([way, words]) => ({ what: words, known: located[way], of: records }))),
    ...source.shares.map(({ what, known, of }) => ({ what: `${what} recorded`, known, of })),
  ];
  const notes = [
    ...Object.entries(source.reasons).map(
      ([reason, count]) => `${formatNumber(count)} rejected: ${reasonText(reason)}`,
    ),
    ...Object.entries(source.warnings).map(([code, count]) =>
      count > 1 ? warningText(`${code}: ${count}`) : warningText(code),
    ),
  ];
  return (
    <section>
      <Title order={2} size="h4">
        {titleOf(source)}
      </Title>
      <Text size="sm">
        {source.period === null ? '' : `${source.period.from} to ${source.period.to}; `}
        {formatNumber(source.files)} {source.files === 1 ? 'file' : 'files'},{' '}
        {formatNumber(source.rows)} rows read, {formatNumber(source.kept)} kept,{' '}
        {formatNumber(source.rejected)} rejected; {formatNumber(records)} records now.
        {notes.length > 0 ? ` ${notes.join('; ')}.` : ''}
      </Text>
      {lines.length > 0 && (
        <Table className="dense" maw={720}>
          <Table.Tbody>
            {lines.map(({ what, known, of }) => (
              <Table.Tr key={what}>
                <Table.Td w={260}>{what}</Table.Td>
                <Table.Td w={240}>
                  <Progress
                    value={of === 0 ? 0 : (100 * known) / of}
                    aria-label={`${what}: ${formatShare(known, of)}`}
                  />
                </Table.Td>
                <Table.Td className="number">{formatShare(known, of)}</Table.Td>
                <Table.Td className="number">
                  {formatNumber(known)} of {formatNumber(of)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

/** A preset that has the name of its kind is not said twice. */
function titleOf({ kind, preset }: SourceQualityReport): string {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  return preset === kind ? name : `${name} (${preset})`;
}
