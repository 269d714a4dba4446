import { List, Text, Title } from '@mantine/core';
import type { RunResult } from '../../src/contract/hotspots.ts';
import { rowWords } from '../map/row-words.ts';
import { t } from '../words/t.ts';
import { CellExplained } from './CellExplained.tsx';
import { questionOfRun } from './run-question.ts';

/** What the result says in words, the finding first, and what the row that was picked says. */
export function FindingPanel(props: { result: RunResult; picked: number | null }) {
  const { result, picked } = props;
  const [finding, ...others] = result.words;
  const cell = picked === null || result.geometry.kind !== 'cells' ? null : cellOf(result, picked);
  return (
    <>
      {picked !== null && (
        <section aria-label={t('map.result.place')} className="picked">
          <Title order={2} size="h5">
            {t(result.geometry.kind === 'cells' ? 'map.result.cell' : 'map.result.row')}
          </Title>
          <Text size="sm">{rowWords(result, picked)}.</Text>
          {cell !== null && (
            <CellExplained question={questionOfRun(result)} run={result.run.run} cell={cell} />
          )}
        </section>
      )}
      <Title order={2} size="h5">
        {t('map.result.finding')}
      </Title>
      <Text fw={600} mb="xs">
        {finding}
      </Text>
      <List size="sm" spacing={4}>
        {others.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed" mt="xs">
        {t('map.result.internal', { run: result.run.run })}
      </Text>
    </>
  );
}

/** The cell's place in its grid, from `cell_id`, which counts from 1. */
function cellOf({ main }: RunResult, row: number): number | null {
  const id = main.columns.find(({ name }) => name === 'cell_id')?.values[row];
  return typeof id === 'number' ? id - 1 : null;
}
