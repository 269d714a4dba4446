import { Alert, Tabs, Text, Title } from '@mantine/core';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import { useTab } from '../app/use-tab.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { AuditPanel } from './AuditPanel.tsx';
import { CodeListPanel } from './CodeListPanel.tsx';
import { HarmPanel } from './HarmPanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { UnmatchedOffences } from './UnmatchedOffences.tsx';

export const rulesPanels = [
  ['rules', 'Rules', RulesPanel],
  ['list', 'VAWG list', CodeListPanel],
  ['unmatched', 'Unmatched offences', UnmatchedOffences],
  ['review', 'Review queue', ReviewPanel],
  ['audit', 'Audit', AuditPanel],
  ['harm', 'Harm', HarmPanel],
] as const;

/** What counts as VAWG, in which space, and with how much harm. */
export function RulesScreen() {
  const { summary } = useWorkbench();
  const [tab, choose] = useTab('rules', 'rules', rulesPanels);
  if (summary === null) return <Text p="lg">Open a workspace first.</Text>;
  const unmatched = summary.classification?.unmatchedOffences.length ?? 0;
  return (
    <div className="page wide">
      <Title order={1} size="h2" mb="sm">
        Rules
      </Title>
      <WhatToKnow summary={summary} />
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Tabs.List mb="md">
          {rulesPanels.map(([name, label]) => (
            <Tabs.Tab key={name} value={name}>
              {name === 'unmatched' && unmatched > 0 ? `${label} (${unmatched})` : label}
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
        <Alert color="yellow" mb="md" title="All-victim context: none of it counts as VAWG">
          Every record is open data: it has no victim sex and no flags. It shows where and when
          crime of any victim is recorded, never how much of it is VAWG. Import the force extract to
          count.
        </Alert>
      )}
      {incidents === 0 && (
        <Alert color="gray" mb="md" title="No incidents yet">
          Rules and lists can be read and changed now; they are applied when incidents are imported.
        </Alert>
      )}
      {summary.access === 'reader' && (
        <Alert color="yellow" mb="md" title="Read only">
          {summary.heldBy === null
            ? 'Somebody else'
            : `${summary.heldBy.user} on ${summary.heldBy.computer}`}{' '}
          is writing in this workspace: rules, lists and decisions can be looked at, not changed.
        </Alert>
      )}
    </>
  );
}
