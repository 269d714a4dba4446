import { Alert, Badge, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatNumber } from '../app/format.ts';
import { NotRead } from '../app/NotRead.tsx';
import { TitleRow } from '../app/TitleRow.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { AskWayBack } from './AskWayBack.tsx';
import { ReleaseWayBack } from './ReleaseWayBack.tsx';
import { RenewPseudonyms } from './RenewPseudonyms.tsx';

const columns = [
  'wayBack.request',
  'wayBack.asked',
  'wayBack.for',
  'wayBack.purpose',
  'wayBack.suspects',
  'wayBack.state',
  'wayBack.releasedBy',
] as const;

/** The way back from pseudonyms to the force's references: one person asks, another releases. */
export function WayBackPanel() {
  const { summary, dismiss } = useWorkbench();
  const listed = useCall('listWayBacks', {});
  const load = listed.reload;
  const requests = listed.value?.requests ?? [];
  const [said, setSaid] = useState<string | null>(null);
  if (summary === null) return null;
  if (listed.value === null) return <NotRead of={listed} />;
  const waiting = requests.find(({ state }) => state === 'waiting');
  const done = async (words: string) => {
    dismiss();
    setSaid(words);
    await load();
  };
  return (
    <Stack gap="md">
      <Text size="sm" maw="72ch">
        {t('wayBack.about')}
      </Text>
      {said !== null && <Alert color="teal" role="status" title={said} />}
      {summary.access === 'writer' && <AskWayBack onAsked={done} />}
      {waiting !== undefined && summary.access === 'writer' && (
        <ReleaseWayBack request={waiting} onReleased={done} />
      )}
      {requests.length > 0 && (
        <Table verticalSpacing={4} aria-label={t('wayBack.table')}>
          <TitleRow titles={columns} />
          <Table.Tbody>
            {requests.map((request) => (
              <Table.Tr key={request.request}>
                <Table.Td>{request.request}</Table.Td>
                <Table.Td>
                  {t('wayBack.askedBy', {
                    on: formatDay(request.askedAt),
                    user: request.askedBy,
                  })}
                </Table.Td>
                <Table.Td>{request.recipient}</Table.Td>
                <Table.Td>{request.purpose}</Table.Td>
                <Table.Td className="number">{formatNumber(request.suspects)}</Table.Td>
                <Table.Td>
                  <Badge variant="outline" color={request.state === 'waiting' ? 'orange' : 'gray'}>
                    {t(`wayBack.state.${request.state}`)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  {request.releasedBy === null
                    ? ''
                    : t('wayBack.releasedOn', {
                        user: request.releasedBy,
                        on: formatDay(request.releasedAt ?? ''),
                      })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {summary.access === 'writer' && <RenewPseudonyms onRenewed={done} />}
    </Stack>
  );
}
