import { Button, Table, Text, Title } from '@mantine/core';
import type { Mapping } from '../../src/contract/intake.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { Listed } from '../app/Listed.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** The analyst's own mappings, each to be removed, and put back as long as that is the last thing done. */
export function SavedMappings() {
  const { take, summary } = useWorkbench();
  const { value, reload } = useCall('listMappings', {});
  const mappings = value?.mappings ?? [];
  if (mappings.length === 0) return null;
  const remove = async ({ name, kind, header, map, dates }: Mapping) => {
    const removed = await ask('removeMapping', { name });
    take(removed);
    await reload();
    if (!removed.ok) return;
    tellDone(t('done.mapping', { name }), async () => {
      const kept = await ask('saveMapping', {
        name,
        kind,
        header: [...header],
        map: { ...map },
        dates,
      });
      take(kept);
      await reload();
      return kept.ok;
    });
  };
  return (
    <section aria-label={t('mappings.title')}>
      <Title order={2} size="h4">
        {t('mappings.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('mappings.text')}
      </Text>
      <Listed items={mappings} textOf={({ name, kind }) => `${name} ${kind}`}>
        {(shown) => (
          <Table verticalSpacing={4} maw={720}>
            <Table.Tbody>
              {shown.map((mapping) => (
                <Table.Tr key={mapping.name}>
                  <Table.Td>{mapping.name}</Table.Td>
                  <Table.Td>{mapping.kind}</Table.Td>
                  <Table.Td>
                    {t('mappings.columns', {
                      count: Object.keys(mapping.map).length,
                      on: mapping.savedAt.slice(0, 10),
                    })}
                  </Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={summary?.access !== 'writer'}
                      aria-label={t('mappings.removeOf', { name: mapping.name })}
                      onClick={() => void remove(mapping)}
                    >
                      {t('mappings.remove')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Listed>
    </section>
  );
}
