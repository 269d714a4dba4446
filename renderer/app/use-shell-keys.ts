import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { closeHelp, openHelp, useOpenHelp } from '../help/open-help.ts';
import { rooms } from './rooms.ts';
import { useWorkbench } from './workbench.tsx';

type Over = 'search' | 'jobs';

/** What lies over the screen, and the keys that work everywhere, in fields too: see help/shortcuts.ts. */
export function useShellKeys() {
  const { show, summary } = useWorkbench();
  const [over, setOver] = useState<Over | null>(null);
  const help = useOpenHelp();
  const toggle = (what: Over) => setOver(over === what ? null : what);
  const toggleHelp = () => (help === null ? openHelp('screen') : closeHelp());
  useHotkeys(
    [
      ['mod+K', () => toggle('search')],
      ['mod+J', () => toggle('jobs')],
      ['F1', toggleHelp],
      ['mod+/', toggleHelp],
      ...rooms.map(([screen], index): [string, () => void] => [
        `alt+${index + 1}`,
        () => {
          if (screen === 'home' || summary !== null) show(screen);
        },
      ]),
    ],
    [],
    true,
  );
  return { over, setOver };
}
