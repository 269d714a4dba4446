import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTab } from '../app/use-tab.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { CompareTab } from './CompareTab.tsx';
import { MapFilter } from './MapFilter.tsx';
import { MapTab } from './MapTab.tsx';
import { MoreChoices } from './MoreChoices.tsx';
import { choicesOf, firstChoices } from './map-choices.ts';
import { OpenedRun } from './OpenedRun.tsx';
import { PlacesTab } from './PlacesTab.tsx';
import { RecipeLine } from './RecipeLine.tsx';
import { RunsTab } from './RunsTab.tsx';
import { useMap } from './use-map.ts';

const tabs = [['map'], ['compare'], ['runs'], ['places']] as const;

/**
 * Where it happens: the map of the recipe, two maps side by side, the runs that were kept, and the register of
 * locations of concern.
 */
export function MapScreen() {
  const { summary } = useWorkbench();
  const state = useMap();
  const [tab, setTab] = useTab('map', 'map', tabs);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const [pair, setPair] = useState<readonly [string, string] | null>(null);
  const { recipe, opened, choices, change } = state;
  return (
    <Tabs
      className="map-screen"
      value={tab}
      onChange={(value) => {
        setTab(value);
        setPair(null);
      }}
      keepMounted={false}
    >
      <Tabs.List className="map-tabs">
        {tabs.map(([name]) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tab.map.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="map" className="map-panel">
        {opened === null ? (
          <>
            <MapFilter
              choices={choices}
              isMoreOpen={isMoreOpen}
              onMore={() => setMoreOpen(!isMoreOpen)}
              onChange={change}
              onClear={() => change(recipe === null ? firstChoices : choicesOf(recipe))}
            />
            {isMoreOpen && <MoreChoices choices={choices} onChange={change} />}
            <RecipeLine
              recipe={recipe}
              isAsRecipe={state.keepsToRecipe}
              run={state.answer.value?.run ?? null}
              canSet={summary?.access === 'writer'}
              onBack={state.backToRecipe}
              onSet={(note) => void state.setRecipe(note)}
            />
          </>
        ) : (
          <OpenedRun run={opened.run} />
        )}
        <MapTab state={state} />
      </Tabs.Panel>
      <Tabs.Panel value="compare" className="map-panel">
        <CompareTab state={state} pair={pair} />
      </Tabs.Panel>
      <Tabs.Panel value="runs" className="map-panel">
        <RunsTab
          onOpen={(result) => {
            state.open(result);
            setTab('map');
          }}
          onCompare={(first, second) => {
            setPair([first, second]);
            setTab('compare');
          }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="places" className="map-panel">
        <PlacesTab state={state} />
      </Tabs.Panel>
    </Tabs>
  );
}
