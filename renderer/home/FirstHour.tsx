import { Button, Checkbox, Group, Paper, Text, Title } from '@mantine/core';
import { useRemembered } from '../app/remember.ts';
import type { ScreenName } from '../app/rooms.ts';
import { useWorkbench } from '../app/workbench.tsx';
import type { Within } from '../app/workbench-state.ts';
import { t } from '../words/t.ts';

const steps = [
  ['map', 'map', {}],
  ['why', 'rules', { tab: 'review' }],
  ['rules', 'rules', { tab: 'rules' }],
  ['write', 'profile', { tab: 'write' }],
  ['findings', 'profile', { tab: 'findings' }],
  ['checklist', 'profile', { tab: 'checklist' }],
  ['print', 'profile', { tab: 'print' }],
  ['share', 'sharing', { tab: 'share' }],
] as const satisfies readonly (readonly [string, ScreenName, Within])[];

interface Remembered {
  readonly done: readonly string[];
  readonly isHidden: boolean;
}

/** The main job as steps with ticks. A step that was opened is ticked; any tick can be set or taken away. */
export function FirstHour() {
  const { show } = useWorkbench();
  const [kept, keep] = useRemembered<Remembered>('first-hour', { done: [], isHidden: false });
  const done = new Set(kept.done);
  const tick = (step: string, isDone: boolean) => {
    const others = kept.done.filter((one) => one !== step);
    keep({ ...kept, done: isDone ? [...others, step] : others });
  };
  if (kept.isHidden) {
    return (
      <Group>
        <Button size="xs" variant="default" onClick={() => keep({ ...kept, isHidden: false })}>
          {t('hour.show')}
        </Button>
      </Group>
    );
  }
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="first-hour">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="first-hour">
          {t('hour.title')}
        </Title>
        <Group gap="sm">
          <Text size="sm" role="status">
            {t('hour.done', { done: done.size, all: steps.length })}
          </Text>
          <Button size="xs" variant="default" onClick={() => keep({ ...kept, isHidden: true })}>
            {t('hour.hide')}
          </Button>
        </Group>
      </Group>
      <ol className="first-hour">
        {steps.map(([step, screen, within]) => {
          const words = t(`hour.${step}`);
          return (
            <li key={step}>
              <Checkbox
                label={words}
                checked={done.has(step)}
                onChange={(event) => tick(step, event.currentTarget.checked)}
              />
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('hour.openOf', { step: words })}
                onClick={() => {
                  tick(step, true);
                  show(screen, within);
                }}
              >
                {t('hour.open')}
              </Button>
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}
