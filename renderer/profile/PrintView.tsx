import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReportView } from '../../src/contract/page-api.ts';
import { asJob } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { Exports } from './Exports.tsx';
import { saveNow } from './saver.ts';

/** The profile as it will print, and its exports. */
export function PrintView() {
  const { take } = useWorkbench();
  const [view, setView] = useState<ReportView | null>(null);
  useEffect(() => {
    let isShown = true;
    const build = async () => {
      await saveNow();
      const built = await asJob('Building the profile', (key) => window.actionTen.reportUrl(key));
      if (isShown) setView(take(built));
    };
    void build();
    return () => {
      isShown = false;
    };
    // Built once each time the tab is opened.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- take changes with every failure told
  }, []);
  return (
    <div className="print-view">
      <Exports title={view?.profile.title ?? 'Problem profile'} />
      {view === null ? (
        <Text p="lg">The profile is being built…</Text>
      ) : (
        <iframe title="The profile as it will print" sandbox="" src={view.url} />
      )}
    </div>
  );
}
