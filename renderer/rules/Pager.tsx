import { Button, Group, Text } from '@mantine/core';
import { t } from '../words/t.ts';

/** The way through the pages of a long list; nothing for a list of one page. */
export function Pager(props: {
  after: number;
  pageRows: number;
  total: number;
  go: (after: number) => void;
}) {
  const { after, pageRows, total, go } = props;
  if (total <= pageRows) return null;
  return (
    <Group mt="sm">
      <Button
        size="compact-sm"
        variant="default"
        disabled={after === 0}
        onClick={() => go(Math.max(0, after - pageRows))}
      >
        {t('common.earlier')}
      </Button>
      <Text size="sm">
        {t('common.range', {
          from: after + 1,
          to: Math.min(total, after + pageRows),
          all: total,
        })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={after + pageRows >= total}
        onClick={() => go(after + pageRows)}
      >
        {t('common.later')}
      </Button>
    </Group>
  );
}
