import Database from 'better-sqlite3';
import { FailureError } from '../../contract/outcome.ts';

/** An open MBTiles file. Every method may throw `corrupt`. */
export interface MbTiles {
  /** The file's own words by name, those that a base map needs. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Tiles at each zoom that lie inside the grid of that zoom, and all rows of tiles there are. */
  count(): { readonly rows: number; readonly zooms: readonly ZoomCount[] };
  /** Any one tile of a zoom. */
  first(zoom: number): Uint8Array | null;
  /** The tile as stored, by the web map's numbers: row 0 is in the north. Null when there is none. */
  tile(zoom: number, column: number, row: number): Uint8Array | null;
  close(): void;
}

interface ZoomCount {
  readonly zoom: number;
  readonly tiles: number;
}

/** Where a form of MBTiles keeps its tiles: real tables with these columns. */
interface TableForm {
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** The table of places, and how the pictures are joined to it. */
  readonly places: string;
  readonly from: string;
}

const place = ['zoom_level', 'tile_column', 'tile_row'];

/** The plain form, and the two in which writers keep equal tiles once behind a view, which is not run. */
const forms: readonly TableForm[] = [
  { tables: { tiles: [...place, 'tile_data'] }, places: 'tiles', from: 'tiles' },
  {
    tables: { map: [...place, 'tile_id'], images: ['tile_id', 'tile_data'] },
    places: 'map',
    from: 'map JOIN images ON images.tile_id = map.tile_id',
  },
  {
    tables: {
      tiles_shallow: [...place, 'tile_data_id'],
      tiles_data: ['tile_data_id', 'tile_data'],
    },
    places: 'tiles_shallow',
    from: 'tiles_shallow JOIN tiles_data ON tiles_data.tile_data_id = tiles_shallow.tile_data_id',
  },
];

const largestZoom = 22;
/** A tile of a map is some tens of kilobytes; what is larger is not read. */
const largestTileBytes = 8 << 20;
/** Without an index each tile is looked for in the whole file: above this size that is no map to work with. */
const largestBytesWithoutIndex = 32 << 20;

/** Whether an SQLite file has the tables of an MBTiles file. Never throws. */
export function hasTileTables(path: string): boolean {
  try {
    const database = openGuarded(path);
    try {
      return formOf(database) !== undefined;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/**
 * Opens an MBTiles file to be read as it is. Only real tables are read, by statements of our own: views, triggers,
 * virtual tables and computed columns, which could run what the file's maker wanted, are not used.
 *
 * @throws FailureError `wrong-format` when it has no such tables, `corrupt` when it is damaged.
 */
export function openMbTiles(path: string, bytes: number): MbTiles {
  let database: Database.Database;
  try {
    database = openGuarded(path);
  } catch (error) {
    throw explain(error);
  }
  try {
    const form = formOf(database);
    if (form === undefined) {
      throw new FailureError(
        'wrong-format',
        'The file is an SQLite database but has no tables of map tiles that could be read.',
        'Choose an MBTiles file (tables "tiles" and "metadata"), or a PMTiles file.',
      );
    }
    return readerOf(database, form, bytes);
  } catch (error) {
    database.close();
    throw explain(error);
  }
}

function openGuarded(path: string): Database.Database {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma('query_only = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  return database;
}

function formOf(database: Database.Database): TableForm | undefined {
  return forms.find(({ tables }) =>
    Object.entries(tables).every(([table, columns]) => isPlainTable(database, table, columns)),
  );
}

/** Whether this is a real table that holds these columns as values: not a view, virtual or computed. */
function isPlainTable(
  database: Database.Database,
  table: string,
  columns: readonly string[],
): boolean {
  const found = database
    .prepare(
      `SELECT count(*) FROM sqlite_schema
       WHERE name = ? COLLATE NOCASE AND type = 'table' AND rootpage > 0 AND sql LIKE 'CREATE TABLE %'`,
    )
    .pluck()
    .get(table);
  if (found !== 1) return false;
  const names = database
    .prepare<[string], string>('SELECT lower(name) FROM pragma_table_xinfo(?) WHERE hidden = 0')
    .pluck()
    .all(table);
  return columns.every((column) => names.includes(column));
}

function readerOf(database: Database.Database, form: TableForm, bytes: number): MbTiles {
  const { places, from } = form;
  const small = `length(tile_data) BETWEEN 1 AND ${largestTileBytes}`;
  const oneTile = `SELECT tile_data FROM ${from}
    WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? AND ${small} LIMIT 1`;
  refuseWithoutIndex(database, oneTile, bytes);
  const tile = database.prepare<[number, number, number]>(oneTile).pluck();
  const first = database
    .prepare<[number]>(`SELECT tile_data FROM ${from} WHERE zoom_level = ? AND ${small} LIMIT 1`)
    .pluck();
  const guarded = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      throw explain(error);
    }
  };
  return {
    metadata: readMetadata(database),
    count: () =>
      guarded(() => ({
        rows: database.prepare<[], number>(`SELECT count(*) FROM ${places}`).pluck().get() ?? 0,
        zooms: database
          .prepare<[], ZoomCount>(
            `SELECT zoom_level AS zoom, count(*) AS tiles FROM ${places}
             WHERE typeof(zoom_level) = 'integer' AND zoom_level BETWEEN 0 AND ${largestZoom}
               AND typeof(tile_column) = 'integer' AND tile_column BETWEEN 0 AND (1 << zoom_level) - 1
               AND typeof(tile_row) = 'integer' AND tile_row BETWEEN 0 AND (1 << zoom_level) - 1
             GROUP BY zoom_level ORDER BY zoom_level`,
          )
          .all(),
      })),
    first: (zoom) => guarded(() => asBytes(first.get(zoom))),
    // MBTiles counts its rows from the south.
    tile: (zoom, column, row) =>
      guarded(() => asBytes(tile.get(zoom, column, 2 ** zoom - 1 - row))),
    close: () => database.close(),
  };
}

function readMetadata(database: Database.Database): ReadonlyMap<string, string> {
  if (!isPlainTable(database, 'metadata', ['name', 'value'])) return new Map();
  const rows = database
    .prepare<[], { name: string; value: string }>(
      `SELECT name, CAST(value AS TEXT) AS value FROM metadata
       WHERE name IN ('name', 'attribution', 'bounds') AND length(value) < 10000 LIMIT 10`,
    )
    .all();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

function refuseWithoutIndex(database: Database.Database, query: string, bytes: number): void {
  if (bytes <= largestBytesWithoutIndex) return;
  const plan = database
    .prepare<[number, number, number], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
    .all(0, 0, 0);
  if (!plan.some(({ detail }) => detail.startsWith('SCAN'))) return;
  throw new FailureError(
    'wrong-format',
    'The file has no index of its tiles, so each would have to be looked for in the whole file.',
    'Make it again with a program that writes the index, or convert it to PMTiles.',
  );
}

function asBytes(value: unknown): Uint8Array | null {
  return Buffer.isBuffer(value) ? value : null;
}

function explain(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return new FailureError(
    'corrupt',
    'The file of map tiles is damaged, incomplete or protected, so it cannot be read.',
    'Copy or download it again and import it. The workspace is as it was.',
  );
}
