import { Progress, Table, Text, Title } from '@mantine/core';
import type { SourceQualityReport } from '../../src/contract/intake.ts';
import { formatShare, reasonText } from '../app/format.ts';
import { warningText } from '../app/intake-words.ts';
import { t } from '../words/t.ts';

const ways = ['coordinates', 'grid-reference', 'postcode', 'place', 'area-only', 'none'] as const;

/** One source: its rows, how its records are located, and what is known of them. */
export function SourceQuality({ source }: { source: SourceQualityReport }) {
  const { located, records } = source;
  const placed = ways.filter((way) => located[way] > 0);
  const lines = [
    ...(source.period === null
      ? []
      : placed.map((way) => ({
          what: t(`quality.by.${way}`),
          known: located[way],
          of: records,
        }))),
    ...source.shares.map(({ what, known, of }) => ({
      what: t('quality.recorded', { what }),
      known,
      of,
    })),
  ];
  const notes = [
    ...Object.entries(source.reasons).map(([reason, count]) =>
      t('quality.rejected', { count, reason: reasonText(reason) }),
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
        {source.period === null ? '' : `${t('common.period', source.period)}; `}
        {t('quality.source', {
          files: t('common.files', { count: source.files }),
          rows: t('quality.rowsRead', { count: source.rows }),
          kept: source.kept,
          rejected: source.rejected,
          records: t('common.records', { count: records }),
        })}
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
                <Table.Td className="number">{t('common.some', { some: known, all: of })}</Table.Td>
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
  const words = t(`kindShort.${kind}`);
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return preset === kind ? name : t('plan.kind', { kind: name, preset });
}
