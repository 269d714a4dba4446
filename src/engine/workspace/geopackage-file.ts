import Database from 'better-sqlite3';
import { FailureError } from '../../contract/outcome.ts';

/** A table of features in a GeoPackage. */
export interface GeoPackageTable {
  readonly name: string;
  /** Its columns without the geometry. */
  readonly columns: readonly string[];
  readonly geometryColumn: string;
  /** `POLYGON`, `MULTIPOLYGON`, `GEOMETRY` and so on, in capitals. */
  readonly geometryType: string;
  /** EPSG number of the reference system; 0 and -1 when it is undefined. */
  readonly referenceNumber: number;
  /** The reference system as well-known text; '' when the file has none. */
  readonly referenceText: string;
}

export interface GeoPackageRow {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Buffer | null;
}

/** An open GeoPackage: only inside the `work` of `withGeoPackage`. */
export interface GeoPackage {
  readonly tables: readonly GeoPackageTable[];
  rowsOf(table: GeoPackageTable): GeoPackageRow[];
}

/**
 * Reads a GeoPackage from the bytes of its file, which is neither locked nor given side files that way, and
 * closes it again.
 *
 * @throws FailureError `wrong-format` when it is damaged, protected or no GeoPackage, or has no feature table.
 */
export function withGeoPackage<Value>(bytes: Buffer, work: (file: GeoPackage) => Value): Value {
  const database = open(bytes);
  try {
    const tables = featureTables(database);
    if (tables.length === 0) {
      throw new FailureError(
        'wrong-format',
        'The GeoPackage has no table of features.',
        'Export the boundaries as a layer of areas, or as GeoJSON.',
      );
    }
    return work({ tables, rowsOf: (table) => rowsOf(database, table) });
  } catch (error) {
    throw explain(error);
  } finally {
    database.close();
  }
}

/** Bytes of the SQLite header that say "write-ahead log", which a database in memory cannot have. */
const journalBytes = [18, 19] as const;

function open(bytes: Buffer): Database.Database {
  const copy = Buffer.from(bytes);
  for (const at of journalBytes) copy[at] = 1;
  try {
    const database = new Database(copy, { readonly: true });
    database.pragma('trusted_schema = OFF');
    return database;
  } catch (error) {
    throw explain(error);
  }
}

function featureTables(database: Database.Database): GeoPackageTable[] {
  const has = database
    .prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('gpkg_contents')")
    .pluck()
    .get();
  if (has === 0) {
    throw new FailureError(
      'wrong-format',
      'The file is an SQLite database but not a GeoPackage.',
      'Export the boundaries as a GeoPackage or as GeoJSON.',
    );
  }
  const found = database
    .prepare<[], Omit<GeoPackageTable, 'columns'>>(
      `SELECT content.table_name AS name, geometry.column_name AS geometryColumn,
         upper(geometry.geometry_type_name) AS geometryType, geometry.srs_id AS referenceNumber,
         coalesce(reference.definition, '') AS referenceText
       FROM gpkg_contents AS content
       JOIN gpkg_geometry_columns AS geometry ON geometry.table_name = content.table_name
       LEFT JOIN gpkg_spatial_ref_sys AS reference ON reference.srs_id = geometry.srs_id
       WHERE content.data_type = 'features' ORDER BY content.rowid`,
    )
    .all();
  return found.map((table) => ({ ...table, columns: columnsOf(database, table) }));
}

function columnsOf(
  database: Database.Database,
  table: { readonly name: string; readonly geometryColumn: string },
): string[] {
  return database
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table.name)
    .filter((column) => column !== table.geometryColumn);
}

function rowsOf(database: Database.Database, table: GeoPackageTable): GeoPackageRow[] {
  const rows = database
    .prepare<[], Record<string, unknown>>(`SELECT * FROM ${quoted(table.name)}`)
    .all();
  return rows.map((row) => {
    const { [table.geometryColumn]: geometry, ...properties } = row;
    return { properties, geometry: Buffer.isBuffer(geometry) ? geometry : null };
  });
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function explain(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return new FailureError(
    'wrong-format',
    'The GeoPackage is damaged, incomplete or protected, so it cannot be read.',
    'Download or export it again, without a password.',
  );
}
