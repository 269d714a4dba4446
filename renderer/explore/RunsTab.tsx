import { Button, Checkbox, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ListedRun, RunResult } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { formatMoment } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { departureWords } from './departure-words.ts';
import { RemoveRun } from './RemoveRun.tsx';
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
  const { value, state, reload: load } = useCall('listRuns', {});
  const runs = value?.runs ?? (state === 'missing' ? [] : null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = async (run: string) => {
    const result = take(await ask('openRun', { run }));
    if (result !== null) onOpen(result);
  };
  const act = async (work: Promise<unknown>) => {
    await work;
    await load();
  };
  if (runs === null) return <Text p="lg">{t('common.reading')}</Text>;
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
        <Table className="dense wrapped" stickyHeader aria-label={t('map.runs')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((title) => (
                <Table.Th key={title}>{t(title)}</Table.Th>
              ))}
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
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
      </div>
    </div>
  );
}

function repeat({ run }: ListedRun) {
  return ask('repeatRun', { run }, t('map.runs.repeating', { run }));
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
          aria-label={t('map.runs.chooseOne', { run: run.run })}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td className="unbroken">{run.run}</Table.Td>
      <Table.Td className="unbroken">{formatMoment(run.madeAt)}</Table.Td>
      <Table.Td className="asked">{runWords(run)}</Table.Td>
      <Table.Td>{t(run.isCurrent ? 'map.runs.asNow' : 'map.runs.changed')}</Table.Td>
      <Table.Td>{departureWords(run.departures) || t('map.runs.noDepartures')}</Table.Td>
      <Table.Td className="unbroken">
        <Group gap={4} wrap="nowrap">
          <Button
            {...button}
            aria-label={t('map.runs.openOne', { run: run.run })}
            disabled={!run.canOpen}
            onClick={onOpen}
          >
            {t('map.runs.open')}
          </Button>
          <Button
            {...button}
            aria-label={t('map.runs.repeatOne', { run: run.run })}
            disabled={!mayWrite}
            onClick={onRepeat}
          >
            {t('map.runs.repeat')}
          </Button>
          <RemoveRun run={run.run} isOff={!mayWrite} onRemove={onRemove} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
