import L from 'leaflet';
import { useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import { BaseMapLayer } from '../map/BaseMapLayer.tsx';
import { drawnFromZoom } from '../map/base-map-layer.ts';
import { t } from '../words/t.ts';
import { BaseMapSwitch } from './BaseMapSwitch.tsx';
import type { BaseMapState } from './use-base-map.ts';

/**
 * The base map of one map: the layer below its canvas, and on the map its switch and strength, whom it is from, or
 * why it cannot be seen.
 */
export function BaseMap({ base }: { base: BaseMapState }) {
  const map = useMap();
  const [zoom, setZoom] = useState(() => map.getZoom());
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const { facts, isDrawn, opacity } = base;
  if (facts === null) return null;
  const { problem } = facts;
  return (
    <>
      {isDrawn && <BaseMapLayer facts={facts} opacity={opacity} />}
      <aside ref={keepFromMap} className="map-box base-map" aria-label={t('map.base')}>
        {problem === null ? (
          <BaseMapSwitch
            base={base}
            isTooFar={isDrawn && Math.round(zoom) < drawnFromZoom(facts)}
          />
        ) : (
          <div role="status">
            <strong>{t('map.base.notDrawn')}</strong> {problem.message} {problem.remedy}
          </div>
        )}
      </aside>
    </>
  );
}

/** Otherwise the map would move with the slider. */
function keepFromMap(box: HTMLElement | null): void {
  if (box !== null) L.DomEvent.disableClickPropagation(box);
}
