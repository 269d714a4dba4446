import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { DragEvent } from 'react';
import { useWorkbench } from '../app/workbench.tsx';
import { SourcesTable } from '../home/SourcesTable.tsx';
import { t } from '../words/t.ts';
import { PlanDetails } from './PlanDetails.tsx';
import { PlanList } from './PlanList.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import { Unmatched } from './Unmatched.tsx';
import { type Intake, isInDoubt, isReady } from './use-intake.ts';

/** Choose or drop files, see how each is understood, put right what is not, then import. */
export function ImportPanel(props: { intake: Intake; showRejected: (batch: number) => void }) {
  const { intake, showRejected } = props;
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
      <Text c="dimmed">{t('import.text')}</Text>
      {isReader && <Alert color="yellow">{t('import.otherWrites')}</Alert>}
      <Group>
        <Button
          disabled={isReader}
          onClick={() => void window.actionTen.chooseFiles('import').then(intake.choose)}
        >
          {t('import.choose')}
        </Button>
        {ready > 0 && (
          <Button onClick={() => void intake.importAll()}>
            {t('import.button', { count: ready })}
          </Button>
        )}
        {inDoubt > 0 && (
          <Text size="sm" role="status">
            {t('import.inDoubt', { count: inDoubt })}
          </Text>
        )}
      </Group>
      {plans.length > 0 && <PlanList intake={intake} showRejected={showRejected} />}
      {classified !== null && (
        <Alert color="green" title={t('import.classified')}>
          {t('import.onList', {
            count: classified.vawg['total'] ?? 0,
            online: classified.vawgSpaces.online,
            private: classified.vawgSpaces.private,
            public: classified.vawgSpaces.public,
            unclassified: classified.vawgSpaces.unclassified,
          })}
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
      {plans.length === 0 && <SavedMappings />}
    </Stack>
  );
}
