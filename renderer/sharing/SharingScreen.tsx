import { Tabs, Text, Title } from '@mantine/core';
import { useWorkbench } from '../app/workbench.tsx';
import { AgreementsPanel } from './AgreementsPanel.tsx';
import { EditionPanel } from './EditionPanel.tsx';
import { LogPanel } from './LogPanel.tsx';
import { ProtectionPanel } from './ProtectionPanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import { SharePanel } from './SharePanel.tsx';
import { UsersPanel } from './UsersPanel.tsx';
import { WayBackPanel } from './WayBackPanel.tsx';

const panels = [
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
  if (summary === null) return <Text p="lg">Open a workspace first.</Text>;
  return (
    <div className="page wide">
      <Title order={1} size="h2" mb="sm">
        Sharing and protection
      </Title>
      <Tabs defaultValue="share" keepMounted={false}>
        <Tabs.List mb="md">
          {panels.map(([name, label]) => (
            <Tabs.Tab key={name} value={name}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {panels.map(([name, , Panel]) => (
          <Tabs.Panel key={name} value={name}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
