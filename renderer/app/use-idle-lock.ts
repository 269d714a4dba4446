import { useIdle } from '@mantine/hooks';
import { useEffect } from 'react';
import { ask } from './engine-client.ts';
import { usePolicy } from './use-policy.ts';
import { useWorkbench } from './workbench.tsx';

/**
 * Closes an encrypted workspace when nobody has touched the window for a quarter of an hour, or as long as IT has set:
 * whoever comes next has to know the passphrase. A plain workspace stays open, since closing it would protect nothing.
 */
export function useIdleLock(): void {
  const { summary, opened, show } = useWorkbench();
  const { idleLockMinutes } = usePolicy();
  const isIdle = useIdle(idleLockMinutes * 60_000, { initialState: false });
  const isEncrypted = summary?.isEncrypted === true;
  useEffect(() => {
    if (!isIdle || !isEncrypted) return;
    void ask('closeWorkspace', {}).then(() => {
      opened(null);
      show('home');
    });
  }, [isIdle, isEncrypted, opened, show]);
}
