import { Alert, Badge, Button, Group, Tabs, Text, Title } from '@mantine/core';
import { NotRead } from '../app/NotRead.tsx';
import { useWorkbench } from '../app/workbench.tsx';
import { isUndoKey, useKeys } from '../rules/use-keys.ts';
import { t } from '../words/t.ts';
import { ChecklistPanel } from './ChecklistPanel.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { HypothesesPanel } from './HypothesesPanel.tsx';
import { PrintView } from './PrintView.tsx';
import type { ProfileTab } from './profile-types.ts';
import { ProfileProvider, useProfile } from './profile-work.tsx';
import { RecommendationsPanel } from './RecommendationsPanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { SaveState } from './SaveState.tsx';
import { StalePanel } from './StalePanel.tsx';
import { TermsPanel } from './TermsPanel.tsx';
import { VersionsPanel } from './VersionsPanel.tsx';
import { WritePanel } from './WritePanel.tsx';

export const profilePanels = [
  ['write', t('tab.profile.write'), WritePanel],
  ['findings', t('tab.profile.findings'), FindingsPanel],
  ['recommendations', t('tab.profile.recommendations'), RecommendationsPanel],
  ['hypotheses', t('tab.profile.hypotheses'), HypothesesPanel],
  ['terms', t('tab.profile.terms'), TermsPanel],
  ['stale', t('tab.profile.stale'), StalePanel],
  ['review', t('tab.profile.review'), ReviewPanel],
  ['checklist', t('tab.profile.checklist'), ChecklistPanel],
  ['versions', t('tab.profile.versions'), VersionsPanel],
  ['print', t('tab.profile.print'), PrintView],
] as const;

/** The problem profile: written beside its evidence, reviewed, published and compared. */
export function ProfileScreen() {
  const { summary } = useWorkbench();
  if (summary === null) return <Text p="lg">{t('profile.noWorkspace')}</Text>;
  return (
    <ProfileProvider key={summary.path}>
      <Profile />
    </ProfileProvider>
  );
}

function Profile() {
  const { draft, tab, open, canWrite, undo, hasNoFigures, reload } = useProfile();
  const counts = useCounts();
  useKeys((event) => {
    if (!isUndoKey(event) || draft.undo === null || !canWrite) return;
    event.preventDefault();
    void undo();
  });
  return (
    <div className="profile">
      <Group className="profile-head" justify="space-between" wrap="nowrap">
        <Title order={1} size="h4" lineClamp={1}>
          {draft.terms.title === '' ? t('profile.untitled') : draft.terms.title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <ReviewDue />
          {canWrite && <SaveState />}
          <Button
            size="compact-sm"
            variant="default"
            disabled={draft.undo === null || !canWrite}
            title={
              draft.undo === null
                ? t('profile.nothingToUndo')
                : t('profile.takesBack', { change: draft.undo })
            }
            aria-keyshortcuts="Control+Z"
            onClick={() => void undo()}
          >
            {t('profile.undo')}
          </Button>
        </Group>
      </Group>
      {!canWrite && (
        <Alert color="gray" mx="sm" mb="xs" title={t('profile.readOnly')}>
          {t('profile.readOnlyText')}
        </Alert>
      )}
      {hasNoFigures && (
        <Alert color="red" mx="sm" mb="xs" title={t('figures.missing')}>
          <NotRead of={{ state: 'missing', reload }} />
        </Alert>
      )}
      <Tabs
        className="profile-tabs"
        value={tab}
        onChange={(name) => open((name ?? 'write') as ProfileTab)}
        keepMounted={false}
      >
        <Tabs.List>
          {profilePanels.map(([name, label]) => (
            <Tabs.Tab
              key={name}
              value={name}
              px="xs"
              rightSection={
                (counts[name] ?? 0) > 0 && (
                  <Count count={counts[name] ?? 0} isWarning={name === 'stale'} />
                )
              }
            >
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {profilePanels.map(([name, , Panel]) => (
          <Tabs.Panel key={name} value={name} tabIndex={0}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

/** Says when the profile is to be looked at again, once that is near or past. */
function ReviewDue() {
  const { state, draft } = useProfile();
  if (state?.reviewDue !== 'past' && state?.reviewDue !== 'soon') return null;
  return (
    <Text size="xs" fw={600} className={state.reviewDue === 'past' ? 'problem' : ''}>
      {t(state.reviewDue === 'past' ? 'profile.reviewWasDue' : 'profile.reviewIsDue', {
        on: draft.terms.reviewOn,
      })}
    </Text>
  );
}

/** How many there are of what a tab holds, where that tells something. */
function useCounts(): Partial<Record<ProfileTab, number>> {
  const { draft, state } = useProfile();
  return {
    findings: draft.findings.length,
    recommendations: draft.recommendations.length,
    hypotheses: draft.hypotheses.length,
    stale: state?.stale.length ?? 0,
    review: draft.comments.filter(({ content }) => !content.isSettled).length,
  };
}

function Count({ count, isWarning }: { count: number; isWarning: boolean }) {
  return (
    <Badge size="sm" variant={isWarning ? 'filled' : 'default'} color="orange.9" circle>
      {count}
    </Badge>
  );
}
