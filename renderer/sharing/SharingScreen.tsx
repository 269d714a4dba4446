import { Tabs, Text, Title } from '@mantine/core';
import { useTab } from '../app/use-tab.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { AgreementsPanel } from './AgreementsPanel.tsx';
import { EditionPanel } from './EditionPanel.tsx';
import { LogPanel } from './LogPanel.tsx';
import { ProtectionPanel } from './ProtectionPanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import { SharePanel } from './SharePanel.tsx';
import { UsersPanel } from './UsersPanel.tsx';
import { WayBackPanel } from './WayBackPanel.tsx';

export const sharingPanels = [
  ['share', t('tab.sharing.share'), SharePanel],
  ['edition', t('tab.sharing.edition'), EditionPanel],
  ['agreements', t('tab.sharing.agreements'), AgreementsPanel],
  ['log', t('tab.sharing.log'), LogPanel],
  ['protection', t('tab.sharing.protection'), ProtectionPanel],
  ['retention', t('tab.sharing.retention'), RetentionPanel],
  ['users', t('tab.sharing.users'), UsersPanel],
  ['way-back', t('tab.sharing.way-back'), WayBackPanel],
] as const;

/** Who may be given something, what was done with the data, and how the file is protected. */
export function SharingScreen() {
  const { summary } = useWorkbench();
  const [tab, choose] = useTab('sharing', 'share', sharingPanels);
  if (summary === null) return <Text p="lg">{t('sharing.noWorkspace')}</Text>;
  return (
    <div className="page wide">
      <Title order={1} size="h2" mb="sm">
        {t('sharing.title')}
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
