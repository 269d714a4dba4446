import { Button, Group, Text } from '@mantine/core';
import { t } from '../words/t.ts';
import type { Loaded } from './use-loaded.ts';

/**
 * Stands in the place of what is still being read, or could not be: an empty list would say that there is nothing.
 * `words` say what is being read.
 */
export function NotRead(props: {
  of: Pick<Loaded<unknown>, 'state' | 'reload'>;
  words?: string;
  p?: 'lg';
}) {
  const { of, words = t('read.reading'), p = 0 } = props;
  if (of.state !== 'missing') {
    return (
      <Text c="dimmed" p={p} role="status">
        {words}
      </Text>
    );
  }
  return (
    <Group gap="sm" p={p}>
      <Text>{t('read.missing')}</Text>
      <Button size="xs" variant="default" onClick={() => void of.reload()}>
        {t('read.again')}
      </Button>
    </Group>
  );
}
