import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReviewRow } from '../../src/contract/rules.ts';
import { formatMoment } from '../app/format.ts';
import { t } from '../words/t.ts';
import { confidenceText } from './rule-words.ts';
import { SpaceMark } from './SpaceMark.tsx';
import { WhyButton } from './WhyRecord.tsx';

/** What there is to decide one record by. Its free text is shown here and leaves in nothing. */
export function ReviewDetail({ row }: { row: ReviewRow }) {
  const facts: readonly (readonly [string, string])[] = [
    [t('fact.recorded'), formatMoment(row.recordedOn)],
    [t('fact.locationType'), row.locationType],
    [t('fact.locationText'), row.locationText],
    [t('fact.restsOn'), confidenceText(row.confidence)],
    [t('fact.relationship'), row.relationship],
    [t('fact.platformRecorded'), row.platform],
    [t('fact.platformHint'), row.platformHint],
  ];
  return (
    <Paper withBorder p="sm" component="aside" aria-label={t('fact.inView')}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {row.offence || t('fact.noOffence')}
        </Title>
        <Text size="sm">
          {row.online && <SpaceMark space="online" />}{' '}
          <SpaceMark space={row.space} subtype={row.subtype} />
          {row.decided ? ` · ${t('fact.decided')}` : ''}
        </Text>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || t('fact.notRecorded')}</dd>
            </div>
          ))}
        </dl>
        <div>
          <Text size="sm" fw={600}>
            {t('fact.freeText')}
          </Text>
          <Text size="sm" className="free-text">
            {row.summary || t('fact.noFreeText')}
          </Text>
          <Text size="xs" c="dimmed">
            {t('fact.shownHere')}
          </Text>
        </div>
        <div>
          <Text size="sm">{row.because}</Text>
          <WhyButton incident={row.incident} label={t('why.title')} />
        </div>
      </Stack>
    </Paper>
  );
}
