import { Table, Text, Title } from '@mantine/core';
import type { ChecklistReport } from '../../src/contract/profile.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';
import { saveNow } from './saver.ts';

/** The draft held against each checklist: what is there, what is not, and why it is said. */
export function ChecklistPanel() {
  const { draft } = useProfile();
  const since = draft.draft;
  const checked = useCall(
    'checkProfile',
    {},
    { label: t('checklist.working'), since, before: saveNow },
  );
  const { value } = checked;
  if (value === null) return <NotRead of={checked} words={t('checklist.reading')} p="lg" />;
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
        {t('checklist.name', { name: report.name, edition: report.edition })}
      </Title>
      <Text size="sm" mb="xs">
        {t('checklist.count', {
          met: count('met'),
          partly: count('partly'),
          missing: count('missing'),
          all: results.length,
          source: report.source,
        })}
      </Text>
      <Table
        className="dense wrapped"
        aria-label={t('checklist.items', { name: report.name })}
        mb="lg"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={90}>
              {t('checklist.state')}
            </Table.Th>
            <Table.Th scope="col">{t('checklist.asks')}</Table.Th>
            <Table.Th scope="col">{t('checklist.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {results.map(({ id, state, asks, why, source }) => (
            <Table.Tr key={id}>
              <Table.Td className={`unbroken check-${state}`}>{t(`checklist.${state}`)}</Table.Td>
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
