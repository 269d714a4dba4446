import { useEffect, useState } from 'react';
import { MapContainer, ScaleControl } from 'react-leaflet';
import type { MapGround } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { useRemembered } from '../app/remember.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { cellsOfRun, type MapCells } from '../map/cells-of-run.ts';
import { HotSpotLayers } from '../map/HotSpotLayers.tsx';
import type { CellFacts } from '../map/hot-spot-map.ts';
import { Legend } from './Legend.tsx';
import { MapFilter } from './MapFilter.tsx';
import {
  firstChoices,
  type MapChoices,
  periodOf,
  smallestPrivateCellMetres,
} from './map-choices.ts';
import { NotOnMap } from './NotOnMap.tsx';
import { TopCells } from './TopCells.tsx';

/** Hot spot cells over the boundaries, by space and period, with what cannot be mapped always beside them. */
export function MapScreen() {
  const { take, ran, summary } = useWorkbench();
  const [choices, setChoices] = useRemembered<MapChoices>('map-choices', firstChoices);
  const [ground, setGround] = useState<MapGround | null>(null);
  const [cells, setCells] = useState<MapCells | null>(null);
  const [picked, setPicked] = useState<CellFacts | null>(null);
  useEffect(() => {
    void ask('mapGround', {}).then((outcome) => setGround(take(outcome)));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the ground only changes with the workspace
  }, [summary?.path, summary?.counts.areas]);
  const key = JSON.stringify(choices);
  useEffect(() => {
    let isNewest = true;
    const isPrivate = choices.space === 'private';
    const cellMetres = isPrivate
      ? Math.max(choices.cellMetres, smallestPrivateCellMetres)
      : choices.cellMetres;
    void ask(
      'runAnalysis',
      {
        method: choices.method,
        filter: {
          evidence: choices.evidence,
          space: choices.space,
          threat: choices.threat,
          victims: choices.victims,
          dateBasis: choices.dateBasis,
          ...periodOf(choices),
        },
        cellMetres,
        shape: choices.shape,
      },
      'Finding hot spots',
    ).then((outcome) => {
      if (!isNewest) return;
      const found = take(outcome);
      setCells(found === null ? null : cellsOfRun(found));
      setPicked(null);
      ran(found?.run ?? null);
    });
    return () => {
      isNewest = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- key stands for every choice
  }, [key, summary?.path]);
  return (
    <div className="map-screen">
      <MapFilter choices={choices} onChange={setChoices} />
      <div className="map-frame">
        <MapContainer center={[54.5, 0.5]} zoom={8} preferCanvas attributionControl>
          <ScaleControl imperial={false} position="bottomleft" />
          <HotSpotLayers ground={ground} cells={cells} onCell={setPicked} />
        </MapContainer>
        <Legend cells={cells} marking={summary?.marking ?? ''} />
        <NotOnMap run={cells?.run ?? null} />
      </div>
      <TopCells cells={cells} picked={picked} />
    </div>
  );
}
