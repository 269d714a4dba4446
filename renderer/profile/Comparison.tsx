import { Alert, SimpleGrid, Table, Text, Title } from '@mantine/core';
import type { VersionComparison } from '../../src/contract/profile.ts';
import { changeInWords } from '../../src/domain/profile/compare.ts';
import { formatNumber } from '../app/format.ts';

/** What changed between two versions: figures, places and recommendations. */
export function Comparison({ result }: { result: VersionComparison }) {
  const { figures, recommendations, cautions } = result;
  const name = (version: string) => (version === 'draft' ? 'The draft' : `Version ${version}`);
  return (
    <>
      {cautions.length > 0 && (
        <Alert color="yellow" mb="md" title="Before you compare">
          {cautions.map((caution) => (
            <Text key={caution} size="sm">
              {caution}
            </Text>
          ))}
        </Alert>
      )}
      <Title order={3} size="h4">
        Figures that changed ({figures.length})
      </Title>
      {figures.length === 0 ? (
        <Text size="sm">No figure changed.</Text>
      ) : (
        <Table className="dense wrapped" aria-label="Figures that changed" mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Figure</Table.Th>
              <Table.Th scope="col" className="number">
                {name(result.first)}
              </Table.Th>
              <Table.Th scope="col" className="number">
                {name(result.second)}
              </Table.Th>
              <Table.Th scope="col" className="number">
                Change, of the earlier
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
        Places
      </Title>
      <SimpleGrid cols={3} mb="md">
        <Places
          title="Appeared"
          lines={result.appeared.map((place) => [place.name, formatNumber(place.count)])}
        />
        <Places
          title="Persisted"
          lines={result.persisted.map(({ before, after }) => [
            after.name,
            `${formatNumber(before.count)} to ${formatNumber(after.count)}`,
          ])}
        />
        <Places
          title="Faded"
          lines={result.faded.map((place) => [place.name, formatNumber(place.count)])}
        />
      </SimpleGrid>
      <Title order={3} size="h4">
        Recommendations
      </Title>
      {recommendations.length === 0 ? (
        <Text size="sm">There are none.</Text>
      ) : (
        <Table className="dense wrapped" aria-label="Recommendations and what became of them">
          <Table.Tbody>
            {recommendations.map(({ number, text, state }) => (
              <Table.Tr key={number}>
                <Table.Td w={48}>R{number}</Table.Td>
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

function Places(props: { title: string; lines: readonly (readonly [string, string])[] }) {
  return (
    <section aria-label={`Places that ${props.title.toLowerCase()}`}>
      <Text fw={600} size="sm">
        {props.title} ({props.lines.length})
      </Text>
      <ul className="places-changed">
        {props.lines.map(([place, count]) => (
          <li key={`${place} ${count}`}>
            {place}: {count} incidents
          </li>
        ))}
      </ul>
    </section>
  );
}
