import { Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { Decisions } from './Decisions.tsx';
import { Pager } from './Pager.tsx';
import { ReviewActions } from './ReviewActions.tsx';
import { ReviewDetail } from './ReviewDetail.tsx';
import { ReviewRows } from './ReviewRows.tsx';
import { decisionOf, stepOf } from './review-keys.ts';
import { isUndoKey, useKeys } from './use-keys.ts';
import { type About, reviewPageRows, useReview } from './use-review.ts';

const abouts: readonly About[] = [
  'unclassified',
  'low-confidence',
  'platform-hint',
  'unmatched',
  'decided',
];

/** Records that the rules could not place well, to be decided one by one or several at once. */
export function ReviewPanel() {
  const { summary } = useWorkbench();
  const review = useReview();
  const [why, setWhy] = useState('');
  const isReader = summary?.access === 'reader';
  const { queue, rows, cursor } = review;
  // What matched nothing is in no tier of VAWG, and open data never is.
  const asksVawg =
    review.about !== 'unmatched' && (summary?.classification?.vawg['total'] ?? 0) > 0;
  useKeys((event) => {
    const step = stepOf(event);
    const decision = decisionOf(event);
    if (step !== 0 && rows.length > 0) review.look(cursor + step, event.shiftKey);
    else if (event.key === ' ' && !(event.target instanceof HTMLInputElement)) {
      if (event.target instanceof HTMLButtonElement) return;
      review.toggle(cursor);
    } else if (isReader) return;
    else if (isUndoKey(event)) review.undoLast();
    else if (decision !== undefined) review.decide(decision.answer, decision.words, why);
    else return;
    event.preventDefault();
  });
  return (
    <Stack gap="sm">
      <Group>
        <SegmentedControl
          aria-label={t('review.what')}
          data={abouts.map((about) => ({ value: about, label: t(`review.about.${about}`) }))}
          value={review.about}
          onChange={(about) => review.show({ about })}
        />
        <Switch
          label={t('review.onlyVawg')}
          checked={asksVawg && review.onlyVawg}
          disabled={!asksVawg}
          onChange={(event) => review.show({ onlyVawg: event.currentTarget.checked })}
        />
        <Text size="sm" role="status">
          {queue === null ? t('common.reading') : t('common.records', { count: queue.total })}
          {review.chosen.size > 0 ? `, ${t('review.chosen', { count: review.chosen.size })}` : ''}
        </Text>
      </Group>
      <ReviewActions review={review} isReader={isReader} why={why} setWhy={setWhy} />
      {queue !== null && rows.length === 0 && (
        <Text c="dimmed">
          {t(summary?.counts.incidents === 0 ? 'review.noIncidents' : 'review.nothing')}
        </Text>
      )}
      {rows.length > 0 && (
        <div className="review">
          <div>
            <ReviewRows review={review} />
            <Pager
              after={review.skip}
              pageRows={reviewPageRows}
              total={queue?.total ?? 0}
              go={(skip) => review.show({ skip })}
            />
          </div>
          {review.current !== null && <ReviewDetail row={review.current} />}
        </div>
      )}
      <Decisions review={review} isReader={isReader} />
    </Stack>
  );
}
