import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { MapView } from '../map/MapView.tsx';
import type { MapSync } from '../map/map-sync.ts';
import { rowWords } from '../map/row-words.ts';
import { t } from '../words/t.ts';
import { BaseMap } from './BaseMap.tsx';
import { optionsOf } from './choice-words.ts';
import { Legend } from './Legend.tsx';
import { type MapChoices, questionOf } from './map-choices.ts';
import { NothingToShow } from './NothingToShow.tsx';
import { NotOnMap } from './NotOnMap.tsx';
import { useAnswer } from './use-answer.ts';
import { useFilterCharts } from './use-filter-charts.ts';
import type { MapState } from './use-map.ts';
import { usePicture } from './use-picture.ts';
import { useShownResult } from './use-shown-result.ts';

/** One of two maps: what it shows is chosen above it, and what is pointed at is said below it. */
export function ComparedSide(props: {
  at: 'left' | 'right';
  state: MapState;
  side: string;
  offered: readonly (readonly [string, string])[];
  sync: MapSync;
  onSide: (side: string) => void;
}) {
  const { at, state, side, offered, sync, onSide } = props;
  const { summary } = useWorkbench();
  const [round, setRound] = useState(0);
  const [cursor, setCursor] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const question = questionOf(choicesOfSide(state.choices, side));
  const answer = useAnswer(JSON.stringify([side, question, summary?.counts, round]), () =>
    side.startsWith('run:')
      ? ask('openRun', { run: side.slice(4) })
      : ask('runAnalysis', question, t(`map.compare.${at}Job`)),
  );
  const label = t(`map.compare.${at}`);
  const result = answer.value;
  const charts = useFilterCharts(result?.run ?? null);
  const shown = useShownResult(result, !side.startsWith('run:'));
  const drawn = usePicture(shown, state.ground, noRing, state.base.isDrawn);
  const pointed = hovered ?? cursor;
  const rows = shown?.main.columns[0]?.values.length ?? 0;
  return (
    <section className="compared-side" aria-label={label}>
      <Select
        size="xs"
        label={label}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        nothingFoundMessage={t('map.compare.nothing')}
        data={optionsOf(offered)}
        value={side}
        onChange={(value) => value !== null && onSide(value)}
      />
      <Text size="sm" fw={600} className="compared-finding">
        {answer.isBusy ? t('map.working') : (result?.words[0] ?? '')}
      </Text>
      <MapView
        label={t(`map.compare.${at}Keys`)}
        ground={state.ground}
        picture={drawn.picture}
        base={<BaseMap base={state.base} />}
        firstRow={drawn.strongest}
        cursor={cursor !== null && cursor < rows ? cursor : null}
        onCursor={setCursor}
        onHover={setHovered}
        onPick={setCursor}
        onCorner={null}
        sync={sync}
      >
        <Legend
          result={result}
          shown={shown}
          shading={drawn.shading}
          charts={charts.value}
          marking={summary?.marking ?? ''}
        />
        {answer.failure !== null && (
          <NothingToShow failure={answer.failure} onAgain={() => setRound(round + 1)} />
        )}
      </MapView>
      <NotOnMap run={result?.run ?? null} charts={charts.value} />
      <Text size="sm" className="pointed" role="status">
        {pointed !== null && shown !== null && pointed < rows ? rowWords(shown, pointed) : ''}
      </Text>
    </section>
  );
}

const noRing: readonly (readonly [number, number])[] = [];

function choicesOfSide(choices: MapChoices, side: string): MapChoices {
  const [what, value] = side.split(/:(.*)/s);
  if (what === 'evidence') return { ...choices, evidence: value as MapChoices['evidence'] };
  if (what !== 'method') return choices;
  return { ...choices, method: value as MapChoices['method'], settings: '' };
}
