import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';

const soonDays = 30;

/** Says when the profile is due to be looked at again; nothing while that is far off or no date is set. */
export function ReviewReminder() {
  const { show } = useWorkbench();
  const [due, setDue] = useState<{ readonly on: string; readonly days: number } | null>(null);
  useEffect(() => {
    let isGone = false;
    void ask('readProfileDraft', {}).then((draft) => {
      if (!draft.ok || isGone || draft.value.terms.reviewOn === '') return;
      const on = draft.value.terms.reviewOn;
      setDue({ on, days: Math.ceil((Date.parse(`${on}T00:00Z`) - Date.now()) / 86_400_000) });
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (due === null || due.days > soonDays) return null;
  return (
    <Alert
      color={due.days < 0 ? 'orange' : 'yellow'}
      title={
        due.days < 0
          ? `The profile was due for review on ${due.on}`
          : `The profile is due for review on ${due.on}`
      }
    >
      <Group justify="space-between">
        Bring in what is new since then, and begin the next version from the last.
        <Button variant="default" size="xs" onClick={() => show('profile')}>
          Open the profile
        </Button>
      </Group>
    </Alert>
  );
}
