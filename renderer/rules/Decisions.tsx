import { Button, Table, Text, Title } from '@mantine/core';
import { formatMoment, formatNumber } from '../app/format.ts';
import { Listed } from '../app/Listed.tsx';
import { t } from '../words/t.ts';
import type { Review } from './use-review.ts';

/** Every decision, the latest first, and the way to take each back. */
export function Decisions({ review, isReader }: { review: Review; isReader: boolean }) {
  const { decisions } = review;
  return (
    <section aria-label={t('decisions.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('decisions.title')}
      </Title>
      {decisions.length === 0 ? (
        <Text c="dimmed">{t('decisions.none')}</Text>
      ) : (
        <Listed items={decisions} textOf={({ at, by, what, why }) => `${at} ${by} ${what} ${why}`}>
          {(shown) => (
            <Table verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('batch.when')}</Table.Th>
                  <Table.Th>{t('ruleVersions.by')}</Table.Th>
                  <Table.Th className="number">{t('audit.records')}</Table.Th>
                  <Table.Th>{t('taken.decision')}</Table.Th>
                  <Table.Th>{t('decisions.reason')}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((kept) => (
                  <Table.Tr key={kept.decision} opacity={kept.undone ? 0.6 : 1}>
                    <Table.Td className="unbroken">{formatMoment(kept.at)}</Table.Td>
                    <Table.Td>{kept.by}</Table.Td>
                    <Table.Td className="number">{formatNumber(kept.records)}</Table.Td>
                    <Table.Td>{kept.what}</Table.Td>
                    <Table.Td>{kept.why || '-'}</Table.Td>
                    <Table.Td ta="right">
                      {kept.undone ? (
                        t('batch.takenBack')
                      ) : (
                        <Button
                          size="compact-sm"
                          variant="default"
                          disabled={isReader}
                          aria-label={t('decisions.undoOf', { decision: String(kept.decision) })}
                          onClick={() => review.undo(kept.decision, kept.what)}
                        >
                          {t('common.undo')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Listed>
      )}
    </section>
  );
}
