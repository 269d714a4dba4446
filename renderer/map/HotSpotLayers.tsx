import { useEffect, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { MapCells, MapGround } from '../../src/contract/results.ts';
import { type CellFacts, HotSpotMap } from './hot-spot-map.ts';

/** Feeds the plain map class from React's state. */
export function HotSpotLayers(props: {
  ground: MapGround | null;
  cells: MapCells | null;
  onCell: (facts: CellFacts) => void;
}) {
  const map = useMap();
  const [layers, setLayers] = useState<HotSpotMap | null>(null);
  const { ground, cells, onCell } = props;
  useEffect(() => {
    const made = new HotSpotMap(map);
    setLayers(made);
    return () => made.remove();
  }, [map]);
  useEffect(() => {
    if (layers !== null) layers.onCell = onCell;
  }, [layers, onCell]);
  useEffect(() => {
    if (ground !== null) layers?.showGround(ground);
  }, [layers, ground]);
  useEffect(() => {
    void layers?.showCells(cells, cells?.run.method === 'counts');
  }, [layers, cells, ground]);
  return null;
}
