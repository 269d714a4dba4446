import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RuleExamples, RulesInForce } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { RecordLines } from './RecordLines.tsx';

/** Some of the records that a rule in force decides now. */
export function ExamplesOfRule({ rule, inForce }: { rule: string; inForce: RulesInForce }) {
  const { take } = useWorkbench();
  const [found, setFound] = useState<RuleExamples | null>(null);
  useEffect(() => {
    void ask('ruleExamples', { rule, limit: 20 }).then((outcome) => setFound(take(outcome)));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- take only tells of a failure
  }, [rule, inForce]);
  if (!inForce.set.rules.some(({ id }) => id === rule)) {
    return (
      <Text size="sm" c="dimmed">
        A new rule decides nothing before it is saved; the draft's table shows what it would take.
      </Text>
    );
  }
  if (found === null) return <Text size="sm">Reading…</Text>;
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
