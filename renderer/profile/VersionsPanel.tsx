import { Button, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { PublishedVersion } from '../../src/contract/profile.ts';
import { asJob } from '../app/engine-client.ts';
import { formatDay } from '../app/format.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { CompareVersions } from './CompareVersions.tsx';
import { PublishForm } from './PublishForm.tsx';

/** Published versions: made, read and compared. */
export function VersionsPanel() {
  const { take } = useWorkbench();
  const listed = useCall('listProfileVersions', {});
  const load = listed.reload;
  const versions = listed.value?.versions ?? [];
  const [reading, setReading] = useState<{ version: string; url: string } | null>(null);
  const read = async (version: string) => {
    const view = take(
      await asJob(t('versions.reading', { version }), (key) =>
        window.actionTen.versionUrl(version, key),
      ),
    );
    if (view !== null) setReading({ version, url: view.url });
  };
  if (reading !== null) {
    return (
      <div className="print-view">
        <Group className="print-head">
          <Button variant="default" onClick={() => setReading(null)}>
            {t('versions.back')}
          </Button>
          <Text fw={600}>{t('versions.asPublished', { version: reading.version })}</Text>
        </Group>
        <iframe
          title={t('versions.one', { version: reading.version })}
          sandbox=""
          src={reading.url}
        />
      </div>
    );
  }
  return (
    <div className="page wide">
      <div className="side-by-side">
        <PublishForm onPublished={load} />
        <section aria-label={t('versions.title')}>
          <Title order={2} size="h3" mb="xs">
            {t('versions.title')}
          </Title>
          {listed.value === null ? (
            <NotRead of={listed} />
          ) : versions.length === 0 ? (
            <Text size="sm">{t('versions.none')}</Text>
          ) : (
            <VersionsTable versions={versions} read={read} />
          )}
        </section>
      </div>
      {versions.length > 0 && <CompareVersions versions={versions} />}
    </div>
  );
}

function VersionsTable(props: {
  versions: readonly PublishedVersion[];
  read: (version: string) => Promise<void>;
}) {
  return (
    <Table className="dense wrapped" aria-label={t('versions.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('versions.version')}</Table.Th>
          <Table.Th scope="col">{t('versions.published')}</Table.Th>
          <Table.Th scope="col">{t('versions.listAndRules')}</Table.Th>
          <Table.Th scope="col">{t('versions.keptUntil')}</Table.Th>
          <Table.Th scope="col">{t('versions.read')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.versions.map((one) => (
          <Table.Tr key={one.version}>
            <Table.Td>
              <strong>{one.version}</strong>
              {one.note !== '' && (
                <Text size="xs" c="dimmed">
                  {one.note}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              {formatDay(one.publishedAt)}, {one.publishedBy}
            </Table.Td>
            <Table.Td>
              {one.codeListVersion}, {one.rulesVersion}
            </Table.Td>
            <Table.Td className="unbroken">{one.retainUntil ?? t('versions.notSet')}</Table.Td>
            <Table.Td>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('versions.readOne', { version: one.version })}
                onClick={() => void props.read(one.version)}
              >
                {t('versions.read')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
