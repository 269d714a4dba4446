import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { MapSync } from '../map/map-sync.ts';
import { t } from '../words/t.ts';
import { ComparedSide } from './ComparedSide.tsx';
import { ComparisonFound } from './ComparisonFound.tsx';
import { evidenceChoices, methodChoices } from './choice-words.ts';
import { runWords } from './run-words.ts';
import type { MapState } from './use-map.ts';

/** Two maps side by side that move together: two kept runs, two methods, or two kinds of evidence. */
export function CompareTab(props: { state: MapState; pair: readonly [string, string] | null }) {
  const { state, pair } = props;
  const { summary } = useWorkbench();
  const { value: kept } = useCall('listRuns', {}, { since: summary?.path ?? null });
  const runs = kept?.runs ?? [];
  const [sides, setSides] = useState<readonly [string, string]>(
    pair === null ? ['now', 'evidence:perceptions'] : [`run:${pair[0]}`, `run:${pair[1]}`],
  );
  const sync = useMemo(() => new MapSync(), []);
  const offered = [
    ['now', t('map.compare.now')],
    ...evidenceChoices().map(([value, what]) => [
      `evidence:${value}`,
      t('map.compare.else', { what }),
    ]),
    ...methodChoices.map(([value, what]) => [`method:${value}`, t('map.compare.else', { what })]),
    ...runs
      .filter(({ canOpen }) => canOpen)
      .map((run) => [
        `run:${run.run}`,
        t('map.compare.run', { run: run.run, words: runWords(run) }),
      ]),
  ] as [string, string][];
  const [left, right] = sides;
  const [first, second] = sides.map((side) => (side.startsWith('run:') ? side.slice(4) : null));
  return (
    <div className="compare">
      <div className="compared">
        <ComparedSide
          at="left"
          state={state}
          side={left}
          offered={offered}
          sync={sync}
          onSide={(side) => setSides([side, right])}
        />
        <ComparedSide
          at="right"
          state={state}
          side={right}
          offered={offered}
          sync={sync}
          onSide={(side) => setSides([left, side])}
        />
      </div>
      {typeof first === 'string' && typeof second === 'string' ? (
        <ComparisonFound first={first} second={second} />
      ) : (
        <Text size="sm" p="sm">
          {t('map.compare.note')}
        </Text>
      )}
    </div>
  );
}
