import { Button, Checkbox, Group, Table } from '@mantine/core';
import type { ListedRun } from '../../src/contract/hotspots.ts';
import { formatMoment } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { departureWords } from './departure-words.ts';
import { RemoveRun } from './RemoveRun.tsx';
import { runWords } from './run-words.ts';

/** One kept run in the list of them: what it asked, of which data, and what can be done with it. */
export function RunRow(props: {
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
      <Table.Td>
        <Group gap={4}>
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
