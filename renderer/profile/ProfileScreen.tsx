import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReportView } from '../../src/contract/page-api.ts';
import { asJob } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';

const stateWords = {
  figures: 'figures',
  analyst: 'to be written',
  'not-built': 'later version',
} as const;

/** The profile as it will print, its sections, and the export. */
export function ProfileScreen() {
  const { take, summary } = useWorkbench();
  const [view, setView] = useState<ReportView | null>(null);
  const [exported, setExported] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    void asJob('Building the profile', (key) => window.actionTen.reportUrl(key)).then((outcome) => {
      if (isShown) setView(take(outcome));
    });
    return () => {
      isShown = false;
    };
    // Built once each time the screen is opened.
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
    <div className="profile-screen">
      <aside className="side" aria-label="Sections">
        <Stack gap="sm">
          <Title order={1} size="h3">
            Problem profile
          </Title>
          <Button onClick={() => void exportPdf()} disabled={summary?.access === 'reader'}>
            Export PDF
          </Button>
          {exported !== null && (
            <Alert color="green" role="status" title={`Saved ${exported}`}>
              Marked {summary?.marking}. Force edition: not for partners or the public.
            </Alert>
          )}
          {view?.profile.sections.map((section) => (
            <div key={section.number}>
              <Text size="sm" fw={section.state === 'figures' ? 600 : 400}>
                {section.number}. {section.title}
              </Text>
              <Text size="xs" c="dimmed">
                {stateWords[section.state]}
              </Text>
            </div>
          ))}
        </Stack>
      </aside>
      {view === null ? (
        <Text p="lg">The profile is being built…</Text>
      ) : (
        <iframe title="The profile as it will print" sandbox="" src={view.url} />
      )}
    </div>
  );
}
