import { Alert, Code, Text } from '@mantine/core';
import { t } from '../words/t.ts';

/** The file's own key, told once when it is made. */
export function RecoveryKey({ text }: { text: string }) {
  return (
    <Alert color="yellow" role="status" title={t('recovery.title')}>
      <Code block>{text}</Code>
      <Text size="sm" mt="xs">
        {t('recovery.text')}
      </Text>
    </Alert>
  );
}
