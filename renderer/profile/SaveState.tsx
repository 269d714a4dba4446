import { Button, Group, Text } from '@mantine/core';
import { t } from '../words/t.ts';
import { saveNow, useSaving } from './saver.ts';

/** Whether what was typed is in the workspace, and if not, why and what to do. */
export function SaveState() {
  const { waiting, isSaving, failure } = useSaving();
  if (failure !== null && waiting > 0) {
    return (
      <Group gap="xs" wrap="nowrap" role="alert">
        <Text size="xs" className="problem" lineClamp={2} maw={420}>
          {t('save.failed', { why: failure.message, remedy: failure.remedy })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => void saveNow()}>
          {t('save.again')}
        </Button>
      </Group>
    );
  }
  return (
    <Text size="xs" c="dimmed" role="status">
      {t(isSaving ? 'save.saving' : waiting > 0 ? 'save.waiting' : 'save.saved')}
    </Text>
  );
}
