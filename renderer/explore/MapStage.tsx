import { Text } from '@mantine/core';
import { useState } from 'react';
import type { FilterChartData, RunResult } from '../../src/contract/hotspots.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { MapView } from '../map/MapView.tsx';
import type { MapViewProps } from '../map/map-view-props.ts';
import { rowWords } from '../map/row-words.ts';
import { t } from '../words/t.ts';
import { BaseMap } from './BaseMap.tsx';
import { Legend } from './Legend.tsx';
import { NothingToShow } from './NothingToShow.tsx';
import { NotOnMap } from './NotOnMap.tsx';
import type { MapState } from './use-map.ts';
import type { Drawn } from './use-picture.ts';

/** The map's frame with everything that stands inside it, and one line under it that says what is pointed at. */
export function MapStage(
  props: Pick<MapViewProps, 'cursor' | 'onCursor' | 'onPick' | 'onCorner' | 'onView'> & {
    state: MapState;
    /** What is drawn: the result, or counts in its place. */
    shown: RunResult | null;
    drawn: Drawn;
    charts: FilterChartData | null;
  },
) {
  const { state, shown, drawn, charts, ...rest } = props;
  const { summary } = useWorkbench();
  const [hovered, setHovered] = useState<number | null>(null);
  const { value: result, failure, isBusy } = state.answer;
  const pointed = hovered ?? rest.cursor;
  const rows = shown?.main.columns[0]?.values.length ?? 0;
  return (
    <>
      <MapView
        label={t('map.label')}
        ground={state.ground}
        picture={drawn.picture}
        base={<BaseMap base={state.base} />}
        firstRow={drawn.strongest}
        onHover={setHovered}
        {...rest}
      >
        <Legend
          result={result}
          shown={shown}
          shading={drawn.shading}
          charts={charts}
          marking={summary?.marking ?? ''}
        />
        {failure !== null && <NothingToShow failure={failure} onAgain={state.runAgain} />}
        {drawn.isWithheld && (
          <div className="map-box withheld" role="note">
            {t('map.withheld')}
          </div>
        )}
      </MapView>
      <NotOnMap run={result?.run ?? null} charts={charts} />
      <Text size="sm" className="pointed" role="status" aria-live="polite">
        {isBusy
          ? t('map.working')
          : pointed !== null && shown !== null && pointed < rows
            ? rowWords(shown, pointed)
            : t('map.point')}
      </Text>
    </>
  );
}
