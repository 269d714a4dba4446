import { useState } from 'react';
import { useRemembered } from './remember.ts';
import type { ScreenName } from './rooms.ts';
import { useWorkbench } from './workbench.tsx';

/**
 * The tab that a screen shows: the one asked for when a link or the search led here, else the one that the analyst chose
 * last, here or the day before, else the first. `tabs` begin with their names.
 */
export function useTab<Name extends string>(
  screen: ScreenName,
  first: Name,
  tabs: readonly (readonly [name: Name, ...rest: unknown[]])[],
): [tab: Name, choose: (tab: string | null) => void] {
  const { asked } = useWorkbench();
  const [kept, keep] = useRemembered<{ readonly tab: string }>(`tab-${screen}`, { tab: first });
  const [followed, setFollowed] = useState<object | null>(null);
  const named = (wanted: string | undefined) => tabs.find(([name]) => name === wanted)?.[0];
  const wanted = asked.screen === screen && followed !== asked ? asked.within.tab : undefined;
  const choose = (name: string | null) => {
    setFollowed(asked);
    keep({ tab: name ?? first });
  };
  // A tab that was remembered may be gone in a later version.
  return [named(wanted) ?? named(kept.tab) ?? first, choose];
}
