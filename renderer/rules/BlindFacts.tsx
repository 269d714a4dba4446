import { Paper, Text } from '@mantine/core';
import type { BlindRecord } from '../../src/contract/rules.ts';
import { formatMoment } from '../app/format.ts';
import { t } from '../words/t.ts';

/** What a coder sees of a record. */
export function BlindFacts({ record }: { record: BlindRecord }) {
  const title = record.offenceTitle || t('fact.noTitle');
  const code = record.offenceCode;
  const facts: readonly (readonly [string, string])[] = [
    [t('fact.written'), code === '' ? title : t('fact.withCode', { title, code })],
    [t('fact.recorded'), formatMoment(record.recordedOn)],
    [t('fact.committedFrom'), formatMoment(record.occurredFrom)],
    [t('fact.locationType'), record.locationType],
    [t('fact.locationText'), record.locationText],
    [t('fact.platform'), record.platform],
    [t('fact.relationship'), record.relationship],
    [t('fact.victims'), record.victims],
    [t('fact.flags'), record.flags],
  ];
  return (
    <Paper withBorder p="md" role="region" aria-label={t('fact.toCode')}>
      <dl className="facts wide">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || t('fact.notRecorded')}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" fw={600} mt="xs">
        {t('fact.freeText')}
      </Text>
      <Text size="sm" className="free-text">
        {record.summary || t('fact.noFreeText')}
      </Text>
    </Paper>
  );
}
