import {
  type BoundaryContent,
  type DeclaredSystem,
  noAreas,
  type SourceArea,
  type SourcePolygon,
  type SourceRing,
  unreadableFile,
} from './boundary-file.ts';
import { systemOfName } from './reference-system.ts';

/** True when a file's first bytes look like GeoJSON, whatever its name. */
export function startsLikeJson(start: Buffer): boolean {
  return start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{');
}

/**
 * Reads a GeoJSON FeatureCollection whole.
 *
 * @throws FailureError `wrong-format` for text that is no such thing, `empty-file` without features.
 */
export function readGeoJson(bytes: Buffer): BoundaryContent {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    if (isJsonLines(bytes)) {
      throw unreadableFile(
        'The file holds one JSON record a line, which is neither a table nor boundaries.',
        'Export records as CSV or an Excel workbook (.xlsx), boundaries as GeoJSON.',
      );
    }
    throw unreadableFile(
      'The file is not whole GeoJSON: its text breaks off or is malformed.',
      'Download or export it again.',
    );
  }
  const features = propertyOf(content, 'features');
  if (propertyOf(content, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    throw unreadableFile(
      'The file is JSON but not a GeoJSON FeatureCollection.',
      'Export records as CSV or an Excel workbook (.xlsx), boundaries as GeoJSON.',
    );
  }
  if (features.length === 0) throw noAreas();
  return { system: declaredSystem(content), areas: features.map(areaOf), warnings: [] };
}

/** Whether the first line is an object by itself and another one follows. */
function isJsonLines(bytes: Buffer): boolean {
  const [first = '', second = ''] = bytes
    .toString('utf8', 0, 1 << 16)
    .trimStart()
    .split('\n');
  if (!second.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

function declaredSystem(content: unknown): DeclaredSystem {
  const crs = propertyOf(content, 'crs');
  const name = propertyOf(propertyOf(crs, 'properties'), 'name');
  // GeoJSON without a `crs` is in longitude and latitude by its definition.
  return typeof name === 'string' ? systemOfName(name) : 'longitude-latitude';
}

function areaOf(feature: unknown): SourceArea {
  const properties = propertyOf(feature, 'properties');
  return {
    properties:
      typeof properties === 'object' && properties !== null
        ? (properties as Record<string, unknown>)
        : null,
    polygons: polygonsOf(propertyOf(feature, 'geometry')),
  };
}

/** The polygons of a GeoJSON geometry; null for another geometry and for one that is not made as it should be. */
function polygonsOf(geometry: unknown): SourcePolygon[] | null {
  const type = propertyOf(geometry, 'type');
  const coordinates = propertyOf(geometry, 'coordinates');
  if (type !== 'Polygon' && type !== 'MultiPolygon') return null;
  const polygons: unknown[] | null = type === 'Polygon' ? [coordinates] : listOf(coordinates);
  return mapWhole(polygons, (rings) => mapWhole(listOf(rings), ringOf));
}

function ringOf(points: unknown): SourceRing | null {
  return mapWhole(listOf(points), (point) => {
    const [x, y] = listOf(point) ?? [];
    return typeof x === 'number' && typeof y === 'number' ? ([x, y] as const) : null;
  });
}

function listOf(value: unknown): unknown[] | null {
  return Array.isArray(value) ? (value as unknown[]) : null;
}

/** The list with each member turned, or null as soon as one cannot be: half a shape is none. */
function mapWhole<From, To>(
  list: readonly From[] | null,
  turn: (member: From) => To | null,
): To[] | null {
  if (list === null) return null;
  const turned: To[] = [];
  for (const member of list) {
    const one = turn(member);
    if (one === null) return null;
    turned.push(one);
  }
  return turned;
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
