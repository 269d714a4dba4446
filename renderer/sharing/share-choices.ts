/** What can be shared, in the order of the choices of the screen. */
export const layerIds = [
  'hotspots',
  'places',
  'perceptions',
  'area-rates',
  'venues',
  'areas',
] as const;

/** Everything in one ZIP: all layers, a plain-words README and a manifest. */
export const packFormat = 'pack';

export const formatIds = ['gpkg', 'geojson', 'kml', 'csv', packFormat] as const;

/** A file name that says what the file is and how it is handled. */
export function shareName(layer: string, level: string, marking: string, format: string): string {
  const ending = format === packFormat ? 'zip' : format;
  return `${layer} ${level} ${marking}.${ending}`;
}
