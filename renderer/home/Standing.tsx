import { Alert, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { ClassificationTables } from './ClassificationTables.tsx';
import { DueReminders } from './DueReminders.tsx';
import { FirstHour } from './FirstHour.tsx';
import { NextSteps } from './NextSteps.tsx';
import { PlacesToLookAt } from './PlacesToLookAt.tsx';
import { ProfileStanding } from './ProfileStanding.tsx';
import { RolledBack } from './RolledBack.tsx';
import { SourcesTable } from './SourcesTable.tsx';
import { useStanding } from './use-standing.ts';

const units = [
  'incidents',
  'victims',
  'suspects',
  'partnerEvents',
  'perceptions',
  'statements',
  'venues',
  'areas',
] as const satisfies readonly (keyof WorkspaceSummary['counts'])[];

/** Where the profile stands, what is next, and what the workspace holds. */
export function Standing({ summary }: { summary: WorkspaceSummary }) {
  const { show } = useWorkbench();
  const standing = useStanding(summary);
  const { classification, counts } = summary;
  const isContext =
    classification !== null &&
    counts.incidents > 0 &&
    classification.vawg['context'] === counts.incidents;
  return (
    <Stack gap="lg">
      <Heading summary={summary} />
      {summary.access === 'reader' && <ReadOnly heldBy={summary.heldBy} />}
      <RolledBack />
      <DueReminders />
      {isContext && (
        <Alert color="orange" title={t('home.context')}>
          {t('home.contextText')}
        </Alert>
      )}
      <Group>
        <Button
          onClick={() =>
            counts.incidents === 0 ? show('data', { tab: 'import' }) : show('map', { tab: 'map' })
          }
        >
          {t(counts.incidents === 0 ? 'home.import' : 'home.hotSpots')}
        </Button>
        {counts.incidents > 0 && (
          <Button variant="default" onClick={() => show('profile')}>
            {t('home.read')}
          </Button>
        )}
      </Group>
      <div className="home-columns">
        <NextSteps steps={standing.steps} isWaiting={standing.isWaiting} />
        <ProfileStanding standing={standing} hasIncidents={counts.incidents > 0} />
      </div>
      {summary.isSample && <FirstHour />}
      <PlacesToLookAt places={standing.places ?? []} />
      <section aria-labelledby="what-it-holds">
        <Title order={2} size="h4" mb="xs" id="what-it-holds">
          {t('home.holds')}
        </Title>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
          {units.map((unit) => (
            <div key={unit}>
              <Text size="xl" fw={600}>
                {formatNumber(counts[unit])}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`unit.${unit}`)}
              </Text>
            </div>
          ))}
        </SimpleGrid>
      </section>
      {classification !== null && !isContext && (
        <ClassificationTables classification={classification} total={counts.incidents} />
      )}
      <SourcesTable sources={summary.sources} />
    </Stack>
  );
}

function Heading({ summary: { force, period } }: { summary: WorkspaceSummary }) {
  const { opened, take } = useWorkbench();
  const close = async () => {
    take(await ask('closeWorkspace', {}));
    opened(null);
  };
  return (
    <Group justify="space-between">
      <div>
        <Title order={1} size="h2">
          {force}
        </Title>
        <Text c="dimmed">{period === null ? t('home.noIncidents') : t('home.period', period)}</Text>
      </div>
      <Button variant="default" onClick={() => void close()}>
        {t('home.close')}
      </Button>
    </Group>
  );
}

function ReadOnly({ heldBy }: Pick<WorkspaceSummary, 'heldBy'>) {
  const { user, computer } = heldBy ?? {};
  return (
    <Alert color="yellow" title={t('home.readOnly')}>
      {user === undefined || computer === undefined
        ? t('home.heldByOther')
        : t('home.heldBy', { user, computer })}{' '}
      {t('home.wait')}
    </Alert>
  );
}
