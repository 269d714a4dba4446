import { Button } from '@mantine/core';
import { useState } from 'react';
import { t } from '../words/t.ts';

/** Asks once more: a run on data that has changed since cannot be made again. */
export function RemoveRun(props: { run: string; isOff: boolean; onRemove: () => void }) {
  const { run, isOff, onRemove } = props;
  const [isAsked, setAsked] = useState(false);
  return (
    <Button
      size="compact-xs"
      variant={isAsked ? 'filled' : 'default'}
      color={isAsked ? 'red' : 'gray'}
      aria-label={t(isAsked ? 'map.runs.forGoodOne' : 'map.runs.removeOne', { run })}
      disabled={isOff}
      onBlur={() => setAsked(false)}
      onClick={() => (isAsked ? onRemove() : setAsked(true))}
    >
      {t(isAsked ? 'map.runs.forGood' : 'map.runs.remove')}
    </Button>
  );
}
