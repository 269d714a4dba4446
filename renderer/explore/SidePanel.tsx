import { Select, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import type { FilterChartData } from '../../src/contract/hotspots.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { FindingPanel } from './FindingPanel.tsx';
import { LinkedCharts } from './LinkedCharts.tsx';
import { ResultTable } from './ResultTable.tsx';
import type { Answer } from './use-answer.ts';
import type { MapState } from './use-map.ts';

/** Beside the map: what it says in words, the same as a table, and the charts of the same filter. */
export function SidePanel(props: {
  state: MapState;
  charts: Answer<FilterChartData>;
  picked: number | null;
  onPick: (row: number | null) => void;
}) {
  const { state, charts, picked, onPick } = props;
  const { summary } = useWorkbench();
  const [table, setTable] = useState('0');
  const result = state.answer.value;
  if (result === null) {
    return (
      <aside className="side" aria-label={t('map.result')}>
        <Text c="dimmed">{t(state.answer.isBusy ? 'map.working' : 'map.result.none')}</Text>
      </aside>
    );
  }
  const tables = [result.main, ...result.others];
  const shown = tables[Number(table)] ?? result.main;
  const isMain = shown === result.main;
  return (
    <aside className="side" aria-label={t('map.result')} aria-busy={state.answer.isBusy}>
      <Tabs defaultValue="finding" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="finding">{t('map.result.finding')}</Tabs.Tab>
          <Tabs.Tab value="table">{t('map.result.table')}</Tabs.Tab>
          <Tabs.Tab value="charts">{t('map.result.charts')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="finding">
          <FindingPanel result={result} picked={picked} />
        </Tabs.Panel>
        <Tabs.Panel value="table">
          {tables.length > 1 && (
            <Select
              size="xs"
              label={t('map.result.table')}
              mb="xs"
              allowDeselect={false}
              value={table}
              data={tables.map(({ title }, place) => ({ value: String(place), label: title }))}
              onChange={(value) => setTable(value ?? '0')}
            />
          )}
          <ResultTable
            key={`${result.run.run} ${shown.name}`}
            table={shown}
            sortedBy={
              isMain && result.shade !== null
                ? { column: result.shade.column, isDescending: true }
                : null
            }
            picked={isMain ? picked : null}
            onPick={isMain ? onPick : null}
          />
        </Tabs.Panel>
        <Tabs.Panel value="charts">
          <LinkedCharts
            filter={result.run.filter}
            charts={charts}
            firstMonth={summary?.period?.from ?? ''}
          />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
