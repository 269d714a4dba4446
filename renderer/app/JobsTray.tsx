import { Button, Group, Popover, Progress, Stack, Text, Title } from '@mantine/core';
import { t } from '../words/t.ts';
import { EndedJobs } from './EndedJobs.tsx';
import { formatDecimal } from './format.ts';
import { type RunningJob, useJobs } from './jobs.ts';

/**
 * The work under way, in short in the band and whole in a panel: how far it is, how long it may take, a way to stop
 * it, and what became of what ended.
 */
export function JobsTray({
  isOpen,
  onChange,
}: {
  isOpen: boolean;
  onChange: (open: boolean) => void;
}) {
  const { running, ended } = useJobs();
  const [first] = running;
  return (
    <Group gap="xs" wrap="nowrap" className="jobs">
      <div role="status" aria-live="polite" className="jobs-said">
        {first !== undefined && (
          <Text size="sm" lineClamp={1}>
            {sayStage(first)}
            {running.length > 1 ? ` ${t('jobs.more', { count: running.length - 1 })}` : ''}
          </Text>
        )}
      </div>
      {first !== undefined && <CancelButton job={first} words={t('jobs.cancel')} />}
      <Popover
        opened={isOpen}
        onChange={onChange}
        position="bottom-end"
        width={420}
        trapFocus
        returnFocus
        withRoles={false}
      >
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="white"
            color="dark"
            aria-expanded={isOpen}
            aria-haspopup="dialog"
            onClick={() => onChange(!isOpen)}
          >
            {running.length === 0 ? t('jobs.open') : t('jobs.running', { count: running.length })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t('jobs.title')} className="jobs-panel">
          <Stack gap="sm">
            <Title order={2} size="h5" tabIndex={-1} data-autofocus>
              {t('jobs.title')}
            </Title>
            {running.length === 0 && <Text size="sm">{t('jobs.none')}</Text>}
            {running.map((job) => (
              <OneRunning key={job.key} job={job} />
            ))}
            {ended.length > 0 && <EndedJobs ended={ended} onGo={() => onChange(false)} />}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

function OneRunning({ job }: { job: RunningJob }) {
  const { progress } = job;
  const isMeasured = progress?.total !== null && progress !== null && progress.total > 0;
  return (
    <section aria-label={job.label}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm" fw={600}>
            {job.label}
          </Text>
          <Text size="sm" c="dimmed">
            {sayStage(job)}
          </Text>
        </div>
        <CancelButton job={job} words={t('jobs.cancelOne', { job: job.label })} />
      </Group>
      <Progress
        mt={4}
        value={isMeasured ? (100 * progress.done) / (progress.total ?? 1) : 100}
        animated={!isMeasured}
        aria-label={t('jobs.progress', { job: job.label })}
      />
    </section>
  );
}

function CancelButton({ job, words }: { job: RunningJob; words: string }) {
  return (
    <Button
      size="compact-sm"
      variant="white"
      color="dark"
      aria-label={words}
      onClick={() => void window.actionTen.cancel(job.key)}
    >
      {t('jobs.cancel')}
    </Button>
  );
}

/** The stage with its rate and remaining time, once they are known. */
function sayStage({ label, progress, perSecond }: RunningJob): string {
  const said = [progress?.stage ?? label];
  if (progress !== null && progress.total !== null && perSecond !== null) {
    // Rows are read by bytes; other work counts whole things.
    if (progress.stage === 'Reading rows') {
      said.push(t('jobs.rate', { megabytes: formatDecimal(perSecond / 1e6, 1) }));
    }
    const seconds = Math.ceil((progress.total - progress.done) / perSecond);
    said.push(t('jobs.left', { seconds }));
  }
  return said.join(', ');
}
