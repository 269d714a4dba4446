import { Tabs, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ProfileSection } from '../../src/contract/profile.ts';
import { NotRead } from '../app/NotRead.tsx';
import type { Loaded } from '../app/use-loaded.ts';
import { t } from '../words/t.ts';
import { Comments } from './Comments.tsx';
import { CopyFigure } from './CopyFigure.tsx';
import { useProfile } from './profile-work.tsx';
import { FigureList } from './words/FigureList.tsx';

/** What the evidence says about the section, its live figures, and remarks of readers. */
export function EvidencePane(props: {
  /** null until that of this section is read. */
  evidence: ProfileSection | null;
  section: number;
  read: Pick<Loaded<unknown>, 'state' | 'reload'>;
}) {
  const { evidence, section, read } = props;
  const { draft, figures } = useProfile();
  const own = [...figures.values()].filter((figure) => figure.section === section);
  const open = draft.comments.filter(
    ({ content }) => content.section === section && !content.isSettled,
  ).length;
  return (
    <aside className="evidence" aria-label={t('evidence.title')}>
      <Tabs defaultValue="evidence" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="evidence">{t('evidence.title')}</Tabs.Tab>
          <Tabs.Tab value="figures">{t('evidence.figures', { number: own.length })}</Tabs.Tab>
          <Tabs.Tab value="comments">{t('evidence.comments', { number: open })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="evidence">
          {evidence !== null && (
            <CopyFigure section={section} html={evidence.html} blocks={evidence.evidence} />
          )}
          {evidence === null && read.state === 'missing' ? (
            <NotRead of={read} />
          ) : (
            <EvidencePage evidence={evidence} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="figures" p="xs">
          {own.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t(evidence === null ? 'profile.collecting' : 'evidence.noFigures')}
            </Text>
          ) : (
            <FigureList figures={own} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="comments" p="xs">
          <Comments section={section} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

/** The window's policy holds in the frame too: its styles need the nonce of this load. It runs no script. */
function EvidencePage({ evidence }: { evidence: ProfileSection | null }) {
  const page = useMemo(() => {
    const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
    return evidence?.html.replaceAll('<style', ['<style', `nonce="${nonce}"`].join(' '));
  }, [evidence]);
  if (page === undefined) {
    return (
      <Text size="sm" c="dimmed" p="xs" role="status">
        {t('evidence.collecting')}
      </Text>
    );
  }
  return <iframe title={t('evidence.frame')} sandbox="" srcDoc={page} />;
}
