import { Alert, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { AuditReport } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { Pager } from '../rules/Pager.tsx';
import { t } from '../words/t.ts';
import { tRich } from '../words/t-rich.tsx';

/** More than a force writes in years; the file has all of them. */
const mostRead = 10_000;
const pageRows = 100;

/** What was done with the data, newest first: to read, to filter, to check and to save. */
export function LogPanel() {
  const { take } = useWorkbench();
  const asked = useCall('readAudit', { verify: false, anchor: null, limit: mostRead });
  const report = asked.value;
  const [words, setWords] = useState('');
  const [after, setAfter] = useState(0);
  const lines = useMemo(() => linesWith(report?.latest ?? [], words), [report, words]);
  const [anchor, setAnchor] = useState('');
  const check = async () => {
    const head = anchor.trim() === '' ? null : anchor.trim();
    const checked = take(await ask('readAudit', { verify: true, anchor: head, limit: mostRead }));
    if (checked !== null) asked.put(checked);
  };
  const save = async () => {
    const place = await window.actionTen.chooseSavePath('audit-csv', t('log.file'));
    if (place !== null) take(await ask('readAudit', { csv: place.token }));
  };
  if (report === null) return <NotRead of={asked} words={t('log.reading')} />;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {tRich('log.head', {
          count: report.entries,
          listed: report.latest.length,
          head: <code>{report.head}</code>,
        })}
      </Text>
      <Group align="end">
        <TextInput
          label={t('log.filter')}
          placeholder={t('log.filterExample')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAfter(0);
          }}
        />
        <TextInput
          label={t('log.anchor')}
          w={360}
          value={anchor}
          onChange={(event) => setAnchor(event.currentTarget.value)}
        />
        <Button onClick={() => void check()}>{t('log.check')}</Button>
        <Button variant="default" onClick={() => void save()}>
          {t('log.save')}
        </Button>
      </Group>
      <Verdict report={report} />
      <Table verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            {(['log.when', 'log.who', 'log.what', 'log.facts'] as const).map((title) => (
              <Table.Th key={title}>{t(title)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.slice(after, after + pageRows).map((entry) => (
            <Table.Tr key={entry.sequence}>
              <Table.Td className="unbroken">{entry.at.replace('T', ' ').slice(0, 19)}</Table.Td>
              <Table.Td>{entry.actor}</Table.Td>
              <Table.Td>{entry.action}</Table.Td>
              <Table.Td>{entry.said}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length === 0 && <Text>{t('log.nothing')}</Text>}
      <Pager after={after} pageRows={pageRows} total={lines.length} go={setAfter} />
    </Stack>
  );
}

type Entry = AuditReport['latest'][number];

/** The entries that have the words, each with its facts in words. */
function linesWith(entries: readonly Entry[], words: string): (Entry & { said: string })[] {
  const wanted = words.trim().toLowerCase();
  return entries
    .map((entry) => ({ ...entry, said: detailInWords(entry.detail) }))
    .filter(({ at, actor, action, said }) =>
      `${at} ${actor} ${action} ${said}`.toLowerCase().includes(wanted),
    );
}

function Verdict({ report }: { report: AuditReport }) {
  if (report.intact === null) return null;
  if (report.intact) {
    return (
      <Alert color="teal" title={t('log.intact')} role="status">
        {t(report.anchored === true ? 'log.anchored' : 'log.notAnchored')}
      </Alert>
    );
  }
  return (
    <Alert color="red" title={t('log.broken')} role="alert">
      {t(report.anchored === false ? 'log.cut' : 'log.changed')}
    </Alert>
  );
}

function detailInWords(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}
