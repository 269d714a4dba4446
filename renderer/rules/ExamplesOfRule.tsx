import { Text } from '@mantine/core';
import type { RulesInForce } from '../../src/contract/rules.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { RecordLines } from './RecordLines.tsx';

/** Some of the records that a rule in force decides now. */
export function ExamplesOfRule({ rule, inForce }: { rule: string; inForce: RulesInForce }) {
  const asked = useCall('ruleExamples', { rule, limit: 20 }, { since: inForce.set.version });
  if (!inForce.set.rules.some(({ id }) => id === rule)) {
    return (
      <Text size="sm" c="dimmed">
        A new rule decides nothing before it is saved; the draft's table shows what it would take.
      </Text>
    );
  }
  const found = asked.value;
  if (found === null || !asked.isCurrent) return <Text size="sm">Reading…</Text>;
  if (found.count === 0) {
    return (
      <Text size="sm" c="dimmed">
        This rule decides no record now.
      </Text>
    );
  }
  return (
    <div className="examples">
      <Text size="xs" c="dimmed">
        {found.examples.length} of {formatNumber(found.count)} records that this rule decides under
        the version in force.
      </Text>
      <RecordLines lines={found.examples} />
    </div>
  );
}
