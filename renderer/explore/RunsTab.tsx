import { Button, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ListedRun, RunResult } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { Listed } from '../app/Listed.tsx';
import { NotRead } from '../app/NotRead.tsx';
import { TitleRow } from '../app/TitleRow.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { RunRow } from './RunRow.tsx';
import { runWords } from './run-words.ts';

const columns = [
  'map.runs.choose',
  'map.runs.run',
  'map.runs.on',
  'map.runs.asked',
  'map.runs.data',
  'map.runs.departures',
] as const;

/** The runs that were kept: open, compare two, repeat on the data of now, remove. */
export function RunsTab(props: {
  onOpen: (result: RunResult) => void;
  onCompare: (first: string, second: string) => void;
}) {
  const { onOpen, onCompare } = props;
  const { take } = useWorkbench();
  const listed = useCall('listRuns', {});
  const load = listed.reload;
  const runs = listed.value?.runs ?? null;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = async (run: string) => {
    const result = take(await ask('openRun', { run }));
    if (result !== null) onOpen(result);
  };
  const act = async (work: Promise<unknown>) => {
    await work;
    await load();
  };
  if (runs === null) return <NotRead of={listed} p="lg" />;
  if (runs.length === 0) return <Text p="lg">{t('map.runs.none')}</Text>;
  const [first, second] = chosen;
  return (
    <div className="page wide">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('map.runs')}
        </Title>
        <Button
          size="xs"
          disabled={first === undefined || second === undefined}
          onClick={() => first !== undefined && second !== undefined && onCompare(first, second)}
        >
          {t('map.runs.compare')}
        </Button>
      </Group>
      <div className="scroll-x">
        <Listed items={runs} textOf={textOf}>
          {(shown) => (
            <Table className="dense wrapped" stickyHeader aria-label={t('map.runs')}>
              <TitleRow titles={columns} hasActions />
              <Table.Tbody>
                {shown.map((run) => (
                  <RunRow
                    key={run.run}
                    run={run}
                    isChosen={chosen.includes(run.run)}
                    onChoose={(isChosen) =>
                      setChosen(
                        isChosen
                          ? [...chosen, run.run].slice(-2)
                          : chosen.filter((one) => one !== run.run),
                      )
                    }
                    onOpen={() => void open(run.run)}
                    onRepeat={() => void act(repeat(run).then(take))}
                    onRemove={() => void act(ask('removeRun', { run: run.run }).then(take))}
                  />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Listed>
      </div>
    </div>
  );
}

function textOf(run: ListedRun): string {
  return `${run.run} ${run.madeAt} ${runWords(run)} ${run.departures.join(' ')}`;
}

function repeat({ run }: ListedRun) {
  return ask('repeatRun', { run }, t('map.runs.repeating', { run }));
}
