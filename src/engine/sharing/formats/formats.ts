import type { SafeLayer } from '../safe-layer.ts';
import { csvOf } from './csv.ts';
import { geoJsonOf } from './geojson.ts';
import { layersAsGeoPackage } from './geopackage.ts';
import { kmlOf } from './kml.ts';

/** How a layer is written, by the format's name, which is its file's ending too. */
export const layerFormats = {
  geojson: geoJsonOf,
  gpkg: (layer) => layersAsGeoPackage([layer]),
  kml: kmlOf,
  csv: csvOf,
} as const satisfies Readonly<Record<string, (layer: SafeLayer) => string | Buffer>>;

export type LayerFormat = keyof typeof layerFormats;
export const formatNames = Object.keys(layerFormats) as readonly LayerFormat[];
