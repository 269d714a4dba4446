import { Button, Checkbox, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ListedRun, RunResult } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { Listed } from '../app/Listed.tsx';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { RemoveRun } from './RemoveRun.tsx';
import { runWords } from './run-words.ts';

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
  if (runs.length === 0) {
    return <Text p="lg">No run is kept yet. Make one on the map and press "Keep this run".</Text>;
  }
  const [first, second] = chosen;
  return (
    <div className="page wide">
      <Group justify="space-between">
        <Title order={1} size="h3">
          Kept runs
        </Title>
        <Button
          size="xs"
          disabled={first === undefined || second === undefined}
          onClick={() => first !== undefined && second !== undefined && onCompare(first, second)}
        >
          Compare the two chosen
        </Button>
      </Group>
      <div className="scroll-x">
        <Listed items={runs} textOf={textOf}>
          {(shown) => (
            <Table className="dense wrapped" stickyHeader aria-label="Kept runs">
              <Table.Thead>
                <Table.Tr>
                  {['Choose', 'Run', 'Kept on', 'What it asked', 'Data', 'Departures', ''].map(
                    (title) => (
                      <Table.Th key={title}>{title}</Table.Th>
                    ),
                  )}
                </Table.Tr>
              </Table.Thead>
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
                    onRepeat={() =>
                      void act(
                        ask('repeatRun', { run: run.run }, `Repeating run ${run.run}`).then(take),
                      )
                    }
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

function RunRow(props: {
  run: ListedRun;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onOpen: () => void;
  onRepeat: () => void;
  onRemove: () => void;
}) {
  const { run, isChosen, onChoose, onOpen, onRepeat, onRemove } = props;
  const { summary } = useWorkbench();
  const mayWrite = summary?.access === 'writer';
  const button = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={`Choose run ${run.run}`}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td className="unbroken">{run.run}</Table.Td>
      <Table.Td className="unbroken">{run.madeAt.slice(0, 16).replace('T', ' ')}</Table.Td>
      <Table.Td>{runWords(run)}</Table.Td>
      <Table.Td>{run.isCurrent ? 'as now' : 'changed since'}</Table.Td>
      <Table.Td>{run.departures.join('; ') || 'none'}</Table.Td>
      <Table.Td className="unbroken">
        <Group gap={4} wrap="nowrap">
          <Button
            {...button}
            aria-label={`Open run ${run.run}`}
            disabled={!run.canOpen}
            onClick={onOpen}
          >
            Open
          </Button>
          <Button
            {...button}
            aria-label={`Repeat run ${run.run} on the data of now`}
            disabled={!mayWrite}
            onClick={onRepeat}
          >
            Repeat
          </Button>
          <RemoveRun run={run.run} isOff={!mayWrite} onRemove={onRemove} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
