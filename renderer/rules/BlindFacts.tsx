import { Paper, Text } from '@mantine/core';
import type { BlindRecord } from '../../src/contract/rules.ts';

/** What a coder sees of a record. */
export function BlindFacts({ record }: { record: BlindRecord }) {
  const code = record.offenceCode === '' ? '' : ` (${record.offenceCode})`;
  const facts: readonly (readonly [string, string])[] = [
    ['Offence as written', `${record.offenceTitle || 'no title'}${code}`],
    ['Recorded', record.recordedOn.replace('T', ' ')],
    ['Committed from', record.occurredFrom.replace('T', ' ')],
    ['Location type', record.locationType],
    ['Location text', record.locationText],
    ['Platform', record.platform],
    ['Relationship', record.relationship],
    ['Victims', record.victims],
    ['Flags', record.flags],
  ];
  return (
    <Paper withBorder p="md" role="region" aria-label="The record to code">
      <dl className="facts wide">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || 'not recorded'}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" fw={600} mt="xs">
        Free text
      </Text>
      <Text size="sm" className="free-text">
        {record.summary || 'The record has no free text.'}
      </Text>
    </Paper>
  );
}
