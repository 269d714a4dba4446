import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { RestoreBackup } from '../backups/RestoreBackup.tsx';
import { SalvageWorkspace } from '../backups/SalvageWorkspace.tsx';
import { t } from '../words/t.ts';
import { NewWorkspace } from './NewWorkspace.tsx';
import { Unlock } from './Unlock.tsx';

/** The two ways to begin, and the workspaces opened lately. */
export function FirstRun() {
  const { take, opened, open, locked } = useWorkbench();
  const [recent, setRecent] = useState<readonly ChosenFile[]>([]);
  const [isMaking, setMaking] = useState(false);
  useEffect(() => {
    void window.actionTen.recentWorkspaces().then(setRecent);
  }, []);
  const openSample = async () => {
    setMaking(true);
    const folder = await window.actionTen.sampleFolder();
    const built = take(await ask('buildSample', { directory: folder.token }, t('first.making')));
    setMaking(false);
    if (built !== null) opened(built.summary);
  };
  return (
    <Stack gap="lg">
      {locked !== null && <Unlock file={locked} />}
      <div>
        <Title order={1} size="h2">
          {t('first.title')}
        </Title>
        <Text c="dimmed">{t('first.text')}</Text>
      </div>
      <div className="choices">
        <Card withBorder padding="lg">
          <Title order={2} size="h3">
            {t('first.sampleTitle')}
          </Title>
          <Text my="sm">{t('first.sampleText')}</Text>
          <Button size="md" loading={isMaking} onClick={() => void openSample()}>
            {t('first.sampleButton')}
          </Button>
          <Text size="sm" mt="sm" role="status">
            {isMaking ? t('first.sampleWait') : ''}
          </Text>
        </Card>
        <Card withBorder padding="lg">
          <Title order={2} size="h3">
            {t('first.ownTitle')}
          </Title>
          <NewWorkspace />
        </Card>
      </div>
      <Group>
        <Button
          variant="default"
          onClick={() =>
            void window.actionTen
              .chooseFiles('workspace')
              .then(([file]) => (file === undefined ? false : open(file)))
          }
        >
          {t('first.open')}
        </Button>
        <RestoreBackup />
        <SalvageWorkspace />
        {recent.map((file) => (
          <Button key={file.token} variant="subtle" onClick={() => void open(file)}>
            {t('first.openOne', { name: file.name })}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
