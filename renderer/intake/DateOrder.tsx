import { Radio, Text } from '@mantine/core';
import type { TablePreview } from '../../src/contract/intake.ts';

const orderWords: Readonly<Record<TablePreview['dates']['order'], string>> = {
  'day-first': 'The dates show that the day comes first.',
  'month-first': 'The dates show that the month comes first.',
  'in-doubt': 'Nothing in the first rows shows whether the day or the month comes first.',
  mixed: 'Some dates can only be day first, others only month first: look at the file.',
  none: '',
};

/** Dates as written and as understood; where day and month could be taken for each other, the analyst says. */
export function DateOrder(props: {
  dates: TablePreview['dates'];
  chosen: 'dmy' | 'mdy' | null;
  choose: (order: 'dmy' | 'mdy') => void;
}) {
  const { dates, chosen, choose } = props;
  if (dates.examples.length === 0) return null;
  const isAsked = ['in-doubt', 'month-first', 'mixed'].includes(dates.order);
  return (
    <div>
      <Text size="sm">
        Dates:{' '}
        {dates.examples.map(({ written, understood }) => `${written} → ${understood}`).join('; ')}.{' '}
        {orderWords[dates.order]}
      </Text>
      {isAsked && (
        <Radio.Group
          label="Which comes first in dates like 03/04/2026?"
          value={chosen}
          onChange={choose}
          withAsterisk={dates.order === 'in-doubt'}
        >
          <Radio value="dmy" label="The day: 3 April" mt={4} />
          <Radio value="mdy" label="The month: 4 March" mt={4} />
        </Radio.Group>
      )}
    </div>
  );
}
