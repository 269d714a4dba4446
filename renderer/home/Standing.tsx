import { Alert, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { ClassificationTables } from './ClassificationTables.tsx';
import { DueReminders } from './DueReminders.tsx';
import { ReviewReminder } from './ReviewReminder.tsx';
import { RolledBack } from './RolledBack.tsx';
import { SourcesTable } from './SourcesTable.tsx';

const units: readonly (readonly [keyof WorkspaceSummary['counts'], string])[] = [
  ['incidents', 'incidents'],
  ['victims', 'victims'],
  ['suspects', 'suspects'],
  ['partnerEvents', 'partner events'],
  ['perceptions', 'reports of feeling unsafe'],
  ['statements', 'statements by women and girls'],
  ['venues', 'venues'],
  ['areas', 'areas'],
];

/** Where the workspace stands: what it holds, how it was classified, what to do next. */
export function Standing({ summary }: { summary: WorkspaceSummary }) {
  const { opened, show, take } = useWorkbench();
  const close = async () => {
    if (take(await ask('closeWorkspace', {})) === null) opened(null);
    else opened(null);
  };
  const { classification, heldBy, period } = summary;
  const isContext =
    classification !== null &&
    summary.counts.incidents > 0 &&
    classification.vawg['context'] === summary.counts.incidents;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <div>
          <Title order={1} size="h2">
            {summary.force}
          </Title>
          <Text c="dimmed">
            {period === null
              ? 'No incidents yet'
              : `Incidents recorded ${period.from} to ${period.to}`}
          </Text>
        </div>
        <Button variant="default" onClick={() => void close()}>
          Close the workspace
        </Button>
      </Group>
      {summary.access === 'reader' && (
        <Alert color="yellow" title="Open for reading only">
          {heldBy === null
            ? 'Another process is writing to this workspace.'
            : `${heldBy.user} on ${heldBy.computer} is writing to this workspace.`}{' '}
          Imports and exports have to wait.
        </Alert>
      )}
      <RolledBack />
      <ReviewReminder />
      <DueReminders />
      {isContext && (
        <Alert color="orange" title="All-victim context, not a VAWG measure">
          Every incident here is published open data: it has no victim sex, no flags and no hour.
        </Alert>
      )}
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
        {units.map(([name, unit]) => (
          <div key={name}>
            <Text size="xl" fw={600}>
              {formatNumber(summary.counts[name])}
            </Text>
            <Text size="sm" c="dimmed">
              {unit}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Group>
        <Button onClick={() => show(summary.counts.incidents === 0 ? 'data' : 'map')}>
          {summary.counts.incidents === 0 ? 'Import the first files' : 'See the hot spots'}
        </Button>
        {summary.counts.incidents > 0 && (
          <Button variant="default" onClick={() => show('profile')}>
            Read the profile
          </Button>
        )}
      </Group>
      {classification !== null && !isContext && (
        <ClassificationTables classification={classification} total={summary.counts.incidents} />
      )}
      <SourcesTable sources={summary.sources} />
    </Stack>
  );
}
