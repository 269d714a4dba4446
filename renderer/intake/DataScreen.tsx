import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { ClassificationSummary, ImportedFile } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { SourcesTable } from '../home/SourcesTable.tsx';
import { FileReport } from './FileReport.tsx';
import { Unmatched } from './Unmatched.tsx';

/** Files in: choose or drop, a dry run that says what each is, then the import and the classification. */
export function DataScreen() {
  const { summary, take, refresh } = useWorkbench();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [checked, setChecked] = useState<readonly ImportedFile[] | null>(null);
  const [imported, setImported] = useState<readonly ImportedFile[] | null>(null);
  const [classified, setClassified] = useState<ClassificationSummary | null>(null);

  const check = async (chosen: readonly ChosenFile[]) => {
    if (chosen.length === 0) return;
    setFiles(chosen);
    setImported(null);
    setClassified(null);
    setChecked(null);
    const input = { files: chosen.map((file) => file.token), dryRun: true };
    const result = take(await ask('importFiles', input, 'Checking the files'));
    setChecked(result?.files ?? null);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    const dropped = await Promise.all(
      [...event.dataTransfer.files].map((file) => window.actionTen.dropFile(file)),
    );
    await check(dropped.filter((file) => file !== null));
  };
  const good = files.filter((_, index) => checked?.[index]?.ok === true);
  const importGood = async () => {
    const input = { files: good.map((file) => file.token) };
    const result = take(await ask('importFiles', input, 'Importing'));
    if (result === null) return refresh();
    setImported(result.files);
    setChecked(null);
    setClassified(take(await ask('classify', {}, 'Classifying incidents')));
    return refresh();
  };
  const saveRejects = async () => {
    const place = await window.actionTen.chooseSavePath('rejects', 'rejected-rows.csv');
    if (place === null) return;
    const input = { files: files.map((file) => file.token), dryRun: true, rejects: place.token };
    take(await ask('importFiles', input, 'Saving rejected rows'));
  };
  const report = imported ?? checked;
  return (
    <div
      className="page"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void drop(event)}
    >
      <Stack gap="md">
        <Title order={1} size="h2">
          Data
        </Title>
        <Text c="dimmed">
          CSV tables and GeoJSON boundaries. Each file is recognised from its column names; choose
          several at once or drop them here.
        </Text>
        {summary?.access === 'reader' && (
          <Alert color="yellow">Somebody else is writing: files cannot be imported now.</Alert>
        )}
        <Group>
          <Button
            disabled={summary?.access === 'reader'}
            onClick={() => void window.actionTen.chooseFiles('import').then(check)}
          >
            Choose files
          </Button>
          {checked !== null && good.length > 0 && (
            <Button onClick={() => void importGood()}>
              Import {good.length} {good.length === 1 ? 'file' : 'files'}
            </Button>
          )}
          {report?.some((file) => file.rejected > 0) === true && (
            <Button variant="default" onClick={() => void saveRejects()}>
              Save rejected rows…
            </Button>
          )}
        </Group>
        {checked !== null && <Text>Checked, nothing imported yet:</Text>}
        {imported !== null && <Text role="status">Imported:</Text>}
        {report !== null && <FileReport files={report} names={files} />}
        {classified !== null && (
          <Alert color="green" title="Classified">
            {formatNumber(classified.vawg['total'] ?? 0)} incidents are on the VAWG list; in it{' '}
            {formatNumber(classified.vawgSpaces.online)} online,{' '}
            {formatNumber(classified.vawgSpaces.private)} private,{' '}
            {formatNumber(classified.vawgSpaces.public)} public,{' '}
            {formatNumber(classified.vawgSpaces.unclassified)} unclassified.
          </Alert>
        )}
        <Unmatched classification={classified ?? summary?.classification ?? null} />
        {report === null && summary !== null && <SourcesTable sources={summary.sources} />}
      </Stack>
    </div>
  );
}
