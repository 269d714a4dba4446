import L from 'leaflet';
import { leafletLayer } from 'protomaps-leaflet';
import type { BaseMapFacts } from '../../src/contract/base-map.ts';
import { labelRules, landGrey, paintRules } from './base-map-style.ts';

/** Whole tiles from the app itself; nothing is asked for elsewhere. */
const tileAddress = 'app://ui/tiles/{z}/{x}/{y}';

/**
 * The zoom of the map from which the base map is drawn. Of pictures one zoom further out than the file has, where four
 * of its tiles make one: more would be a flood of tiles. Vector tiles are drawn at the size of two, so each zoom is
 * drawn from the one before.
 */
export function drawnFromZoom({ kind, minZoom }: BaseMapFacts): number {
  return kind === 'raster' ? Math.max(0, minZoom - 1) : minZoom + 1;
}

/** A Leaflet layer of the base map, below everything else. */
export function baseMapLayer(facts: BaseMapFacts): L.GridLayer {
  const { kind, minZoom, maxZoom, bounds } = facts;
  const common = {
    attribution: '',
    noWrap: true,
    minZoom: drawnFromZoom(facts),
    maxZoom: 18,
    ...(bounds === null ? {} : { bounds: cornersOf(bounds) }),
  };
  if (kind === 'raster') {
    return L.tileLayer(tileAddress, {
      ...common,
      className: 'base-map-pictures',
      minNativeZoom: minZoom,
      maxNativeZoom: maxZoom,
    });
  }
  // The library takes Leaflet from the window.
  Object.assign(window, { L });
  return leafletLayer({
    ...common,
    url: tileAddress,
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
