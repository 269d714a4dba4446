import { Tabs, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ProfileSection } from '../../src/contract/profile.ts';
import { Comments } from './Comments.tsx';
import { CopyFigure } from './CopyFigure.tsx';
import { useProfile } from './profile-work.tsx';
import { FigureList } from './words/FigureList.tsx';

/** What the evidence says about the section, its live figures, and remarks of readers. */
export function EvidencePane(props: { evidence: ProfileSection | null; section: number }) {
  const { evidence, section } = props;
  const { draft, figures } = useProfile();
  const own = [...figures.values()].filter((figure) => figure.section === section);
  const open = draft.comments.filter(
    ({ content }) => content.section === section && !content.isSettled,
  ).length;
  return (
    <aside className="evidence" aria-label="Evidence">
      <Tabs defaultValue="evidence" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="evidence">Evidence</Tabs.Tab>
          <Tabs.Tab value="figures">Live figures ({own.length})</Tabs.Tab>
          <Tabs.Tab value="comments">Comments ({open})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="evidence">
          {evidence !== null && (
            <CopyFigure section={section} html={evidence.html} blocks={evidence.evidence} />
          )}
          <EvidencePage evidence={evidence} />
        </Tabs.Panel>
        <Tabs.Panel value="figures" p="xs">
          {own.length === 0 ? (
            <Text size="sm" c="dimmed">
              {evidence === null
                ? 'The figures are being collected.'
                : 'This section has no live figures. Those of other sections can be inserted from the toolbar.'}
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
    return evidence?.html.replaceAll('<style', `<style nonce="${nonce}"`);
  }, [evidence]);
  if (page === undefined) {
    return (
      <Text size="sm" c="dimmed" p="xs" role="status">
        The figures are being collected. You can write meanwhile.
      </Text>
    );
  }
  return <iframe title="Evidence of this section" sandbox="" srcDoc={page} />;
}
