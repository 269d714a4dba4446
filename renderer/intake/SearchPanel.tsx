import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FoundRecord } from '../../src/contract/intake.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { WhyButton } from '../rules/WhyRecord.tsx';

/** Finds incidents by the words of their free text. The text is shown here and never leaves. */
export function SearchPanel() {
  const { take, summary, asked } = useWorkbench();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ records: readonly FoundRecord[]; total: number } | null>(
    null,
  );
  const search = async (wanted: string) => {
    if (summary?.access === 'writer') take(await ask('indexTexts', {}, 'Indexing free text'));
    setFound(take(await ask('searchRecords', { text: wanted }, 'Searching')));
  };
  // The search over everything leads here with the words that were typed there.
  const { words } = asked.within;
  useEffect(() => {
    if (words === undefined) return;
    setText(words);
    void search(words);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time it leads here
  }, [asked]);
  return (
    <Stack gap="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void search(text);
        }}
      >
        <Group align="end">
          <TextInput
            label="Words in the free text of incidents"
            w={360}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={text.trim().length < 2}>
            Search
          </Button>
        </Group>
      </form>
      {found !== null && (
        <Text role="status">
          {found.total === 0
            ? 'No incident has all of these words.'
            : `${formatNumber(found.total)} incidents have all of these words.`}
        </Text>
      )}
      {found !== null && found.records.length > 0 && (
        <div className="scroll-x">
          <Table className="dense">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Reference</Table.Th>
                <Table.Th>Offence</Table.Th>
                <Table.Th>Recorded</Table.Th>
                <Table.Th />
                <Table.Th>Text</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.records.map((record, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: records without a reference may be alike
                <Table.Tr key={index}>
                  <Table.Td>{record.reference}</Table.Td>
                  <Table.Td>{record.offence}</Table.Td>
                  <Table.Td>{record.recordedOn.replace('T', ' ')}</Table.Td>
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
