import { Badge, Button, Text, Title } from '@mantine/core';
import type { NextStep, NextStepKind } from '../../src/domain/profile/next-steps.ts';
import type { ScreenName } from '../app/rooms.ts';
import { useWorkbench } from '../app/workbench.tsx';
import type { Within } from '../app/workbench-state.ts';
import { t } from '../words/t.ts';

/** The screen that deals with each step. */
const leadsTo: Readonly<Record<NextStepKind, readonly [ScreenName, Within]>> = {
  'import-first': ['data', { tab: 'import' }],
  'data-due': ['data', { tab: 'import' }],
  classify: ['data', { tab: 'import' }],
  stale: ['profile', { tab: 'stale' }],
  'review-past': ['profile', { tab: 'review' }],
  'review-soon': ['profile', { tab: 'review' }],
  'review-not-set': ['profile', { tab: 'terms' }],
  unmatched: ['rules', { tab: 'unmatched' }],
  'confirm-places': ['data', { tab: 'places' }],
  'find-places': ['map', { tab: 'runs' }],
  comments: ['profile', { tab: 'review' }],
  checklists: ['profile', { tab: 'checklist' }],
  sign: ['profile', { tab: 'review' }],
  publish: ['profile', { tab: 'versions' }],
};

/** What is to be done next, each with the way to the screen that deals with it; what rests on figures comes later. */
export function NextSteps(props: { steps: readonly NextStep[]; isWaiting: boolean }) {
  const { steps, isWaiting } = props;
  const { show } = useWorkbench();
  return (
    <section aria-labelledby="what-is-next">
      <Title order={2} size="h4" mb="xs" id="what-is-next">
        {t('next.title')}
      </Title>
      {steps.length > 0 && (
        <ul className="next-steps">
          {steps.map(({ kind, urgency, count, records, on }) => (
            <li key={kind}>
              <Badge color="orange.9" variant={urgency === 'now' ? 'filled' : 'default'}>
                {t(`next.${urgency}`)}
              </Badge>
              <Text>{t(`next.${kind}`, { count, records, on })}</Text>
              <Button size="xs" variant="default" onClick={() => show(...leadsTo[kind])}>
                {t(`go.${kind}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {isWaiting && (
          <Text c="dimmed" size="sm">
            {t('next.waiting')}
          </Text>
        )}
        {!isWaiting && steps.length === 0 && <Text>{t('next.nothing')}</Text>}
      </div>
    </section>
  );
}
