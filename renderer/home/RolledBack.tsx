import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** Says when the workspace is older than what this computer saw of it last. */
export function RolledBack() {
  const { show } = useWorkbench();
  const [isOlder, setOlder] = useState(false);
  useEffect(() => {
    void window.actionTen.isOlderThanSeen().then(setOlder);
  }, []);
  if (!isOlder) return null;
  return (
    <Alert color="red" role="alert" title={t('older.title')}>
      <Group justify="space-between">
        <div>{t('older.text')}</div>
        <Button variant="default" size="xs" onClick={() => show('sharing', { tab: 'log' })}>
          {t('common.openSharing')}
        </Button>
      </Group>
    </Alert>
  );
}
