import { Button, Group, Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type RunningJob, watchJobs } from './engine-client.ts';

/** The work under way, with how far it is and a way to stop it. */
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
