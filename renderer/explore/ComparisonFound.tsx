import { List, Text, Title } from '@mantine/core';
import { ask } from '../app/engine-client.ts';
import { t } from '../words/t.ts';
import { ResultTable } from './ResultTable.tsx';
import { useAnswer } from './use-answer.ts';

/** What two kept runs have in common, where they differ, and the cells of both beside each other. */
export function ComparisonFound({ first, second }: { first: string; second: string }) {
  const { value, failure } = useAnswer(`${first} ${second}`, () =>
    ask('compareRuns', { first, second }),
  );
  if (failure !== null) {
    return (
      <Text size="sm" p="sm" role="alert">
        {failure.message} {failure.remedy}
      </Text>
    );
  }
  if (value === null) return <Text p="sm">{t('map.compare.comparing')}</Text>;
  return (
    <section className="comparison" aria-label={t('map.compare.found')}>
      <div>
        <Title order={2} size="h5">
          {t('map.compare.say')}
        </Title>
        <List size="sm">
          {value.words.map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
        </List>
        <Text size="sm" mt="xs">
          {value.same.length === 0
            ? t('map.compare.sameNothing')
            : t('map.compare.same', { what: value.same.join('; ') })}
        </Text>
        <Text size="sm">
          {value.differs.length === 0
            ? t('map.compare.differNothing')
            : t('map.compare.differ', { what: value.differs.join('; ') })}
        </Text>
      </div>
      <ResultTable table={value.table} sortedBy={null} picked={null} onPick={null} />
    </section>
  );
}
