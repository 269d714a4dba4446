import { Button, Group, Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type RunningJob, watchJobs } from './engine-client.ts';

/** The work under way, with how far it is, how long it may take, and a way to stop it. */
export function JobsBar() {
  const [jobs, setJobs] = useState<readonly RunningJob[]>([]);
  useEffect(() => watchJobs(setJobs), []);
  const [job] = jobs;
  if (job === undefined) return null;
  const { progress } = job;
  const share =
    progress === null || progress.total === null || progress.total === 0
      ? 100
      : (100 * progress.done) / progress.total;
  return (
    <Group gap="xs" role="status" aria-live="polite">
      <Text size="sm">
        {progress?.stage ?? job.label}
        {jobs.length > 1 ? ` and ${jobs.length - 1} more` : ''}
        {timeLeft(job)}
      </Text>
      <Progress
        w={120}
        value={share}
        animated={progress?.total === null || progress === null}
        aria-label={`Progress of: ${job.label}`}
      />
      <Button
        size="compact-sm"
        variant="white"
        color="dark"
        onClick={() => void window.actionTen.cancel(job.key)}
      >
        Cancel
      </Button>
    </Group>
  );
}

/** Rate and remaining time of the stage, once they are known. */
function timeLeft({ progress, perSecond }: RunningJob): string {
  if (progress === null || progress.total === null || perSecond === null) return '';
  const left = Math.ceil((progress.total - progress.done) / perSecond);
  // Rows are read by bytes; other work counts whole things.
  const megabytes = (perSecond / 1e6).toFixed(1);
  const rate = progress.stage === 'Reading rows' ? `, ${megabytes} MB a second` : '';
  return `${rate}, about ${left} s left`;
}
