import { Table, Text, Title } from '@mantine/core';
import type { ChecklistReport } from '../../src/contract/profile.ts';
import { useCall } from '../app/use-loaded.ts';
import { useProfile } from './profile-work.tsx';
import { saveNow } from './saver.ts';

const marks = { met: '● Met', partly: '◐ Partly', missing: '○ Missing' } as const;

/** The draft held against each checklist: what is there, what is not, and why it is said. */
export function ChecklistPanel() {
  const { draft } = useProfile();
  const since = draft.draft;
  const { value } = useCall(
    'checkProfile',
    {},
    { label: 'Checking the draft', since, before: saveNow },
  );
  if (value === null) return <Text p="lg">The draft is being checked.</Text>;
  return (
    <div className="page wide">
      {value.checklists.map((report) => (
        <section key={`${report.name} ${report.edition}`} aria-label={report.name}>
          <Report report={report} />
        </section>
      ))}
    </div>
  );
}

function Report({ report }: { report: ChecklistReport }) {
  const { results } = report;
  const count = (state: string) => results.filter((result) => result.state === state).length;
  return (
    <>
      <Title order={2} size="h3">
        {report.name}, {report.edition}
      </Title>
      <Text size="sm" mb="xs">
        {count('met')} met, {count('partly')} partly, {count('missing')} missing of {results.length}
        . Source: {report.source}
      </Text>
      <Table className="dense wrapped" aria-label={`${report.name}, item by item`} mb="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={90}>
              State
            </Table.Th>
            <Table.Th scope="col">What is asked</Table.Th>
            <Table.Th scope="col">Why it is said</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {results.map(({ id, state, asks, why, source }) => (
            <Table.Tr key={id}>
              <Table.Td className={`unbroken check-${state}`}>{marks[state]}</Table.Td>
              <Table.Td>
                {asks}
                <Text size="xs" c="dimmed">
                  {source}
                </Text>
              </Table.Td>
              <Table.Td>{why}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
