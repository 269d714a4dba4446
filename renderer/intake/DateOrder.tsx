import { Radio, Text } from '@mantine/core';
import type { TablePreview } from '../../src/contract/intake.ts';
import { t } from '../words/t.ts';

/** Dates as written and as understood; where day and month could be taken for each other, the analyst says. */
export function DateOrder(props: {
  dates: TablePreview['dates'];
  chosen: 'dmy' | 'mdy' | null;
  choose: (order: 'dmy' | 'mdy') => void;
}) {
  const { dates, chosen, choose } = props;
  if (dates.examples.length === 0) return null;
  const examples = dates.examples
    .map(({ written, understood }) => `${written} → ${understood}`)
    .join('; ');
  const isAsked = ['in-doubt', 'month-first', 'mixed'].includes(dates.order);
  return (
    <div>
      <Text size="sm">
        {t('dates.examples', { examples })}{' '}
        {dates.order === 'none' ? '' : t(`dates.${dates.order}`)}
      </Text>
      {isAsked && (
        <Radio.Group
          label={t('dates.which')}
          value={chosen}
          onChange={choose}
          withAsterisk={dates.order === 'in-doubt'}
        >
          <Radio value="dmy" label={t('dates.day')} mt={4} />
          <Radio value="mdy" label={t('dates.month')} mt={4} />
        </Radio.Group>
      )}
    </div>
  );
}
