import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReviewRow } from '../../src/contract/rules.ts';
import { confidenceText } from './rule-words.ts';
import { SpaceMark } from './SpaceMark.tsx';
import { WhyButton } from './WhyRecord.tsx';

/** What there is to decide one record by. Its free text is shown here and leaves in nothing. */
export function ReviewDetail({ row }: { row: ReviewRow }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Recorded', row.recordedOn.replace('T', ' ')],
    ['Location type', row.locationType],
    ['Location text', row.locationText],
    ['Rests on', confidenceText(row.confidence)],
    ['Relationship', row.relationship],
    ['Platform recorded', row.platform],
    ['Platform in the text', row.platformHint],
  ];
  return (
    <Paper withBorder p="sm" component="aside" aria-label="The record in view">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {row.offence || 'No offence on the list'}
        </Title>
        <Text size="sm">
          {row.online && <SpaceMark space="online" />}{' '}
          <SpaceMark space={row.space} subtype={row.subtype} />
          {row.decided ? ' · decided by an analyst' : ''}
        </Text>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || 'not recorded'}</dd>
            </div>
          ))}
        </dl>
        <div>
          <Text size="sm" fw={600}>
            Free text
          </Text>
          <Text size="sm" className="free-text">
            {row.summary || 'The record has no free text.'}
          </Text>
          <Text size="xs" c="dimmed">
            Shown here only; it leaves in no product.
          </Text>
        </div>
        <div>
          <Text size="sm">{row.because}</Text>
          <WhyButton incident={row.incident} label="Why is this here?" />
        </div>
      </Stack>
    </Paper>
  );
}
