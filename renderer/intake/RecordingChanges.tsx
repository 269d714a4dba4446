import { Button, Group, Select, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { RecordingChange } from '../../src/contract/intake.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t, tCode } from '../words/t.ts';

const concerns = ['incidents', 'open-data', 'partner', 'perceptions', 'all'] as const;
type About = (typeof concerns)[number];

/** Dated changes of recording: each draws a break on every trend it concerns. */
export function RecordingChanges(props: {
  changes: readonly RecordingChange[];
  changed: () => Promise<void>;
}) {
  const { take, summary } = useWorkbench();
  const [changedOn, setChangedOn] = useState('');
  const [what, setWhat] = useState('');
  const [about, setAbout] = useState<About>('incidents');
  const put = async (change: {
    id: number | null;
    changedOn: string;
    what: string;
    about?: About;
  }) => {
    const outcome = await ask('changeRecordingNote', change);
    take(outcome);
    if (!outcome.ok) return false;
    setWhat('');
    await props.changed();
    return true;
  };
  const remove = async ({ id, changedOn: on, what: words, about: of }: RecordingChange) => {
    if (!(await put({ id, changedOn: on, what: '' }))) return;
    const before = { id: null, changedOn: on, what: words, about: of as About };
    tellDone(t('done.recordingChange', { on }), () => put(before));
  };
  return (
    <section>
      <Title order={2} size="h4">
        {t('recording.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('recording.text')}
      </Text>
      <Table verticalSpacing={4} maw={980}>
        <Table.Tbody>
          {props.changes.map((change) => (
            <Table.Tr key={`${change.id ?? 'shipped'} ${change.changedOn} ${change.what}`}>
              <Table.Td w={110}>{change.changedOn}</Table.Td>
              <Table.Td>
                {change.what}{' '}
                <Text span size="xs" c="dimmed">
                  ({tCode(`recording.of.${change.about}`)}; {change.source})
                </Text>
              </Table.Td>
              <Table.Td w={100}>
                {change.id !== null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('recording.removeOf', { on: change.changedOn })}
                    disabled={summary?.access !== 'writer'}
                    onClick={() => void remove(change)}
                  >
                    {t('common.remove')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group align="end" mt="xs">
        <TextInput
          type="date"
          label={t('recording.date')}
          value={changedOn}
          onChange={(event) => setChangedOn(event.currentTarget.value)}
        />
        <TextInput
          label={t('recording.what')}
          w={340}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <Select
          label={t('recording.for')}
          data={concerns.map((one) => ({ value: one, label: t(`recording.of.${one}`) }))}
          value={about}
          allowDeselect={false}
          onChange={(value) => setAbout(value ?? 'incidents')}
        />
        <Button
          variant="default"
          disabled={summary?.access !== 'writer' || changedOn === '' || what.trim() === ''}
          onClick={() => void put({ id: null, changedOn, what, about })}
        >
          {t('recording.add')}
        </Button>
      </Group>
    </section>
  );
}
