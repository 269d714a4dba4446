import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { MapGround } from '../../src/contract/results.ts';
import type { MapCells } from './cells-of-run.ts';
import { type CellFacts, HotSpotMap } from './hot-spot-map.ts';

/** Feeds the plain map class from React's state. */
export function HotSpotLayers(props: {
  ground: MapGround | null;
  cells: MapCells | null;
  onCell: (facts: CellFacts) => void;
}) {
  const map = useMap();
  const layers = useRef<HotSpotMap | null>(null);
  const { ground, cells, onCell } = props;
  useEffect(() => {
    const made = new HotSpotMap(map, onCell);
    layers.current = made;
    return () => made.remove();
  }, [map, onCell]);
  useEffect(() => {
    if (ground !== null) layers.current?.showGround(ground);
  }, [ground]);
  useEffect(() => {
    void layers.current?.showCells(cells, cells?.run.method === 'counts');
  }, [cells]);
  return null;
}
