import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { CompareTab } from './CompareTab.tsx';
import { MapFilter } from './MapFilter.tsx';
import { MapTab } from './MapTab.tsx';
import { MoreChoices } from './MoreChoices.tsx';
import { firstChoices } from './map-choices.ts';
import { useMap } from './use-map.ts';

/** Where it happens: the map with what it says beside it, and two maps side by side. */
export function MapScreen() {
  const state = useMap();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const { choices, change } = state;
  return (
    <Tabs className="map-screen" defaultValue="map" keepMounted={false}>
      <Tabs.List className="map-tabs">
        <Tabs.Tab value="map">Map</Tabs.Tab>
        <Tabs.Tab value="compare">Compare</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="map" className="map-panel">
        <MapFilter
          choices={choices}
          isMoreOpen={isMoreOpen}
          onMore={() => setMoreOpen(!isMoreOpen)}
          onChange={change}
          onClear={() => change(firstChoices)}
        />
        {isMoreOpen && <MoreChoices choices={choices} onChange={change} />}
        <MapTab state={state} />
      </Tabs.Panel>
      <Tabs.Panel value="compare" className="map-panel">
        <CompareTab state={state} />
      </Tabs.Panel>
    </Tabs>
  );
}
