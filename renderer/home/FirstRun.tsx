import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { RestoreBackup } from '../backups/RestoreBackup.tsx';
import { NewWorkspace } from './NewWorkspace.tsx';
import { Unlock } from './Unlock.tsx';

/** The two ways to begin, and the workspaces opened lately. */
export function FirstRun() {
  const { take, opened, open, locked } = useWorkbench();
  const [recent, setRecent] = useState<readonly ChosenFile[]>([]);
  useEffect(() => {
    void window.actionTen.recentWorkspaces().then(setRecent);
  }, []);
  const openSample = async () => {
    const folder = await window.actionTen.sampleFolder();
    const built = take(
      await ask('buildSample', { directory: folder.token }, 'Making the sample force'),
    );
    if (built !== null) opened(built.summary);
  };
  return (
    <Stack gap="lg">
      {locked !== null && <Unlock file={locked} />}
      <div>
        <Title order={1} size="h2">
          Where are women and girls at risk, and why?
        </Title>
        <Text c="dimmed">
          Online, private and public spaces in one problem profile. Nothing leaves this computer by
          itself.
        </Text>
      </div>
      <div className="choices">
        <Card withBorder padding="lg">
          <Title order={2} size="h3">
            Look around first
          </Title>
          <Text my="sm">
            Northmoor is a made-up force with 36 months of made-up records. It takes about ten
            seconds to make.
          </Text>
          <Button size="md" onClick={() => void openSample()}>
            Look around with the sample force
          </Button>
        </Card>
        <Card withBorder padding="lg">
          <Title order={2} size="h3">
            Start our force’s workspace
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
          Open a workspace
        </Button>
        <RestoreBackup />
        {recent.map((file) => (
          <Button key={file.token} variant="subtle" onClick={() => void open(file)}>
            Open {file.name}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
