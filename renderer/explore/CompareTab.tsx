import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { MapSync } from '../map/map-sync.ts';
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
    ['now', 'The map of now'],
    ...evidenceChoices.map(([value, words]) => [`evidence:${value}`, `${words}, else as now`]),
    ...methodChoices.map(([value, words]) => [`method:${value}`, `${words}, else as now`]),
    ...runs
      .filter(({ canOpen }) => canOpen)
      .map((run) => [`run:${run.run}`, `Run ${run.run}: ${runWords(run)}`]),
  ] as [string, string][];
  const [left, right] = sides;
  const [first, second] = sides.map((side) => (side.startsWith('run:') ? side.slice(4) : null));
  return (
    <div className="compare">
      <div className="compared">
        <ComparedSide
          label="Left map"
          state={state}
          side={left}
          offered={offered}
          sync={sync}
          onSide={(side) => setSides([side, right])}
        />
        <ComparedSide
          label="Right map"
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
          Kinds of evidence are shown beside each other and never added. To have the figures of two
          runs compared, keep both and choose them here.
        </Text>
      )}
    </div>
  );
}
