import { Checkbox, Table } from '@mantine/core';
import { useEffect } from 'react';
import type { ReviewRow } from '../../src/contract/rules.ts';
import { t } from '../words/t.ts';
import { tierText } from './rule-words.ts';
import { SpaceMark } from './SpaceMark.tsx';
import type { Review } from './use-review.ts';

/** The records of the queue; one is looked at, any number are chosen. */
export function ReviewRows({ review }: { review: Review }) {
  const { rows, cursor, chosen } = review;
  const inView = rows[cursor]?.incident;
  useEffect(() => {
    document.getElementById(`review-${inView}`)?.scrollIntoView({ block: 'nearest' });
  }, [inView]);
  return (
    <div className="scroll-x tall">
      <Table className="dense wrapped" stickyHeader aria-label={t('review.records')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Checkbox
                size="xs"
                aria-label={t('review.chooseAll')}
                checked={chosen.size === rows.length}
                indeterminate={chosen.size > 0 && chosen.size < rows.length}
                onChange={(event) =>
                  review.choose(event.currentTarget.checked ? rows.map((row) => row.incident) : [])
                }
              />
            </Table.Th>
            <Table.Th>{t('fact.recorded')}</Table.Th>
            <Table.Th>{t('find.offence')}</Table.Th>
            <Table.Th>{t('review.place')}</Table.Th>
            <Table.Th>{t('question.vawg')}</Table.Th>
            <Table.Th>{t('fact.space')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, place) => (
            <Row
              key={row.incident}
              row={row}
              isCurrent={place === cursor}
              isChosen={chosen.has(row.incident)}
              isPending={review.pending.has(row.incident)}
              look={(extend) => review.look(place, extend)}
              toggle={() => review.toggle(place)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row(props: {
  row: ReviewRow;
  isCurrent: boolean;
  isChosen: boolean;
  isPending: boolean;
  look: (extend: boolean) => void;
  toggle: () => void;
}) {
  const { row, isCurrent, isChosen } = props;
  return (
    <Table.Tr
      id={`review-${row.incident}`}
      aria-current={isCurrent}
      data-chosen={isChosen}
      opacity={props.isPending ? 0.4 : 1}
      onClick={(event) => props.look(event.shiftKey)}
    >
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={t('review.choose', { record: String(row.incident) })}
          checked={isChosen}
          onClick={(event) => {
            event.stopPropagation();
            if (event.shiftKey) props.look(true);
            else props.toggle();
          }}
          onChange={() => undefined}
        />
      </Table.Td>
      <Table.Td className="unbroken">{row.recordedOn.slice(0, 10)}</Table.Td>
      <Table.Td>{row.offence || '-'}</Table.Td>
      <Table.Td>{[row.locationType, row.locationText].filter(Boolean).join(' · ') || '-'}</Table.Td>
      <Table.Td>{tierText(row.tier)}</Table.Td>
      <Table.Td>
        {row.online && <SpaceMark space="online" />}{' '}
        <SpaceMark space={row.space} subtype={row.subtype} />
      </Table.Td>
    </Table.Tr>
  );
}
