import { Button, Group, Text } from '@mantine/core';
import { saveNow, useSaving } from './saver.ts';

/** Whether what was typed is in the workspace, and if not, why and what to do. */
export function SaveState() {
  const { waiting, isSaving, failure } = useSaving();
  if (failure !== null && waiting > 0) {
    return (
      <Group gap="xs" wrap="nowrap" role="alert">
        <Text size="xs" className="problem" lineClamp={2} maw={420}>
          Not saved: {failure.message} Your words are kept in this window. {failure.remedy}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => void saveNow()}>
          Try again
        </Button>
      </Group>
    );
  }
  return (
    <Text size="xs" c="dimmed" role="status">
      {isSaving ? 'Saving…' : waiting > 0 ? 'Not saved yet' : 'All saved'}
    </Text>
  );
}
