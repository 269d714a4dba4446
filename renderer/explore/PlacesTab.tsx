import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { questionOf } from './map-choices.ts';
import { PlaceEvidencePanel } from './PlaceEvidencePanel.tsx';
import { PlacesMap } from './PlacesMap.tsx';
import { PlacesTable } from './PlacesTable.tsx';
import type { MapState } from './use-map.ts';

/**
 * The register of locations of concern: adjoining hot cells under one name, each with its evidence. The analyst names,
 * confirms or sets aside; every change can be taken back.
 */
export function PlacesTab({ state }: { state: MapState }) {
  const { take, summary } = useWorkbench();
  const listed = useCall('listPlaces', {});
  const { reload: load, put } = listed;
  const register = listed.value;
  const [chosen, setChosen] = useState<number | null>(null);
  const find = async () => {
    // The cells of a place are those of a run, so the run is kept with it.
    const question = { ...questionOf(state.choices), method: 'gi-star' } as const;
    const run = take(await ask('analyse', question, t('map.keep.keeping')));
    if (run === null) return;
    const found = take(await ask('findPlaces', { run: run.run }, t('map.places.finding')));
    if (found === null) return;
    put(found);
    tellDone(t('done.places', { count: found.places.length }), async () => {
      const before = take(await ask('undoFindPlaces', {}));
      if (before !== null) put(before);
      setChosen(null);
      return before !== null;
    });
  };
  if (register === null) return <NotRead of={listed} p="lg" />;
  const { places } = register;
  return (
    <div className="places">
      <div className="places-list">
        <Group justify="space-between" mb="xs">
          <Title order={1} size="h3">
            {t('map.places')}
          </Title>
          <Button
            size="xs"
            disabled={summary?.access !== 'writer'}
            title={t('map.places.findFrom')}
            onClick={() => void find()}
          >
            {t('map.places.find')}
          </Button>
        </Group>
        {places.length === 0 ? (
          <Text>{t('map.places.none')}</Text>
        ) : (
          <>
            <PlacesTable places={places} chosen={chosen} onChoose={setChosen} />
            <PlacesMap
              register={register}
              ground={state.ground}
              base={state.base}
              chosen={chosen}
              onChoose={setChosen}
            />
          </>
        )}
      </div>
      <aside className="side" aria-label={t('map.places.evidence')}>
        {chosen === null ? (
          <Text c="dimmed">{t('map.places.choose')}</Text>
        ) : (
          <PlaceEvidencePanel key={chosen} place={chosen} onChanged={load} />
        )}
      </aside>
    </div>
  );
}
