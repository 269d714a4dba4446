import { boxOf, closedRings, geometriesInDegrees } from '../geometry.ts';
import type { FeatureGeometry, SafeLayer } from '../safe-layer.ts';

/** A layer as GeoJSON (RFC 7946): WGS84, rings by the right-hand rule, what the layer is in a member `about`. */
export function geoJsonOf(layer: SafeLayer): string {
  const geometries = geometriesInDegrees(layer);
  const features = layer.features.map(({ values }, at) => ({
    type: 'Feature',
    properties: Object.fromEntries(layer.fields.map(({ name }) => [name, values[name] ?? null])),
    geometry: geometryOf(geometries[at]),
  }));
  return `${JSON.stringify({
    type: 'FeatureCollection',
    name: layer.name,
    marking: layer.about.marking,
    about: layer.about,
    bbox: boxOf(geometries),
    features,
  })}\n`;
}

function geometryOf(geometry: FeatureGeometry | undefined) {
  if (geometry === undefined) return null;
  if (geometry.kind === 'point') return { type: 'Point', coordinates: geometry.position };
  const polygons = geometry.polygons.map(closedRings);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}
