import L from 'leaflet';
import { leafletLayer } from 'protomaps-leaflet';
import type { BaseMapFacts } from '../../src/contract/base-map.ts';
import { labelRules, landGrey, paintRules } from './base-map-style.ts';

/** Whole tiles from the app itself; nothing is asked for elsewhere. */
const tileAddress = 'app://ui/tiles/{z}/{x}/{y}';

/** A Leaflet layer of the base map, below everything else. */
export function baseMapLayer(facts: BaseMapFacts): L.GridLayer {
  const { kind, minZoom, maxZoom, bounds } = facts;
  const common = {
    attribution: '',
    noWrap: true,
    ...(bounds === null ? {} : { bounds: cornersOf(bounds) }),
  };
  if (kind === 'raster') {
    return L.tileLayer(tileAddress, {
      ...common,
      className: 'base-map-pictures',
      // One zoom further out four tiles of the file make one: more would be a flood of tiles.
      minZoom: Math.max(0, minZoom - 1),
      minNativeZoom: minZoom,
      maxNativeZoom: maxZoom,
      maxZoom: 18,
    });
  }
  // The library takes Leaflet from the window.
  Object.assign(window, { L });
  return leafletLayer({
    ...common,
    url: tileAddress,
    // It draws a tile of the file at the size of two, so each zoom is drawn from the one before.
    minZoom: minZoom + 1,
    maxZoom: 18,
    maxDataZoom: Math.max(1, maxZoom),
    backgroundColor: landGrey,
    paintRules,
    labelRules,
    // Its type does not say what it is: a class made from the window's Leaflet.
  }) as unknown as L.GridLayer;
}

function cornersOf([west, south, east, north]: NonNullable<BaseMapFacts['bounds']>) {
  return L.latLngBounds([south, west], [north, east]);
}
