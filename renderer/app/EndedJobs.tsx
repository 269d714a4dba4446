import { Button, Group, Text, Title } from '@mantine/core';
import { t } from '../words/t.ts';
import { clearEndedJobs, type EndedJob } from './jobs.ts';
import { roomWords } from './rooms.ts';
import { useWorkbench } from './workbench.tsx';

/** What became of the jobs of this session, each with the way back to where it was started. */
export function EndedJobs({ ended, onGo }: { ended: readonly EndedJob[]; onGo: () => void }) {
  const { show, summary } = useWorkbench();
  return (
    <section aria-label={t('jobs.ended')}>
      <Group justify="space-between" mb={4}>
        <Title order={3} size="h6">
          {t('jobs.ended')}
        </Title>
        <Button size="compact-xs" variant="default" onClick={clearEndedJobs}>
          {t('jobs.clear')}
        </Button>
      </Group>
      <ul className="jobs-ended">
        {ended.map((job) => {
          const room = t(roomWords(job.screen));
          return (
            <li key={job.key}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <div>
                  <Text size="sm">{job.label}</Text>
                  <Text size="xs" className={job.end === 'failed' ? 'problem' : 'quiet'}>
                    {sayEnd(job)}
                  </Text>
                </div>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('jobs.goToOf', { room, job: job.label })}
                  disabled={summary === null && job.screen !== 'home'}
                  onClick={() => {
                    show(job.screen);
                    onGo();
                  }}
                >
                  {t('jobs.goTo', { room })}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sayEnd({ end, seconds, why }: EndedJob): string {
  if (end === 'failed') return t('jobs.failed', { why });
  return t(end === 'done' ? 'jobs.done' : 'jobs.cancelled', { seconds });
}
