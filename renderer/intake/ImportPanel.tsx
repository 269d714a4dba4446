import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { DragEvent } from 'react';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { SourcesTable } from '../home/SourcesTable.tsx';
import { PlanDetails } from './PlanDetails.tsx';
import { PlanList } from './PlanList.tsx';
import { Unmatched } from './Unmatched.tsx';
import { type Intake, isInDoubt, isReady } from './use-intake.ts';

/** Choose or drop files, see how each is understood, put right what is not, then import. */
export function ImportPanel({ intake }: { intake: Intake }) {
  const { summary } = useWorkbench();
  const { plans, classified } = intake;
  const isReader = summary?.access === 'reader';
  const ready = plans.filter(isReady).length;
  const inDoubt = plans.filter((plan) => isInDoubt(plan) && !plan.isImported).length;
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    const dropped = await Promise.all(
      [...event.dataTransfer.files].map((file) => window.actionTen.dropFile(file)),
    );
    await intake.choose(dropped.filter((file) => file !== null));
  };
  const selected = plans[intake.selected];
  return (
    <Stack
      gap="md"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void drop(event)}
    >
      <Text c="dimmed">
        Tables (CSV, Excel, ZIP), boundaries (GeoJSON, zipped shapefile, GeoPackage) and a base map
        (MBTiles, PMTiles). Each file is recognised from its content; choose several at once or drop
        them here. Nothing is kept until you import.
      </Text>
      {isReader && (
        <Alert color="yellow">Somebody else is writing: files cannot be imported now.</Alert>
      )}
      <Group>
        <Button
          disabled={isReader}
          onClick={() => void window.actionTen.chooseFiles('import').then(intake.choose)}
        >
          Choose files
        </Button>
        {ready > 0 && (
          <Button onClick={() => void intake.importAll()}>
            Import {ready} {ready === 1 ? 'file' : 'files'}
          </Button>
        )}
        {inDoubt > 0 && (
          <Text size="sm" role="status">
            {inDoubt === 1 ? 'One file waits' : `${inDoubt} files wait`} for you to say whether the
            day or the month comes first.
          </Text>
        )}
      </Group>
      {plans.length > 0 && <PlanList intake={intake} />}
      {classified !== null && (
        <Alert color="green" title="Classified">
          {formatNumber(classified.vawg['total'] ?? 0)} incidents are on the VAWG list; in it{' '}
          {formatNumber(classified.vawgSpaces.online)} online,{' '}
          {formatNumber(classified.vawgSpaces.private)} private,{' '}
          {formatNumber(classified.vawgSpaces.public)} public,{' '}
          {formatNumber(classified.vawgSpaces.unclassified)} unclassified.
        </Alert>
      )}
      {selected !== undefined && !selected.isImported && (
        <PlanDetails
          key={selected.file.token}
          plan={selected}
          change={(changed) => void intake.change(intake.selected, changed)}
        />
      )}
      <Unmatched classification={classified ?? summary?.classification ?? null} />
      {plans.length === 0 && summary !== null && <SourcesTable sources={summary.sources} />}
    </Stack>
  );
}
