import { Alert, Tabs, Text, Title } from '@mantine/core';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import { useTab } from '../app/use-tab.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { AuditPanel } from './AuditPanel.tsx';
import { CodeListPanel } from './CodeListPanel.tsx';
import { HarmPanel } from './HarmPanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { UnmatchedOffences } from './UnmatchedOffences.tsx';

export const rulesPanels = [
  ['rules', 'tab.rules.rules', RulesPanel],
  ['list', 'tab.rules.list', CodeListPanel],
  ['unmatched', 'tab.rules.unmatched', UnmatchedOffences],
  ['review', 'tab.rules.review', ReviewPanel],
  ['audit', 'tab.rules.audit', AuditPanel],
  ['harm', 'tab.rules.harm', HarmPanel],
] as const;

/** What counts as VAWG, in which space, and with how much harm. */
export function RulesScreen() {
  const { summary } = useWorkbench();
  const [tab, choose] = useTab('rules', 'rules', rulesPanels);
  if (summary === null) return <Text p="lg">{t('rules.openFirst')}</Text>;
  const unmatched = summary.classification?.unmatchedOffences.length ?? 0;
  return (
    <div className="page wide">
      <Title order={1} size="h2" mb="sm">
        {t('room.rules')}
      </Title>
      <WhatToKnow summary={summary} />
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Tabs.List mb="md">
          {rulesPanels.map(([name, label]) => (
            <Tabs.Tab key={name} value={name}>
              {name === 'unmatched' && unmatched > 0
                ? t('rules.tabCount', { tab: t(label), count: unmatched })
                : t(label)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {rulesPanels.map(([name, , Panel]) => (
          <Tabs.Panel key={name} value={name}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

/** What is true of every tab: nothing counts, nothing is there, or nothing can be changed. */
function WhatToKnow({ summary }: { summary: WorkspaceSummary }) {
  const { incidents } = summary.counts;
  const context = summary.classification?.vawg['context'] ?? 0;
  return (
    <>
      {incidents > 0 && context === incidents && (
        <Alert color="yellow" mb="md" title={t('rules.context')}>
          {t('rules.contextText')}
        </Alert>
      )}
      {incidents === 0 && (
        <Alert color="gray" mb="md" title={t('home.noIncidents')}>
          {t('rules.noIncidents')}
        </Alert>
      )}
      {summary.access === 'reader' && (
        <Alert color="yellow" mb="md" title={t('rules.readOnly')}>
          {summary.heldBy === null
            ? t('rules.heldBySomebody')
            : t('rules.heldBy', { user: summary.heldBy.user, computer: summary.heldBy.computer })}
        </Alert>
      )}
    </>
  );
}
