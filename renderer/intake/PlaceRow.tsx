import { Button, Group, Table } from '@mantine/core';
import type { MatchedPlace } from '../../src/contract/intake.ts';
import { formatNumber } from '../app/format.ts';
import { t } from '../words/t.ts';

/** One text and the place it was taken for, with the analyst's decision. */
export function PlaceRow(props: {
  place: MatchedPlace;
  isReader: boolean;
  decide: (decision: MatchedPlace['decision']) => void;
}) {
  const { place, isReader, decide } = props;
  return (
    <Table.Tr>
      <Table.Td>{place.text}</Table.Td>
      <Table.Td className="number">{formatNumber(place.records)}</Table.Td>
      <Table.Td>{place.matched ?? '-'}</Table.Td>
      <Table.Td>{place.because}</Table.Td>
      <Table.Td>
        {place.decision === null ? (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              disabled={isReader || place.matched === null}
              aria-label={t('taken.acceptFor', { place: place.matched ?? '', text: place.text })}
              onClick={() => decide('accepted')}
            >
              {t('taken.accept')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isReader || place.matched === null}
              aria-label={t('taken.refuseFor', { place: place.matched ?? '', text: place.text })}
              onClick={() => decide('refused')}
            >
              {t('taken.refuse')}
            </Button>
          </Group>
        ) : (
          <Group gap={4} wrap="nowrap">
            {t(`taken.${place.decision}`)}
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={isReader}
              onClick={() => decide(null)}
            >
              {t('common.undo')}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
