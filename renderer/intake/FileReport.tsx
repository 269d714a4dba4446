import { Table, Text } from '@mantine/core';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { ImportedFile } from '../../src/contract/results.ts';
import { formatNumber, reasonText } from '../app/format.ts';

const counts = ['rows', 'accepted', 'rejected', 'duplicates', 'updated'] as const;

/** What each file was taken for, and where its rows went or would go. */
export function FileReport(props: {
  files: readonly ImportedFile[];
  names: readonly ChosenFile[];
}) {
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>File</Table.Th>
          <Table.Th>Recognised as</Table.Th>
          {counts.map((name) => (
            <Table.Th key={name} className="number">
              {name}
            </Table.Th>
          ))}
          <Table.Th>Why rows were rejected</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.files.map((file, index) => (
          <Table.Tr key={props.names[index]?.token ?? file.file}>
            <Table.Td>{props.names[index]?.name ?? ''}</Table.Td>
            <Table.Td>
              {file.kind === null ? 'not recognised' : `${file.kind} (${file.preset})`}
            </Table.Td>
            {counts.map((name) => (
              <Table.Td key={name} className="number">
                {formatNumber(file[name])}
              </Table.Td>
            ))}
            <Table.Td>
              {file.error === undefined ? (
                Object.entries(file.reasons)
                  .map(([reason, count]) => `${formatNumber(count)} ${reasonText(reason)}`)
                  .join('; ') || '-'
              ) : (
                <Text size="sm" c="red">
                  {file.error.message} {file.error.remedy}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
