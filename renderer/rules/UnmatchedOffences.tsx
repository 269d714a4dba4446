import { Button, Stack, Table, Text } from '@mantine/core';
import { Fragment, useMemo, useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import type { UnmatchedOffence } from '../../src/contract/results.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { AssignOffence } from './AssignOffence.tsx';
import { Pager } from './Pager.tsx';

const pageRows = 50;

/** Offences that match nothing on the list, with their counts, each to be assigned. */
export function UnmatchedOffences() {
  const { take, refresh, summary } = useWorkbench();
  const [open, setOpen] = useState<string | null>(null);
  const [after, setAfter] = useState(0);
  const [said, setSaid] = useState('');
  const offences = summary?.classification?.unmatchedOffences ?? [];
  // The last page may have gone with the offence that was assigned on it.
  const start = after < offences.length ? after : 0;
  const isReader = summary?.access === 'reader';
  const since = summary?.classification?.codeListVersion ?? null;
  const { value: list } = useCall('readCodeList', {}, { since });
  const titles = useMemo(() => [...new Set(list?.rows.map((row) => row.title))].toSorted(), [list]);
  const assign = async (offence: UnmatchedOffence, to: CallInput<'assignOffence'>['to']) => {
    const { text, code } = offence;
    const done = take(await ask('assignOffence', { text, code, to }, t('unmatched.assigning')));
    if (done === null) return;
    setOpen(null);
    setSaid(
      t('unmatched.assigned', {
        offence: text || code,
        count: offence.count,
        version: done.version,
      }),
    );
    await refresh();
    const before = since;
    if (before === null) return;
    tellDone(t('list.inForce', { version: done.version }), async () => {
      const label = t('job.working');
      const undone = take(await ask('useCodeList', { version: before }, label));
      setSaid('');
      await refresh();
      return undone !== null;
    });
  };
  if (offences.length === 0) {
    return (
      <Stack gap="sm">
        {said !== '' && <Text role="status">{said}</Text>}
        <Text c="dimmed">
          {t((summary?.classification ?? null) === null ? 'unmatched.notYet' : 'unmatched.none')}
        </Text>
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" maw={860}>
        {t('unmatched.text')}
      </Text>
      {said !== '' && (
        <Text role="status" className="said">
          {said}
        </Text>
      )}
      <Table verticalSpacing={4} maw={980}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('unmatched.title')}</Table.Th>
            <Table.Th>{t('unrecognised.code')}</Table.Th>
            <Table.Th className="number">{t('audit.records')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {offences.slice(start, start + pageRows).map((offence) => {
            const key = `${offence.code} ${offence.text}`;
            return (
              <Fragment key={key}>
                <Table.Tr>
                  <Table.Td>{offence.text || '-'}</Table.Td>
                  <Table.Td>{offence.code || '-'}</Table.Td>
                  <Table.Td className="number">{formatNumber(offence.count)}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={isReader}
                      aria-expanded={open === key}
                      aria-label={t('unmatched.assignOf', {
                        offence: offence.text || offence.code,
                      })}
                      onClick={() => setOpen(open === key ? null : key)}
                    >
                      {t('unmatched.assign')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
                {open === key && (
                  <Table.Tr>
                    <Table.Td colSpan={4}>
                      <AssignOffence
                        titles={titles}
                        assign={(to) => void assign(offence, to)}
                        leave={() => setOpen(null)}
                      />
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
      <Pager after={start} pageRows={pageRows} total={offences.length} go={setAfter} />
    </Stack>
  );
}
