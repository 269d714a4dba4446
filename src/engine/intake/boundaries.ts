import { closeSync, readFileSync } from 'node:fs';
import type { Geometry, Position } from 'geojson';
import { FailureError } from '../../contract/outcome.ts';
import { wgs84ToGrid } from '../../domain/geography/british-national-grid.ts';
import type { BatchCounts } from '../workspace/batches.ts';
import type { Writer } from '../workspace/database.ts';
import { FlatStore } from '../workspace/flat-store.ts';
import { fingerprintOf } from '../workspace/identity.ts';
import { openPlainFile, refuseOtherFormats } from './csv-file.ts';
import { type ReadingRules, RowRejected } from './values.ts';

const largestBytes = 256 << 20;

/** The pattern of ONS boundary properties: area type, year, and CD for code or NM for name. */
const onsProperty = /^(WD|LAD|PFA|LSOA|MSOA|OA)\d\d(CD|NM)$/i;
/** The same as other publishers write it: `pfa20_code`, `area_name`, `GSS_CODE`. */
const otherCode = /^(?:([a-z]+)\d\d_code|gss_code|area_code|code)$/i;
const otherName = /^(?:[a-z]+\d\d_name|area_name|name)$/i;

export interface BoundaryFile {
  readonly text: Buffer;
  readonly features: readonly unknown[];
}

/** True when the path looks like GeoJSON from its first character, whatever its name. */
export function startsLikeJson(start: Buffer): boolean {
  return start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{');
}

/** Reads a GeoJSON FeatureCollection whole. */
export function readBoundaries(path: string): BoundaryFile {
  const { file, bytes } = openPlainFile(path);
  closeSync(file);
  if (bytes > largestBytes) {
    throw new FailureError(
      'wrong-format',
      'The boundary file is larger than 256 MB.',
      'Use a generalised version of the boundaries.',
    );
  }
  const text = readFileSync(path);
  refuseOtherFormats(text);
  let content: unknown;
  try {
    content = JSON.parse(text.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new FailureError(
      'wrong-format',
      'The file is not whole GeoJSON: its text breaks off or is malformed.',
      'Download or export it again.',
    );
  }
  const features = propertyOf(content, 'features');
  if (propertyOf(content, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new FailureError(
      'wrong-format',
      'The file is JSON but not a GeoJSON FeatureCollection.',
      'Export the boundaries as GeoJSON.',
    );
  }
  if (features.length === 0) {
    throw new FailureError('empty-file', 'The boundary file has no areas.', 'Export it again.');
  }
  return { text, features };
}

/** Stores the areas of a boundary file in grid metres. Runs inside the caller's transaction. */
export function importBoundaries(
  writer: Writer,
  batch: number,
  boundaries: BoundaryFile,
  rules: ReadingRules,
  counts: BatchCounts,
  onReject: (line: number, reason: string, text: string) => void,
): void {
  const store = new FlatStore(writer, 'area', ['code', 'name', 'type', 'polygons'], batch);
  for (const [index, feature] of boundaries.features.entries()) {
    counts.rows++;
    try {
      const { code, name, type } = labels(propertyOf(feature, 'properties'));
      const polygons = gridPolygons(propertyOf(feature, 'geometry') as Geometry | null, rules);
      const values = [code, name, type, JSON.stringify(polygons)];
      const landing = store.put(`${type}:${code}`, fingerprintOf(values), values);
      if (landing === 'accepted') counts.accepted++;
      else if (landing === 'duplicate') counts.duplicates++;
      else counts.updated++;
    } catch (error) {
      if (!(error instanceof RowRejected)) throw error;
      counts.rejected++;
      counts.reasons[error.reason] = (counts.reasons[error.reason] ?? 0) + 1;
      onReject(index + 1, error.reason, JSON.stringify(propertyOf(feature, 'properties') ?? null));
    }
  }
  if (counts.accepted + counts.duplicates + counts.updated === 0) {
    throw new FailureError(
      'no-known-columns',
      'No area of the file has a code that Action Ten knows, with a polygon inside Great Britain.',
      'Use ONS boundaries (for example LSOA21CD and LSOA21NM), or name the properties "code" and "name".',
      { rows: counts.rows, reasons: { ...counts.reasons } },
    );
  }
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function labels(properties: unknown): { code: string; name: string; type: string } {
  if (typeof properties !== 'object' || properties === null) throw new RowRejected('missing-area');
  let code = '';
  let name = '';
  let type = '';
  for (const [key, value] of Object.entries(properties)) {
    const text = value === null || value === undefined ? '' : String(value).trim();
    const ons = onsProperty.exec(key);
    const other = otherCode.exec(key);
    // A ward file also carries its district: the first code of the properties is the area's own.
    if (ons !== null && ons[2]?.toUpperCase() === 'CD') {
      if (code === '') [code, type] = [text, (ons[1] ?? '').toUpperCase()];
    } else if (ons !== null) {
      if (name === '') name = text;
    } else if (other !== null) {
      if (code === '') [code, type] = [text, type || (other[1] ?? '').toUpperCase()];
    } else if (otherName.test(key)) {
      if (name === '') name = text;
    } else if (key === 'type') {
      type = text;
    }
  }
  if (code === '') throw new RowRejected('missing-area');
  return { code, name: name === '' ? code : name, type: type === '' ? 'AREA' : type };
}

function gridPolygons(geometry: Geometry | null, rules: ReadingRules): [number, number][][][] {
  const shapes =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const polygons = shapes
    .map((rings) => rings.map((ring) => gridRing(ring, rules)).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  if (polygons.length === 0) throw new RowRejected('unreadable-shape');
  return polygons;
}

/** A closed ring in grid metres to the centimetre, from longitude and latitude or from grid metres as given. */
function gridRing(ring: readonly Position[], rules: ReadingRules): [number, number][] {
  const points = ring.map(([x, y]): [number, number] => {
    if (typeof x !== 'number' || typeof y !== 'number') throw new RowRejected('unreadable-shape');
    if (Math.abs(x) > 180 || Math.abs(y) > 90) return [x, y];
    const point = wgs84ToGrid(rules.shiftGrid, x, y);
    if (point === undefined) throw new RowRejected('unreadable-position');
    return [Math.round(point.easting * 100) / 100, Math.round(point.northing * 100) / 100];
  });
  const [first] = points;
  const last = points.at(-1);
  if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) {
    points.push([first[0], first[1]]);
  }
  return points;
}
