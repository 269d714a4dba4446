import { Button, Table, Text, Title } from '@mantine/core';
import type { Place } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

const shown = 5;

/** The locations of concern with most records, those set aside left out. */
export function PlacesToLookAt({ places }: { places: readonly Place[] }) {
  const { show } = useWorkbench();
  const first = places.filter(({ status }) => status !== 'set-aside').slice(0, shown);
  if (first.length === 0) return null;
  return (
    <section aria-labelledby="what-to-look-at">
      <Title order={2} size="h4" id="what-to-look-at">
        {t('look.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('look.note')}
      </Text>
      <div className="scroll-x">
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('look.place')}</Table.Th>
              <Table.Th className="number">{t('look.records')}</Table.Th>
              <Table.Th>{t('look.status')}</Table.Th>
              <Table.Th>{t('look.caution')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {first.map(({ place, name, records, status, flaggedOut, doubt }) => (
              <Table.Tr key={place}>
                <Table.Td>{name}</Table.Td>
                <Table.Td className="number">{formatNumber(records)}</Table.Td>
                <Table.Td>{t(`look.${status}`)}</Table.Td>
                <Table.Td>{flaggedOut ?? doubt ?? ''}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Button mt="xs" size="xs" variant="default" onClick={() => show('map', { tab: 'places' })}>
        {t('look.open')}
      </Button>
    </section>
  );
}
