import { Text } from '@mantine/core';
import type { RulesInForce } from '../../src/contract/rules.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { t } from '../words/t.ts';
import { RecordLines } from './RecordLines.tsx';

/** Some of the records that a rule in force decides now. */
export function ExamplesOfRule({ rule, inForce }: { rule: string; inForce: RulesInForce }) {
  const asked = useCall('ruleExamples', { rule, limit: 20 }, { since: inForce.set.version });
  if (!inForce.set.rules.some(({ id }) => id === rule)) {
    return (
      <Text size="sm" c="dimmed">
        {t('examples.new')}
      </Text>
    );
  }
  const found = asked.value;
  if (found === null || !asked.isCurrent) return <NotRead of={asked} />;
  if (found.count === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('examples.none')}
      </Text>
    );
  }
  return (
    <div className="examples">
      <Text size="xs" c="dimmed">
        {t('examples.some', { some: found.examples.length, count: found.count })}
      </Text>
      <RecordLines lines={found.examples} />
    </div>
  );
}
