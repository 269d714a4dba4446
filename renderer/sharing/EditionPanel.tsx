import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { EditionWanted, ReportView } from '../../src/contract/page-api.ts';
import { asJob } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { EditionChoices } from './EditionChoices.tsx';
import { LeaveOut } from './LeaveOut.tsx';
import { PartnerTexts } from './PartnerTexts.tsx';
import { WhatWasRemoved } from './WhatWasRemoved.tsx';

const blank: EditionWanted = { edition: 'partner', recipient: '', agreement: null };

/** A partner or public edition of the profile: looked at first, with what was removed and why, then exported. */
export function EditionPanel() {
  const { take, summary } = useWorkbench();
  const listed = useCall('listAgreements', {});
  const register = listed.value;
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
  if (register === null || summary === null)
    return <NotRead of={listed} words={t('share.reading')} />;
  const look = async () => {
    setSaid(null);
    const label = t('edition.building');
    const seen = take(await asJob(label, (key) => window.actionTen.editionUrl(wanted, key)));
    if (seen === null) return;
    setView(seen);
    setLookedAt(wanted);
  };
  const release = async () => {
    if (view === null) return;
    const { title, marking } = view.profile;
    const name = t('edition.file', { title, marking });
    const saved = take(
      await asJob(t('edition.printing'), (key) =>
        window.actionTen.exportEdition(wanted, name, key),
      ),
    );
    if (saved === null) return;
    const entry = saved.audit?.slice(0, 16) ?? '';
    setSaid(t('edition.saved', { name: saved.name, entry }));
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
          {t(view === null || isLookedAt ? 'edition.look' : 'edition.lookAgain')}
        </Button>
        <Button
          disabled={!isLookedAt || summary.access !== 'writer'}
          onClick={() => void release()}
        >
          {t('edition.export')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('edition.about')}
        </Text>
      </Group>
      {said !== null && <Alert color="teal" role="status" title={said} />}
      {view !== null && (
        <>
          <WhatWasRemoved profile={view.profile} />
          <LeaveOut profile={view.profile} wanted={wanted} onChange={change} />
          <iframe
            className={isLookedAt ? 'edition-view' : 'edition-view not-as-chosen'}
            title={t('edition.frame')}
            sandbox=""
            src={view.url}
          />
        </>
      )}
    </Stack>
  );
}
