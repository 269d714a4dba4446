import { Button } from '@mantine/core';
import { useState } from 'react';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { questionOf } from './map-choices.ts';
import type { MapState } from './use-map.ts';

/** Keeps the run on the map in the workspace, so that it can be opened, compared and cited. */
export function KeepRun({ state }: { state: MapState }) {
  const { take, summary } = useWorkbench();
  const [kept, setKept] = useState<string | null>(null);
  const { answer, choices, span, opened } = state;
  const run = answer.value?.run.run ?? null;
  if (opened !== null) {
    return (
      <Button size="xs" onClick={() => state.open(null)}>
        {t('map.keep.back')}
      </Button>
    );
  }
  const isKept = kept !== null && kept === run;
  const keep = async () => {
    const question = questionOf(span === null ? choices : { ...choices, ...span });
    const saved = take(await ask('analyse', question, t('map.keep.keeping')));
    if (saved === null) return;
    setKept(saved.run);
    tellDone(t('done.runKept', { run: saved.run }), async () => {
      const removed = await ask('removeRun', { run: saved.run });
      take(removed);
      if (removed.ok) setKept(null);
      return removed.ok;
    });
  };
  return (
    <Button
      size="xs"
      variant="default"
      disabled={run === null || answer.isBusy || summary?.access !== 'writer'}
      // Not disabled, or the focus would be lost.
      aria-disabled={isKept}
      data-disabled={isKept}
      onClick={() => {
        if (!isKept) void keep();
      }}
    >
      {t(isKept ? 'map.keep.kept' : 'map.keep')}
    </Button>
  );
}
