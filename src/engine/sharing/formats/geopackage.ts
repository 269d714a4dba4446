import type { GridPosition } from '../../../domain/geography/cells.ts';
import {
  type GeoPackageField,
  type GeoPackageLayer,
  geoPackageOf,
} from '../../workspace/geopackage-write.ts';
import { type Box, boxOf, closedRings, geometriesInDegrees } from '../geometry.ts';
import type { FeatureGeometry, LayerField, SafeLayer } from '../safe-layer.ts';
import { aboutInWords } from './kml.ts';
import { qgisStyle } from './qgis-style.ts';

const columnTypes: Readonly<Record<LayerField['type'], GeoPackageField['type']>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  real: 'REAL',
  boolean: 'BOOLEAN',
};

/**
 * Layers as a GeoPackage, each in British National Grid and then in WGS84; the first layer is the first table. Names,
 * metadata and a QGIS style travel inside.
 */
export function layersAsGeoPackage(layers: readonly SafeLayer[]): Buffer {
  const inMetres = layers.map((layer) =>
    tableOf(
      layer,
      layer.name,
      27700,
      layer.features.map(({ geometry }) => geometry),
    ),
  );
  const inDegrees = layers.map((layer) =>
    tableOf(layer, `${layer.name}_wgs84`, 4326, geometriesInDegrees(layer)),
  );
  return geoPackageOf([...inMetres, ...inDegrees]);
}

function tableOf(
  layer: SafeLayer,
  name: string,
  referenceNumber: 27700 | 4326,
  geometries: readonly FeatureGeometry[],
): GeoPackageLayer {
  const { about, fields, features } = layer;
  const isPoints = geometries[0]?.kind === 'point';
  const isDegrees = referenceNumber === 4326;
  return {
    name,
    title: `${about.marking}: ${about.title}${isDegrees ? ' (WGS84)' : ''}`,
    description: aboutInWords(about),
    geometryType: isPoints ? 'POINT' : 'MULTIPOLYGON',
    referenceNumber,
    fields: fields.map(({ name: field, title, type }) => ({
      name: field,
      title,
      type: columnTypes[type],
    })),
    features: features.map(({ values }, at) => {
      const geometry = geometries[at] ?? { kind: 'areas', polygons: [] };
      const bounds = boxOf([geometry]);
      return {
        geometry: geometryBlob(geometry, bounds, referenceNumber),
        bounds,
        values: fields.map(({ name: field }) => values[field] ?? null),
      };
    }),
    style: qgisStyle(layer),
    metadata: JSON.stringify(about),
  };
}

const littleEndian = 1;
/** Little-endian, with the envelope of x and y. */
const headerFlags = 0b0000_0011;
const [pointType, polygonType, multiPolygonType] = [1, 3, 6];

/** A GeoPackage geometry: header with envelope, then well-known binary (GeoPackage 1.3, 2.1.3). */
function geometryBlob(geometry: FeatureGeometry, box: Box, referenceNumber: number): Buffer {
  const polygons = geometry.kind === 'point' ? [] : geometry.polygons.map(closedRings);
  const shapeBytes =
    geometry.kind === 'point'
      ? 21
      : 9 +
        polygons.reduce(
          (sum, rings) => sum + 9 + rings.reduce((bytes, ring) => bytes + 4 + 16 * ring.length, 0),
          0,
        );
  const bytes = Buffer.alloc(40 + shapeBytes);
  bytes.write('GP', 0, 'latin1');
  bytes[3] = headerFlags;
  bytes.writeInt32LE(referenceNumber, 4);
  for (const [at, value] of [box[0], box[2], box[1], box[3]].entries()) {
    bytes.writeDoubleLE(value, 8 + 8 * at);
  }
  let at = 40;
  const head = (type: number): void => {
    bytes[at] = littleEndian;
    at = bytes.writeUInt32LE(type, at + 1);
  };
  const put = ([x, y]: GridPosition): void => {
    at = bytes.writeDoubleLE(y, bytes.writeDoubleLE(x, at));
  };
  if (geometry.kind === 'point') {
    head(pointType);
    put(geometry.position);
    return bytes;
  }
  head(multiPolygonType);
  at = bytes.writeUInt32LE(polygons.length, at);
  for (const rings of polygons) {
    head(polygonType);
    at = bytes.writeUInt32LE(rings.length, at);
    for (const ring of rings) {
      at = bytes.writeUInt32LE(ring.length, at);
      for (const position of ring) put(position);
    }
  }
  return bytes;
}
