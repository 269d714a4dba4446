import { Alert, Badge, Button, List, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { CallOutputs } from '../../src/contract/calls.ts';
import type { RetainedSource, StillHolding } from '../../src/contract/security-calls.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { formatDay, formatNumber } from '../app/format.ts';
import { Listed } from '../app/Listed.tsx';
import { NotRead } from '../app/NotRead.tsx';
import { TitleRow } from '../app/TitleRow.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t, tCode } from '../words/t.ts';
import { tRich } from '../words/t-rich.tsx';
import { EraseSource } from './EraseSource.tsx';
import { LastDay } from './LastDay.tsx';

type Erased = CallOutputs['eraseRecords'];
const columns = [
  'retain.file',
  'retain.kind',
  'retain.cameIn',
  'retain.rows',
  'retain.until',
] as const;

/** How long each file may be kept, and its erasure when the time has come. */
export function RetentionPanel() {
  const { summary, take, refresh } = useWorkbench();
  const listed = useCall('listRetention', {});
  const { reload: load, put } = listed;
  const sources = listed.value?.sources ?? null;
  const [erasing, setErasing] = useState<RetainedSource | null>(null);
  const [erased, setErased] = useState<Erased | null>(null);
  if (sources === null) return <NotRead of={listed} words={t('retain.reading')} />;
  const isReader = summary?.access === 'reader';
  const keep = async (source: RetainedSource, until: string | null): Promise<boolean> => {
    const kept = take(await ask('setRetention', { batch: source.batch, until }));
    if (kept !== null) put(kept);
    return kept !== null;
  };
  const change = async (source: RetainedSource, until: string | null) => {
    const { file, until: before } = source;
    if (until === before || !(await keep(source, until))) return;
    const said =
      until === null ? t('done.retentionNone', { file }) : t('done.retention', { file, until });
    tellDone(said, () => keep(source, before));
  };
  return (
    <Stack gap="md">
      {erased !== null && <WhatWasErased erased={erased} />}
      <Text size="sm" maw="72ch">
        {t('retain.about')}
      </Text>
      {sources.length === 0 && <Text>{t('retain.none')}</Text>}
      <Listed items={sources} textOf={({ file, kind }) => `${file} ${tCode(`kindShort.${kind}`)}`}>
        {(shown) => (
          <Table verticalSpacing={4} aria-label={t('retain.table')}>
            <TitleRow titles={columns} hasActions />
            <Table.Tbody>
              {shown.map((source) => (
                <Table.Tr key={source.batch}>
                  <Table.Td>
                    {source.file} {source.isDue && <Badge color="orange">{t('retain.due')}</Badge>}
                  </Table.Td>
                  <Table.Td>{tCode(`kindShort.${source.kind}`)}</Table.Td>
                  <Table.Td className="unbroken">{formatDay(source.importedAt)}</Table.Td>
                  <Table.Td className="number">{formatNumber(source.rows)}</Table.Td>
                  <Table.Td>
                    <LastDay
                      key={source.until}
                      label={t('retain.lastDayOf', { file: source.file })}
                      day={source.until}
                      isOff={isReader}
                      change={(until) => void change(source, until)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={isReader}
                      aria-label={t('retain.eraseOf', { file: source.file })}
                      onClick={() => setErasing(source)}
                    >
                      {t('retain.erase')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Listed>
      <EraseSource
        source={erasing}
        onClose={() => setErasing(null)}
        onErased={async (done) => {
          setErasing(null);
          setErased(done);
          await load();
          await refresh();
        }}
      />
    </Stack>
  );
}

function inWords({ what, at, name }: StillHolding): string {
  const held = { what: t(`erased.what.${what}`), name: name.slice(0, 40) };
  return at === null
    ? t('erased.holds', held)
    : t('erased.holdsOf', { ...held, on: formatDay(at) });
}

function WhatWasErased({ erased }: { erased: Erased }) {
  // Each in its own unit: kinds of records are never summed.
  const tables = Object.entries(erased.erased)
    .filter(([, count]) => count > 0)
    .map(([table, rows]) => t('erased.table', { table: table.replaceAll('_', ' '), rows }));
  const { rowsLeft, freePages } = erased.proof;
  return (
    <Alert color="teal" role="status" title={t('erased.title', { tables: tables.join(', ') })}>
      <Text size="sm">
        {tRich('erased.proof', {
          rowsLeft,
          freePages,
          entry: <code>{erased.audit.slice(0, 16)}</code>,
        })}
      </Text>
      <Text size="sm" mt="xs">
        {t('erased.outOfReach')}
      </Text>
      <List size="sm">
        {erased.stillHolding.map((held) => (
          <List.Item key={held.name}>{inWords(held)}</List.Item>
        ))}
        {erased.outOfReach.map((what) => (
          <List.Item key={what}>{what}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
