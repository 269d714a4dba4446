import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import yazl from 'yazl';

export type XY = readonly [number, number];
export type Rings = readonly (readonly XY[])[];

/** A square's closed ring, clockwise as a shapefile wants it, from its south-west corner. */
export function square(west: number, south: number, size: number): XY[] {
  return [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ];
}

/** A FeatureCollection of polygons with the code and name of an LSOA, as text. */
export function geoJson(
  shapes: readonly (readonly [string, unknown])[],
  crs: string | null = null,
): string {
  const features = shapes.map(([code, coordinates]) => ({
    type: 'Feature',
    properties: { LSOA21CD: code, LSOA21NM: `Name of ${code}` },
    geometry: { type: 'Polygon', coordinates },
  }));
  const member = crs === null ? {} : { crs: { type: 'name', properties: { name: crs } } };
  return JSON.stringify({ type: 'FeatureCollection', ...member, features });
}

/** A .shp of polygons by hand: one record a shape, its rings in the order given; null is an empty shape. */
export function shp(shapes: readonly (Rings | null)[], shapeType = 5): Buffer {
  const records = shapes.map((rings, index) => {
    const content = rings === null ? Buffer.alloc(4) : polygonRecord(rings, shapeType);
    const head = Buffer.alloc(8);
    head.writeInt32BE(index + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([head, content]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + Buffer.concat(records).length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(shapeType, 32);
  return Buffer.concat([header, ...records]);
}

function polygonRecord(rings: Rings, shapeType: number): Buffer {
  const points = rings.flat();
  const head = Buffer.alloc(44 + 4 * rings.length);
  head.writeInt32LE(shapeType, 0);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (const [i, end] of box.entries()) head.writeDoubleLE(end, 4 + 8 * i);
  head.writeInt32LE(rings.length, 36);
  head.writeInt32LE(points.length, 40);
  let start = 0;
  for (const [i, ring] of rings.entries()) {
    head.writeInt32LE(start, 44 + 4 * i);
    start += ring.length;
  }
  const numbers = points.flat();
  // Heights, and measures after them, are a range and one number a position.
  if (shapeType === 15) numbers.push(0, 9, ...points.map(() => 9), 0, 1, ...points.map(() => 1));
  const body = Buffer.alloc(8 * numbers.length);
  for (const [i, number] of numbers.entries()) body.writeDoubleLE(number, 8 * i);
  return Buffer.concat([head, body]);
}

interface DbfLayout {
  /** Rows marked as deleted. */
  readonly deleted?: readonly number[];
  /** Bytes between the list of columns and the first row. */
  readonly gap?: number;
  readonly encoding?: BufferEncoding;
}

/** A .dbf of text columns by hand. */
export function dbf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { deleted = [], gap = 0, encoding = 'utf8' }: DbfLayout = {},
): Buffer {
  const width = 40;
  const header = Buffer.alloc(32 + 32 * columns.length + 1 + gap);
  header[0] = 3;
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + width * columns.length, 10);
  for (const [i, column] of columns.entries()) {
    header.write(column, 32 + 32 * i, 'latin1');
    header.write('C', 32 + 32 * i + 11, 'latin1');
    header[32 + 32 * i + 16] = width;
  }
  header[32 + 32 * columns.length] = 0x0d;
  const bodies = rows.map((row, index) => {
    const body = Buffer.alloc(1 + width * columns.length, ' ');
    if (deleted.includes(index)) body.write('*', 0);
    for (const [i, text] of row.entries()) Buffer.from(text, encoding).copy(body, 1 + width * i);
    return body;
  });
  return Buffer.concat([header, ...bodies, Buffer.from([0x1a])]);
}

/** The .dbf of areas with these codes. */
export function lsoaDbf(codes: readonly string[], layout: DbfLayout = {}): Buffer {
  return dbf(
    ['LSOA21CD', 'LSOA21NM'],
    codes.map((code) => [code, `Name of ${code}`]),
    layout,
  );
}

/** A ZIP of the members given. */
export async function zip(members: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(members)) file.addBuffer(Buffer.from(content), name);
  file.end();
  const parts: Buffer[] = [];
  for await (const part of file.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export const gridPrj =
  'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],UNIT["Meter",1.0]]';
export const wgs84Prj =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
export const mercatorPrj =
  'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],UNIT["Meter",1.0]]';
export const irishPrj =
  'PROJCS["TM65_Irish_Grid",GEOGCS["GCS_TM65",DATUM["D_TM65",SPHEROID["Airy_Modified",6377340.189,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",200000.0],PARAMETER["False_Northing",250000.0],UNIT["Meter",1.0]]';

interface BlobLayout {
  readonly isLittleEndian?: boolean;
  /** 0: x and y; 1000: with heights; 2000: with measures; 3000: with both. */
  readonly thousands?: 0 | 1000 | 2000 | 3000;
  readonly envelope?: boolean;
}

/** A GeoPackage geometry by hand: a Polygon of one, a MultiPolygon of several. */
export function geoPackageBlob(
  polygons: readonly Rings[],
  { isLittleEndian = true, thousands = 0, envelope = false }: BlobLayout = {},
): Buffer {
  const parts: Buffer[] = [];
  const uint32 = (value: number): void => {
    const bytes = Buffer.alloc(4);
    if (isLittleEndian) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    parts.push(bytes);
  };
  const double = (value: number): void => {
    const bytes = Buffer.alloc(8);
    if (isLittleEndian) bytes.writeDoubleLE(value);
    else bytes.writeDoubleBE(value);
    parts.push(bytes);
  };
  const head = (type: number, count: number): void => {
    parts.push(Buffer.from([isLittleEndian ? 1 : 0]));
    uint32(thousands + type);
    uint32(count);
  };
  const extras = thousands === 0 ? 0 : thousands === 3000 ? 2 : 1;
  parts.push(Buffer.from([0x47, 0x50, 0, (isLittleEndian ? 1 : 0) | (envelope ? 2 : 0)]));
  uint32(27700);
  if (envelope) for (let i = 0; i < 4; i++) double(0);
  if (polygons.length > 1) head(6, polygons.length);
  for (const rings of polygons) {
    head(3, rings.length);
    for (const ring of rings) {
      uint32(ring.length);
      for (const point of ring) for (const n of [...point, ...[7, 8].slice(0, extras)]) double(n);
    }
  }
  return Buffer.concat(parts);
}

export interface LayerOfPackage {
  readonly name: string;
  readonly codeColumn: string;
  readonly reference: number;
  readonly type?: string;
  readonly rows: readonly (readonly [string, Buffer | null])[];
}

/** Writes a GeoPackage of the layers into the folder and gives its path; `isMarked` sets its application id. */
export function geoPackage(
  folder: string,
  layers: readonly LayerOfPackage[],
  isMarked = true,
): string {
  const path = join(folder, `${layers.length}-${layers[0]?.name ?? 'none'}.bin`);
  const database = new Database(path);
  if (isMarked) database.pragma('application_id = 0x47504b47');
  database.exec(`
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER PRIMARY KEY, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES (-1, 'undefined'), (0, 'undefined'), (99001, '${gridPrj}');`);
  for (const { name, codeColumn, reference, type = 'MULTIPOLYGON', rows } of layers) {
    database.exec(
      `CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, "${codeColumn}" TEXT, geom BLOB)`,
    );
    database.prepare("INSERT INTO gpkg_contents VALUES (?, 'features', ?)").run(name, reference);
    database
      .prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?)")
      .run(name, type, reference);
    const insert = database.prepare(`INSERT INTO "${name}" ("${codeColumn}", geom) VALUES (?, ?)`);
    for (const row of rows) insert.run(...row);
  }
  database.close();
  return path;
}

/** The bytes of a GeoPackage. */
export function geoPackageBytes(folder: string, layers: readonly LayerOfPackage[]): Buffer {
  return readFileSync(geoPackage(folder, layers));
}
