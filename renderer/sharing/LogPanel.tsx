import { Alert, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AuditReport } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';

const shown = 500;

/** What was done with the data, newest first: to read, to filter, to check and to save. */
export function LogPanel() {
  const { take } = useWorkbench();
  const asked = useCall('readAudit', { verify: false, anchor: null, limit: shown });
  const report = asked.value;
  const [words, setWords] = useState('');
  const [anchor, setAnchor] = useState('');
  const check = async () => {
    const head = anchor.trim() === '' ? null : anchor.trim();
    const checked = take(await ask('readAudit', { verify: true, anchor: head, limit: shown }));
    if (checked !== null) asked.put(checked);
  };
  const save = async () => {
    const place = await window.actionTen.chooseSavePath('audit-csv', 'audit log.csv');
    if (place !== null) take(await ask('readAudit', { csv: place.token }));
  };
  if (report === null) return <Text>Reading the log …</Text>;
  const lines = report.latest
    .map((entry) => ({ ...entry, said: detailInWords(entry.detail) }))
    .filter(({ at, actor, action, said }) =>
      `${at} ${actor} ${action} ${said}`.toLowerCase().includes(words.trim().toLowerCase()),
    );
  return (
    <Stack gap="sm">
      <Text size="sm">
        {formatNumber(report.entries)} entries; the newest {formatNumber(report.latest.length)} are
        listed. Head of the log: <code>{report.head}</code>. Keep it somewhere else: later it shows
        whether the log was cut.
      </Text>
      <Group align="end">
        <TextInput
          label="Filter"
          placeholder="layer shared"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <TextInput
          label="Head that was kept elsewhere (optional)"
          w={360}
          value={anchor}
          onChange={(event) => setAnchor(event.currentTarget.value)}
        />
        <Button onClick={() => void check()}>Check the log</Button>
        <Button variant="default" onClick={() => void save()}>
          Save the log as CSV
        </Button>
      </Group>
      <Verdict report={report} />
      <Table verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            {['When', 'Who', 'What', 'Facts'].map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((entry) => (
            <Table.Tr key={entry.sequence}>
              <Table.Td className="unbroken">{entry.at.replace('T', ' ').slice(0, 19)}</Table.Td>
              <Table.Td>{entry.actor}</Table.Td>
              <Table.Td>{entry.action}</Table.Td>
              <Table.Td>{entry.said}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length === 0 && <Text>No entry has these words.</Text>}
    </Stack>
  );
}

function Verdict({ report }: { report: AuditReport }) {
  if (report.intact === null) return null;
  if (report.intact) {
    return (
      <Alert color="teal" title="The log is as it was written" role="status">
        {report.anchored === true
          ? 'The head that was kept elsewhere stands in it.'
          : 'Whether entries were cut off its end can only be seen with a head that was kept elsewhere.'}
      </Alert>
    );
  }
  return (
    <Alert color="red" title="The log is not as it was written" role="alert">
      {report.anchored === false
        ? 'The head that was kept elsewhere is not in it: the log was cut, rolled back or written anew.'
        : 'An entry was changed, removed or moved.'}{' '}
      Keep the file as evidence and tell your information security officer.
    </Alert>
  );
}

function detailInWords(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}
