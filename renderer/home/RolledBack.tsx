import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWorkbench } from '../app/workbench.tsx';

/** Says when the workspace is older than what this computer saw of it last. */
export function RolledBack() {
  const { show } = useWorkbench();
  const [isOlder, setOlder] = useState(false);
  useEffect(() => {
    void window.actionTen.isOlderThanSeen().then(setOlder);
  }, []);
  if (!isOlder) return null;
  return (
    <Alert
      color="red"
      role="alert"
      title="This workspace is older than what this computer saw of it last"
    >
      <Group justify="space-between">
        <div>
          Its log does not hold the last entry that was seen here: an earlier copy was put back, or
          the log was cut. If it was you who restored a backup, bring in again what came since. If
          not, keep the file as evidence and tell your information security officer.
        </div>
        <Button variant="default" size="xs" onClick={() => show('sharing')}>
          Open Sharing
        </Button>
      </Group>
    </Alert>
  );
}
