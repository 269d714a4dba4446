import { Group } from '@mantine/core';
import { useRef, useState } from 'react';
import type { RunResult } from '../../src/contract/hotspots.ts';
import { SplitPanes } from '../app/SplitPanes.tsx';
import { useWorkbench } from '../app/workbench.tsx';
import type { ViewExtent } from '../map/map-view-props.ts';
import { t } from '../words/t.ts';
import { AreaTools, type Corner } from './AreaTools.tsx';
import { KeepRun } from './KeepRun.tsx';
import { MapStage } from './MapStage.tsx';
import { mapSheet } from './map-sheet.ts';
import { SaveMap } from './SaveMap.tsx';
import { SidePanel } from './SidePanel.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import { useFilterCharts } from './use-filter-charts.ts';
import type { MapState } from './use-map.ts';
import { usePicture } from './use-picture.ts';
import { useShownResult } from './use-shown-result.ts';

const noRing: readonly Corner[] = [];

/** The row under the cursor and the row that is explained, of one result. */
interface Marks {
  readonly of: RunResult | null;
  readonly cursor: number | null;
  readonly picked: number | null;
}

const noMarks: Marks = { of: null, cursor: null, picked: null };

/** The map with its finding, its table and its charts beside it. */
export function MapTab({ state }: { state: MapState }) {
  const { summary } = useWorkbench();
  const { ground, base, choices, answer, opened } = state;
  const [corners, setCorners] = useState<readonly Corner[] | null>(null);
  const [marks, setMarks] = useState<Marks>(noMarks);
  const view = useRef<ViewExtent | null>(null);
  const result = answer.value;
  const within = opened === null ? choices.within : opened.run.filter.within;
  const ring = corners ?? (within?.kind === 'ring' ? within.ring : noRing);
  const charts = useFilterCharts(result?.run ?? null);
  const shown = useShownResult(result, opened === null);
  const drawn = usePicture(shown, ground, ring, base.isDrawn);
  // Another result has other rows: marks on those before stand for nothing there.
  const { cursor, picked } = marks.of === result ? marks : noMarks;
  // Rows of another method, drawn in place of this one's, are no rows of its tables.
  const mark = (row: number | null, own: number | null) =>
    setMarks({ of: result, cursor: row, picked: own });
  const sheet = () => {
    const extent = view.current ?? ground?.extent ?? null;
    if (result === null || extent === null || summary === null) return null;
    return mapSheet({
      result,
      shown: shown ?? result,
      drawn,
      charts: charts.value,
      ground,
      extent,
      summary,
      hasBase: base.isDrawn,
    });
  };
  return (
    <SplitPanes name="map" label={t('map.split')} className="map-tab" sizes={[1, '424px']}>
      <div className="map-column">
        <Group className="map-tools" justify="space-between">
          <AreaTools
            ground={ground}
            within={within}
            drawn={corners}
            onDrawn={setCorners}
            onWithin={(next) => state.change({ ...choices, within: next })}
          />
          <Group gap="xs">
            <KeepRun state={state} />
            <SaveMap key={result?.run.run} sheet={sheet} />
          </Group>
        </Group>
        <MapStage
          state={state}
          shown={shown}
          drawn={drawn}
          charts={charts.value}
          cursor={cursor}
          onCursor={(row) => mark(row, picked)}
          onPick={(row) => mark(row, shown === result ? row : null)}
          onCorner={corners === null ? null : (x, y) => setCorners([...corners, [x, y]])}
          onView={(extent) => {
            view.current = extent;
          }}
        />
        {summary !== null && summary.period !== null && opened === null && (
          <TimeSlider
            period={summary.period}
            span={state.span}
            isBusy={answer.isBusy}
            onSpan={state.slideTo}
          />
        )}
      </div>
      <SidePanel
        state={state}
        charts={charts}
        picked={picked}
        onPick={(row) => mark(shown === result ? row : null, row)}
      />
    </SplitPanes>
  );
}
