import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { progressStates, type Recommendation } from '../../src/domain/profile/document.ts';
import { t } from '../words/t.ts';

type Entry = Recommendation['progress'][number];

/** Today as the fields of a form write it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What became of a recommendation, the latest last, and a line to add. */
export function ProgressOf(props: {
  progress: readonly Entry[];
  canWrite: boolean;
  add: (entry: Entry) => void;
}) {
  const { progress, canWrite } = props;
  const [on, setOn] = useState(today);
  const [state, setState] = useState<Entry['state']>(progressStates[1]);
  const [note, setNote] = useState('');
  return (
    <section aria-label={t('progress.title')}>
      <Text size="sm" fw={600}>
        {t('progress.title')}
      </Text>
      {progress.length > 0 && (
        <Table className="dense wrapped" aria-label={t('progress.table')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('progress.on')}</Table.Th>
              <Table.Th scope="col">{t('progress.state')}</Table.Th>
              <Table.Th scope="col">{t('progress.note')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {progress.map((entry) => (
              <Table.Tr key={`${entry.on} ${entry.state} ${entry.note}`}>
                <Table.Td className="unbroken">{entry.on}</Table.Td>
                <Table.Td className="unbroken">{t(`progress.state.${entry.state}`)}</Table.Td>
                <Table.Td>{entry.note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {canWrite && (
        <Group align="end" gap="xs">
          <TextInput
            type="date"
            label={t('progress.on')}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Select
            label={t('progress.state')}
            w={130}
            allowDeselect={false}
            data={progressStates.map((value) => ({ value, label: t(`progress.state.${value}`) }))}
            value={state}
            onChange={(value) => setState(value as Entry['state'])}
          />
          <TextInput
            label={t('progress.note')}
            flex={1}
            maxLength={5_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={on === ''}
            onClick={() => {
              props.add({ on, state, note });
              setNote('');
            }}
          >
            {t('progress.add')}
          </Button>
        </Group>
      )}
    </section>
  );
}
