import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { formatMoment } from '../app/format.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { WhyButton } from '../rules/WhyRecord.tsx';
import { t } from '../words/t.ts';

/** Finds incidents by the words of their free text. The text is shown here and never leaves. */
export function SearchPanel() {
  const { take, summary, asked } = useWorkbench();
  const [text, setText] = useState('');
  // Another object each time, so that the same words are looked for again.
  const [wanted, setWanted] = useState<{ readonly words: string } | null>(null);
  const mayIndex = summary?.access === 'writer';
  const search = useCallback(async () => {
    if (mayIndex) take(await ask('indexTexts', {}, t('common.indexing')));
    return ask('searchRecords', { text: wanted?.words ?? '' }, t('job.search'));
  }, [wanted, mayIndex, take]);
  const { value: found } = useLoaded(wanted === null ? null : search);
  // The search over everything leads here with the words that were typed there.
  const [followed, setFollowed] = useState<object | null>(null);
  const { words } = asked.within;
  if (words !== undefined && followed !== asked) {
    setFollowed(asked);
    setText(words);
    setWanted({ words });
  }
  return (
    <Stack gap="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setWanted({ words: text });
        }}
      >
        <Group align="end">
          <TextInput
            label={t('find.label')}
            w={360}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={text.trim().length < 2}>
            {t('find.search')}
          </Button>
        </Group>
      </form>
      {found !== null && (
        <Text role="status">
          {found.total === 0 ? t('find.nothing') : t('find.found', { count: found.total })}
          {found.records.length < found.total &&
            ` ${t('search.shown', { count: found.records.length })}`}
        </Text>
      )}
      {found !== null && found.records.length > 0 && (
        <div className="scroll-x">
          <Table className="dense">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('find.reference')}</Table.Th>
                <Table.Th>{t('find.offence')}</Table.Th>
                <Table.Th>{t('find.recorded')}</Table.Th>
                <Table.Th />
                <Table.Th>{t('find.text')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.records.map((record, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: records without a reference may be alike
                <Table.Tr key={index}>
                  <Table.Td>{record.reference}</Table.Td>
                  <Table.Td>{record.offence}</Table.Td>
                  <Table.Td>{formatMoment(record.recordedOn)}</Table.Td>
                  <Table.Td>
                    {record.incident !== undefined && <WhyButton incident={record.incident} />}
                  </Table.Td>
                  <Table.Td>{record.text}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  );
}
