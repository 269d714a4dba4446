import { Tabs, Text, Title } from '@mantine/core';
import { useTab } from '../app/use-tab.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { AgreementsPanel } from './AgreementsPanel.tsx';
import { EditionPanel } from './EditionPanel.tsx';
import { LogPanel } from './LogPanel.tsx';
import { ProtectionPanel } from './ProtectionPanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import { SharePanel } from './SharePanel.tsx';
import { UsersPanel } from './UsersPanel.tsx';
import { WayBackPanel } from './WayBackPanel.tsx';

export const sharingPanels = [
  ['share', 'Share', SharePanel],
  ['edition', 'Edition', EditionPanel],
  ['agreements', 'Agreements', AgreementsPanel],
  ['log', 'Log', LogPanel],
  ['protection', 'Protection', ProtectionPanel],
  ['retention', 'Retention', RetentionPanel],
  ['users', 'Users', UsersPanel],
  ['way-back', 'Way back', WayBackPanel],
] as const;

/** Who may be given something, what was done with the data, and how the file is protected. */
export function SharingScreen() {
  const { summary } = useWorkbench();
  const [tab, choose] = useTab('sharing', 'share', sharingPanels);
  if (summary === null) return <Text p="lg">Open a workspace first.</Text>;
  return (
    <div className="page wide">
      <Title order={1} size="h2" mb="sm">
        Sharing and protection
      </Title>
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Tabs.List mb="md">
          {sharingPanels.map(([name, label]) => (
            <Tabs.Tab key={name} value={name}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sharingPanels.map(([name, , Panel]) => (
          <Tabs.Panel key={name} value={name}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
