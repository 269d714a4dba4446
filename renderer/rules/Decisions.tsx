import { Button, Table, Text, Title } from '@mantine/core';
import { formatNumber } from '../app/format.ts';
import type { Review } from './use-review.ts';

/** More lines than this help nobody; their number is told. */
const shown = 100;

/** Every decision, the latest first, and the way to take each back. */
export function Decisions({ review, isReader }: { review: Review; isReader: boolean }) {
  const { decisions } = review;
  return (
    <section aria-label="Decisions made">
      <Title order={2} size="h4" mb="xs">
        Decisions made
      </Title>
      {decisions.length === 0 ? (
        <Text c="dimmed">
          None yet. A decision outranks the rules, whatever version is in force, until it is taken
          back.
        </Text>
      ) : (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>By</Table.Th>
              <Table.Th className="number">Records</Table.Th>
              <Table.Th>Decision</Table.Th>
              <Table.Th>Reason</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {decisions.slice(0, shown).map((kept) => (
              <Table.Tr key={kept.decision} opacity={kept.undone ? 0.6 : 1}>
                <Table.Td className="unbroken">{kept.at.slice(0, 16).replace('T', ' ')}</Table.Td>
                <Table.Td>{kept.by}</Table.Td>
                <Table.Td className="number">{formatNumber(kept.records)}</Table.Td>
                <Table.Td>{kept.what}</Table.Td>
                <Table.Td>{kept.why || '-'}</Table.Td>
                <Table.Td ta="right">
                  {kept.undone ? (
                    'taken back'
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={isReader}
                      aria-label={`Undo decision ${kept.decision}`}
                      onClick={() => review.undo(kept.decision, kept.what)}
                    >
                      Undo
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {decisions.length > shown && (
        <Text size="sm">and {formatNumber(decisions.length - shown)} earlier ones</Text>
      )}
    </section>
  );
}
