import { useIdle } from '@mantine/hooks';
import { useEffect } from 'react';
import { ask } from './engine-client.ts';
import { useWorkbench } from './workbench.tsx';

const idleMilliseconds = 15 * 60_000;

/**
 * Closes an encrypted workspace when nobody has touched the window for a quarter of an hour: whoever comes next has to
 * know the passphrase. A plain workspace stays open, since closing it would protect nothing.
 */
export function useIdleLock(): void {
  const { summary, opened, show } = useWorkbench();
  const isIdle = useIdle(idleMilliseconds, { initialState: false });
  const isEncrypted = summary?.isEncrypted === true;
  useEffect(() => {
    if (!isIdle || !isEncrypted) return;
    void ask('closeWorkspace', {}).then(() => {
      opened(null);
      show('home');
    });
  }, [isIdle, isEncrypted, opened, show]);
}
