import Papa from 'papaparse';
import type { RunColumn, RunGeometry, RunResult } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { Area } from '../../domain/evidence/other-evidence.ts';
import { refuseOutput } from '../write-whole.ts';
import { degreesOf } from './page-result.ts';

const isCsv = (path: string): boolean => /\.csv$/i.test(path);

/** Refuses, before a run, a place for its table that cannot be written. */
export function refuseResultOutput(path: string): void {
  refuseOutput(path);
  if (isCsv(path) || /\.(geo)?json$/i.test(path)) return;
  throw new FailureError(
    'bad-request',
    'A result can be saved as CSV or GeoJSON, and the name ends in neither.',
    'Give a name that ends in .csv or .geojson.',
  );
}

/** The first table of a run, for use inside the force: CSV in grid metres or GeoJSON, by the file's ending. */
export function resultAsText(path: string, result: RunResult, areas: readonly Area[]): string {
  return isCsv(path) ? asCsv(result) : asGeoJson(result, areas);
}

/** A value as it is written; NaN is "not given" and never a text of its own. */
function valueOf({ values }: RunColumn, row: number): number | string | null {
  const value = values[row];
  return value === undefined || (typeof value === 'number' && !Number.isFinite(value))
    ? null
    : value;
}

function rowsOf({ columns }: RunResult['main']): number {
  return columns[0]?.values.length ?? 0;
}

function asCsv({ main, geometry }: RunResult): string {
  const columns = [...main.columns, ...positionColumns(geometry)];
  const rows = Array.from({ length: rowsOf(main) }, (_, row) =>
    columns.map((column) => valueOf(column, row)),
  );
  const text = Papa.unparse([columns.map(({ name }) => name), ...rows], {
    // A cell that a spreadsheet would run as a formula is written as text.
    escapeFormulae: true,
  });
  return `${text}\r\n`;
}

/** Where each row is, in grid metres: the middle of a cell, or the point itself. */
function positionColumns(geometry: RunGeometry): RunColumn[] {
  if (geometry.kind !== 'cells' && geometry.kind !== 'points') return [];
  const pairs = geometry.kind === 'cells' ? centresOf(geometry) : geometry.positions;
  const prefix = geometry.kind === 'cells' ? 'centre_' : '';
  return ['easting', 'northing'].map((name, offset) => ({
    name: `${prefix}${name}`,
    title: name,
    unit: 'metres',
    values: Float64Array.from(
      { length: pairs.length / 2 },
      (_, row) => pairs[2 * row + offset] ?? 0,
    ),
  }));
}

/** The middle of each cell, as pairs: half way between a corner and the one across. */
export function centresOf({
  polygons,
  verticesPerCell,
}: RunGeometry & { kind: 'cells' }): Float64Array {
  const across = verticesPerCell;
  return Float64Array.from({ length: polygons.length / verticesPerCell }, (_, at) => {
    const start = Math.floor(at / 2) * verticesPerCell * 2 + (at % 2);
    return ((polygons[start] ?? 0) + (polygons[start + across] ?? 0)) / 2;
  });
}

function asGeoJson({ run, main, geometry }: RunResult, areas: readonly Area[]): string {
  const shapeOf = shapesOf(geometry, areas);
  if (geometry.kind === 'none' && geometry.isWithheld === true) {
    throw new FailureError(
      'bad-request',
      'These records can be at homes, so no positions or outlines of them are given, and there is nothing for a map.',
      'Choose public space, or give a name that ends in .csv: the table is written without positions.',
    );
  }
  if (shapeOf === null) {
    throw new FailureError(
      'bad-request',
      'The rows of this method have no place on the ground, so there is nothing for a map.',
      'Give a name that ends in .csv.',
    );
  }
  const features = Array.from({ length: rowsOf(main) }, (_, row) => ({
    type: 'Feature',
    properties: Object.fromEntries(
      main.columns.map((column) => [column.name, valueOf(column, row)]),
    ),
    geometry: shapeOf(row),
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', run: run.run, features })}\n`;
}

interface Shape {
  readonly type: 'Point' | 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
}

type Pair = readonly [number, number];

/** The shape of each row in longitude and latitude; a row outside the national grid's extent has none. */
function shapesOf(
  geometry: RunGeometry,
  areas: readonly Area[],
): ((row: number) => Shape | null) | null {
  if (geometry.kind === 'none') return null;
  if (geometry.kind === 'areas') {
    const areaOf = new Map(areas.map((area) => [area.code, area]));
    return (row) => {
      const area = areaOf.get(geometry.codes[row] ?? '');
      const coordinates = area?.polygons.map((rings) => rings.map((ring) => closed(ring.flat())));
      return coordinates === undefined ? null : { type: 'MultiPolygon', coordinates };
    };
  }
  if (geometry.kind === 'points') {
    const degrees = degreesOf(geometry.positions);
    return (row) => {
      const [point] = pairsOf(degrees.subarray(2 * row, 2 * row + 2));
      return point === undefined ? null : { type: 'Point', coordinates: point };
    };
  }
  const positions = geometry.kind === 'cells' ? geometry.polygons : geometry.positions;
  const startOf = (row: number): number =>
    geometry.kind === 'cells' ? row * geometry.verticesPerCell : (geometry.starts[row] ?? 0);
  return (row) => {
    const ring = closed(positions.subarray(2 * startOf(row), 2 * startOf(row + 1)));
    return ring.length < 4 ? null : { type: 'Polygon', coordinates: [ring] };
  };
}

/** A ring in degrees with its first position repeated; without positions where one cannot be converted. */
function closed(metres: Float64Array | readonly number[]): Pair[] {
  const pairs = pairsOf(degreesOf(Float64Array.from(metres)));
  if (pairs.length * 2 < metres.length) return [];
  const [first] = pairs;
  const last = pairs.at(-1);
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return first === undefined || isClosed ? pairs : [...pairs, first];
}

function pairsOf(values: Float64Array): Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) {
    const pair: Pair = [values[at] ?? Number.NaN, values[at + 1] ?? Number.NaN];
    if (pair.every(Number.isFinite)) pairs.push(pair);
  }
  return pairs;
}
