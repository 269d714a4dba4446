import { useState } from 'react';
import type { ScreenName } from './rooms.ts';
import { useWorkbench } from './workbench.tsx';

/**
 * The tab that a screen shows: `first` when it is opened from the rail, the one asked for when a link or the search
 * led here, then whatever the analyst chooses.
 */
export function useTab<Name extends string>(
  screen: ScreenName,
  first: Name,
): [tab: Name, choose: (tab: string | null) => void] {
  const { asked } = useWorkbench();
  const [chosen, setChosen] = useState<{ readonly asked: object; readonly tab: string } | null>(
    null,
  );
  const wanted = asked.screen === screen ? asked.within.tab : undefined;
  const isNewlyWanted = wanted !== undefined && chosen?.asked !== asked;
  const tab = isNewlyWanted ? wanted : (chosen?.tab ?? first);
  // The names come from the screen's own list of tabs.
  return [tab as Name, (name) => setChosen({ asked, tab: name ?? first })];
}
