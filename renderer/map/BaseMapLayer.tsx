import type { GridLayer } from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { BaseMapFacts } from '../../src/contract/base-map.ts';
import { baseMapLayer } from './base-map-layer.ts';

/** Puts the base map under the map's canvas, and takes it away again. */
export function BaseMapLayer({ facts, opacity }: { facts: BaseMapFacts; opacity: number }) {
  const map = useMap();
  const layer = useRef<GridLayer | null>(null);
  const newestOpacity = useRef(opacity);
  useEffect(() => {
    newestOpacity.current = opacity;
    layer.current?.setOpacity(opacity);
  }, [opacity]);
  useEffect(() => {
    const made = baseMapLayer(facts).setOpacity(newestOpacity.current).addTo(map);
    layer.current = made;
    return () => {
      layer.current = null;
      made.remove();
    };
  }, [map, facts]);
  return null;
}
