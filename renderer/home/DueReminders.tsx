import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

const soonMilliseconds = 30 * 86_400_000;

/** Says which files are due to be erased and which sharing agreements end or have ended; nothing when none do. */
export function DueReminders() {
  const { show } = useWorkbench();
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    void Promise.all([ask('listRetention', {}), ask('listAgreements', {})]).then(
      ([retention, register]) => {
        if (isGone || !retention.ok || !register.ok) return;
        const due = retention.value.sources.filter(({ isDue }) => isDue).length;
        const ending = register.value.agreements.filter(
          ({ expires }) => Date.parse(`${expires}T24:00Z`) - Date.now() < soonMilliseconds,
        );
        setLines([
          ...(due === 0 ? [] : [t('due.files', { count: due })]),
          ...ending.map(({ reference, party, expires, isLive }) =>
            t(isLive ? 'due.ends' : 'due.ended', { reference, party, on: expires }),
          ),
        ]);
      },
    );
    return () => {
      isGone = true;
    };
  }, []);
  if (lines.length === 0) return null;
  return (
    <Alert color="orange" title={t('due.title')}>
      <Group justify="space-between">
        <div>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
        <Button variant="default" size="xs" onClick={() => show('sharing')}>
          {t('common.openSharing')}
        </Button>
      </Group>
    </Alert>
  );
}
