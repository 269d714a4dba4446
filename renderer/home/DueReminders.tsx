import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** One thing that is due, and the tab of Sharing that deals with it. */
interface Due {
  readonly tab: 'retention' | 'agreements';
  readonly line: string;
}

const mostShown = 5;
const soonMilliseconds = 30 * 86_400_000;

/** Says which files are due to be erased and which sharing agreements end or have ended; nothing when none do. */
export function DueReminders() {
  const { show } = useWorkbench();
  const [lines, setLines] = useState<readonly Due[]>([]);
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
          ...(due === 0
            ? []
            : [{ tab: 'retention', line: t('due.files', { count: due }) } as const]),
          ...ending.map(
            ({ reference, party, expires, isLive }): Due => ({
              tab: 'agreements',
              line: t(isLive ? 'due.ends' : 'due.ended', { reference, party, on: expires }),
            }),
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
      {lines.slice(0, mostShown).map(({ line, tab }) => (
        <Group key={line} justify="space-between" wrap="nowrap" mt={4}>
          <div>{line}</div>
          <Button
            variant="default"
            size="compact-xs"
            flex="none"
            aria-label={t('due.openOf', { open: t(`due.${tab}`), line })}
            onClick={() => show('sharing', { tab })}
          >
            {t(`due.${tab}`)}
          </Button>
        </Group>
      ))}
      {lines.length > mostShown && (
        <Text size="sm" mt={4}>
          {t('due.more', { count: lines.length - mostShown })}
        </Text>
      )}
    </Alert>
  );
}
