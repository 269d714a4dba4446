import { Button, Group, Table, Title } from '@mantine/core';
import type { KeptVersion } from '../../src/contract/rules.ts';
import { formatMoment } from '../app/format.ts';
import { t } from '../words/t.ts';

/** Every version that was kept, and the way back to each. */
export function VersionsTable(props: {
  of: 'rules' | 'list';
  versions: readonly KeptVersion[];
  /** Why none can be taken now; null when one can. */
  blocked: string | null;
  use: (version: string) => void;
  write?: (version: string) => void;
}) {
  const { write } = props;
  return (
    <section aria-label={t(`ruleVersions.of.${props.of}`)}>
      <Title order={2} size="h4" mb="xs">
        {t('ruleVersions.title')}
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ruleVersions.version')}</Table.Th>
            <Table.Th>{t('ruleVersions.name')}</Table.Th>
            <Table.Th>{t('ruleVersions.saved')}</Table.Th>
            <Table.Th>{t('ruleVersions.by')}</Table.Th>
            <Table.Th>{t('ruleVersions.note')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.versions.map((kept) => (
            <Table.Tr key={kept.version} fw={kept.isInForce ? 600 : 400}>
              <Table.Td className="unbroken">{kept.version}</Table.Td>
              <Table.Td>{kept.name}</Table.Td>
              <Table.Td className="unbroken">
                {kept.isShipped ? t('ruleVersions.shipped') : formatMoment(kept.savedAt)}
              </Table.Td>
              <Table.Td>{kept.savedBy}</Table.Td>
              <Table.Td>{kept.note}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap" justify="flex-end">
                  {kept.isInForce ? (
                    t('ruleVersions.inForce')
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={props.blocked !== null}
                      title={props.blocked ?? undefined}
                      aria-label={t('ruleVersions.useOf', { version: kept.version })}
                      onClick={() => props.use(kept.version)}
                    >
                      {t('ruleVersions.use')}
                    </Button>
                  )}
                  {write !== undefined && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('ruleVersions.toFileOf', { version: kept.version })}
                      onClick={() => write(kept.version)}
                    >
                      {t('ruleVersions.toFile')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
