import { Alert, SimpleGrid, Table, Text, Title } from '@mantine/core';
import type { VersionComparison } from '../../src/contract/profile.ts';
import { changeInWords } from '../../src/domain/profile/compare.ts';
import { t } from '../words/t.ts';

/** What changed between two versions: figures, places and recommendations. */
export function Comparison({ result }: { result: VersionComparison }) {
  const { figures, recommendations, cautions } = result;
  const name = (version: string) =>
    version === 'draft' ? t('compare.draft') : t('versions.one', { version });
  return (
    <>
      {cautions.length > 0 && (
        <Alert color="yellow" mb="md" title={t('compare.before')}>
          {cautions.map((caution) => (
            <Text key={caution} size="sm">
              {caution}
            </Text>
          ))}
        </Alert>
      )}
      <Title order={3} size="h4">
        {t('compare.figures', { number: figures.length })}
      </Title>
      {figures.length === 0 ? (
        <Text size="sm">{t('compare.noFigure')}</Text>
      ) : (
        <Table className="dense wrapped" aria-label={t('compare.figuresTable')} mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('compare.figure')}</Table.Th>
              <Table.Th scope="col" className="number">
                {name(result.first)}
              </Table.Th>
              <Table.Th scope="col" className="number">
                {name(result.second)}
              </Table.Th>
              <Table.Th scope="col" className="number">
                {t('compare.change')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map(({ label, before, after, ...change }) => (
              <Table.Tr key={label}>
                <Table.Td>{label}</Table.Td>
                <Table.Td className="number">{before}</Table.Td>
                <Table.Td className="number">{after}</Table.Td>
                <Table.Td className="number">{changeInWords(change)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Title order={3} size="h4">
        {t('compare.places')}
      </Title>
      <SimpleGrid cols={3} mb="md">
        <Places which="appeared" lines={result.appeared.map(placeLine)} />
        <Places
          which="persisted"
          lines={result.persisted.map(({ before, after }) =>
            t('compare.placeChanged', {
              place: after.name,
              before: before.count,
              count: after.count,
            }),
          )}
        />
        <Places which="faded" lines={result.faded.map(placeLine)} />
      </SimpleGrid>
      <Title order={3} size="h4">
        {t('compare.recommendations')}
      </Title>
      {recommendations.length === 0 ? (
        <Text size="sm">{t('compare.noRecommendations')}</Text>
      ) : (
        <Table className="dense wrapped" aria-label={t('compare.recommendationsTable')}>
          <Table.Tbody>
            {recommendations.map(({ number, text, state }) => (
              <Table.Tr key={number}>
                <Table.Td w={48}>{t('item.recommendation', { number: String(number) })}</Table.Td>
                <Table.Td>{text}</Table.Td>
                <Table.Td w={120}>{state}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function placeLine({ name: place, count }: VersionComparison['appeared'][number]): string {
  return t('compare.place', { place, count });
}

function Places(props: { which: 'appeared' | 'persisted' | 'faded'; lines: readonly string[] }) {
  const { which, lines } = props;
  return (
    <section aria-label={t(`compare.placesThat.${which}`)}>
      <Text fw={600} size="sm">
        {t(`compare.placesNow.${which}`, { number: lines.length })}
      </Text>
      <ul className="places-changed">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
