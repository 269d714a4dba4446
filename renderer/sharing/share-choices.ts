/** What can be shared, as the choices of the screen. */
export const layerChoices = [
  ['hotspots', 'Hot spot cells of public space'],
  ['places', 'Locations of concern'],
  ['perceptions', 'Reports of feeling unsafe, by cell'],
  ['area-rates', 'Rates by area'],
  ['venues', 'Venues'],
  ['areas', 'Counts by area'],
] as const;

export const formatChoices = [
  ['gpkg', 'GeoPackage (QGIS, ArcGIS)'],
  ['geojson', 'GeoJSON'],
  ['kml', 'KML'],
  ['csv', 'CSV'],
] as const;

/** Everything in one ZIP: all layers, a plain-words README and a manifest. */
export const packFormat = 'pack';

/** A file name that says what the file is and how it is handled. */
export function shareName(layer: string, level: string, marking: string, format: string): string {
  const ending = format === packFormat ? 'zip' : format;
  return `${layer} ${level} ${marking}.${ending}`;
}
