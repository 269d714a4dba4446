import Database from 'better-sqlite3';
import { rtreeTriggers, sharedSchema, spatialReferences } from './geopackage-schema.ts';

/** A column of a feature table beside its number and geometry. */
export interface GeoPackageField {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BOOLEAN';
  /** For people; kept in gpkg_data_columns. */
  readonly title: string;
}

export interface GeoPackageFeature {
  /** A GeoPackage geometry blob. */
  readonly geometry: Buffer;
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  /** In the order of the fields. */
  readonly values: readonly (string | number | boolean | null)[];
}

export interface GeoPackageLayer {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly geometryType: 'POINT' | 'MULTIPOLYGON';
  readonly referenceNumber: 27700 | 4326;
  readonly fields: readonly GeoPackageField[];
  readonly features: readonly GeoPackageFeature[];
  /** A QGIS style (QML). */
  readonly style: string;
  /** Marking, rule, method and limits as JSON. */
  readonly metadata: string;
}

/** "GPKG" and version 1.3, as a GeoPackage's header must say. */
const geoPackageId = 0x47504b47;
const geoPackageVersion = 10_300;

/**
 * Layers as one GeoPackage 1.3 (OGC 12-128r17), the first asked for first: features with a spatial index, metadata,
 * titles of columns, and default styles that QGIS applies by itself. Written in memory: no side file is left behind.
 */
export function geoPackageOf(layers: readonly GeoPackageLayer[]): Buffer {
  const database = new Database(':memory:');
  try {
    database.pragma(`application_id = ${geoPackageId}`);
    database.pragma(`user_version = ${geoPackageVersion}`);
    database.exec(sharedSchema);
    database.transaction(() => {
      const reference = database.prepare(
        'INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)',
      );
      for (const row of spatialReferences) reference.run(...row);
      for (const layer of layers) addLayer(database, layer);
      addStyles(database, layers);
      // They call functions that only readers have, so they come after the rows.
      for (const { name } of layers) database.exec(rtreeTriggers(quoted(name), name));
    })();
    return database.serialize();
  } finally {
    database.close();
  }
}

function addLayer(database: Database.Database, layer: GeoPackageLayer): void {
  const { name, fields, features, referenceNumber, geometryType } = layer;
  const columns = fields.map((field) => `, ${quoted(field.name)} ${field.type}`).join('');
  database.exec(
    `CREATE TABLE ${quoted(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${geometryType}${columns});
     CREATE VIRTUAL TABLE ${quoted(`rtree_${name}_geom`)} USING rtree(id, minx, maxx, miny, maxy);`,
  );
  const insert = database.prepare(
    `INSERT INTO ${quoted(name)} VALUES (?, ?${', ?'.repeat(fields.length)})`,
  );
  const index = database.prepare(
    `INSERT INTO ${quoted(`rtree_${name}_geom`)} VALUES (?, ?, ?, ?, ?)`,
  );
  const all: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [at, { geometry, bounds, values }] of features.entries()) {
    const [west, south, east, north] = bounds;
    insert.run(
      at + 1,
      geometry,
      ...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)),
    );
    index.run(at + 1, west, east, south, north);
    all[0] = Math.min(all[0], west);
    all[1] = Math.min(all[1], south);
    all[2] = Math.max(all[2], east);
    all[3] = Math.max(all[3], north);
  }
  database
    .prepare(
      `INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id)
       VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(name, layer.title, layer.description, ...all, referenceNumber);
  database
    .prepare(`INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)`)
    .run(name, geometryType, referenceNumber);
  database
    .prepare(
      `INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',
         'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')`,
    )
    .run(name);
  const titled = database.prepare(
    'INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?, ?, ?, ?)',
  );
  for (const field of fields) titled.run(name, field.name, field.name, field.title);
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)
       VALUES ('dataset', 'https://www.w3.org/TR/json/', 'application/json', ?)`,
    )
    .run(layer.metadata);
  database
    .prepare(`INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)`)
    .run(name, new Date().toISOString(), lastInsertRowid);
}

/** The table in which QGIS keeps styles, one default style a layer. */
function addStyles(database: Database.Database, layers: readonly GeoPackageLayer[]): void {
  const insert = database.prepare(
    `INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
       styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, 'geom', 'Action Ten', ?, '', 1, ?, '')`,
  );
  for (const { name, style, title } of layers) insert.run(name, style, title);
  database
    .prepare(
      `INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
       VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles for QGIS', 0)`,
    )
    .run();
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
