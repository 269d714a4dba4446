import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReportView } from '../../src/contract/page-api.ts';
import { asJob } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { saveNow } from './saver.ts';

/** The profile as it will print, and its exports. */
export function PrintView() {
  const { take, summary } = useWorkbench();
  const [view, setView] = useState<ReportView | null>(null);
  const [exported, setExported] = useState<string | null>(null);
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
  const exportPdf = async () => {
    setExported(null);
    const saved = take(
      await asJob('Printing the profile', (key) => window.actionTen.exportProfilePdf(key)),
    );
    if (saved !== null) setExported(saved.name);
  };
  return (
    <div className="print-view">
      <Group className="print-head">
        <Button onClick={() => void exportPdf()} disabled={summary?.access === 'reader'}>
          Export PDF
        </Button>
        {exported === null ? (
          <Text size="sm" c="dimmed">
            The force edition as it will print, from the draft and the evidence of now.
          </Text>
        ) : (
          <Alert color="green" role="status" title={`Saved ${exported}`} py={4}>
            Marked {summary?.marking}. Force edition: not for partners or the public.
          </Alert>
        )}
      </Group>
      {view === null ? (
        <Text p="lg">The profile is being built…</Text>
      ) : (
        <iframe title="The profile as it will print" sandbox="" src={view.url} />
      )}
    </div>
  );
}
