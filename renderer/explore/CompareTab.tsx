import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { MapSync } from '../map/map-sync.ts';
import { ComparedSide } from './ComparedSide.tsx';
import { evidenceChoices, methodChoices } from './choice-words.ts';
import type { MapState } from './use-map.ts';

/** Two maps side by side that move together: two methods, or two kinds of evidence. */
export function CompareTab({ state }: { state: MapState }) {
  const [sides, setSides] = useState<readonly [string, string]>(['now', 'evidence:perceptions']);
  const sync = useMemo(() => new MapSync(), []);
  const offered = [
    ['now', 'The map of now'],
    ...evidenceChoices.map(([value, words]) => [`evidence:${value}`, `${words}, else as now`]),
    ...methodChoices.map(([value, words]) => [`method:${value}`, `${words}, else as now`]),
  ] as [string, string][];
  const [left, right] = sides;
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
      <Text size="sm" p="sm">
        Kinds of evidence are shown beside each other and never added.
      </Text>
    </div>
  );
}
