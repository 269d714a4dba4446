import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { EditionWanted, ReportView } from '../../src/contract/page-api.ts';
import { asJob } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { EditionChoices } from './EditionChoices.tsx';
import { LeaveOut } from './LeaveOut.tsx';
import { PartnerTexts } from './PartnerTexts.tsx';
import { WhatWasRemoved } from './WhatWasRemoved.tsx';

const blank: EditionWanted = { edition: 'partner', recipient: '', agreement: null };

/** A partner or public edition of the profile: looked at first, with what was removed and why, then exported. */
export function EditionPanel() {
  const { take, summary } = useWorkbench();
  const { value: register, state } = useCall('listAgreements', {});
  const agreements = useMemo(
    () => (register?.agreements ?? []).filter(({ isLive }) => isLive),
    [register],
  );
  const offered = useMemo<EditionWanted>(() => {
    const [first] = agreements;
    if (first === undefined) return { edition: 'public' };
    return { ...blank, agreement: first.reference, recipient: first.party };
  }, [agreements]);
  const [chosen, setWanted] = useState<EditionWanted | null>(null);
  const wanted = chosen ?? offered;
  const [view, setView] = useState<ReportView | null>(null);
  const [lookedAt, setLookedAt] = useState<EditionWanted | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (state === 'reading' || summary === null) return <Text>Reading the agreements …</Text>;
  const look = async () => {
    setSaid(null);
    const label = 'Building the edition';
    const seen = take(await asJob(label, (key) => window.actionTen.editionUrl(wanted, key)));
    if (seen === null) return;
    setView(seen);
    setLookedAt(wanted);
  };
  const release = async () => {
    if (view === null) return;
    const name = `${view.profile.title}, ${view.profile.marking}`;
    const saved = take(
      await asJob('Printing the edition', (key) =>
        window.actionTen.exportEdition(wanted, name, key),
      ),
    );
    if (saved === null) return;
    setSaid(`Saved ${saved.name}. The disclosure is in the log as ${saved.audit?.slice(0, 16)}.`);
    setView(null);
    setLookedAt(null);
  };
  // What is exported is what was looked at: a change asks for another look.
  const isLookedAt = view !== null && lookedAt === wanted;
  const change = (next: EditionWanted) => {
    setWanted(next);
    setSaid(null);
  };
  return (
    <Stack gap="md">
      {wanted.edition !== 'public' && <PartnerTexts onChanged={() => change({ ...wanted })} />}
      <EditionChoices agreements={agreements} wanted={wanted} onChange={change} />
      <Group>
        <Button variant={isLookedAt ? 'default' : 'filled'} onClick={() => void look()}>
          {view === null || isLookedAt ? 'Look at it' : 'Look again'}
        </Button>
        <Button
          disabled={!isLookedAt || summary.access !== 'writer'}
          onClick={() => void release()}
        >
          Export as PDF
        </Button>
        <Text size="sm" c="dimmed">
          A look is no disclosure. The export is: it is logged, and the next edition is held against
          it.
        </Text>
      </Group>
      {said !== null && <Alert color="teal" role="status" title={said} />}
      {view !== null && (
        <>
          <WhatWasRemoved profile={view.profile} />
          <LeaveOut profile={view.profile} wanted={wanted} onChange={change} />
          <iframe
            className={isLookedAt ? 'edition-view' : 'edition-view not-as-chosen'}
            title="The edition as it will print"
            sandbox=""
            src={view.url}
          />
        </>
      )}
    </Stack>
  );
}
