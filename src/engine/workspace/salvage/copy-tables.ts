import type Database from 'better-sqlite3';
import type { Writer } from '../database.ts';
import { isDamage, readDamaged, type TableReading } from './read-damaged.ts';

/** What became of a table: rows in the new file, and what was not to be read. */
export interface CopiedTable extends TableReading {
  readonly name: string;
  kept: number;
}

/** Made again from the rows when they are needed: copies of them would only be doubted. */
const madeAgain = new Set(['column_store']);

/** Read by itself, since its entries are held against each other (see salvage-log.ts). */
const logTable = 'audit_entry';

interface ColumnFacts {
  readonly name: string;
  readonly notnull: 0 | 1;
  readonly pk: number;
}

/** Tables of the new file that rows are copied into. */
export function tablesToCopy({ database }: Writer): string[] {
  return database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
    .filter((name) => name !== logTable && !madeAgain.has(name));
}

/** Copies what can be read of a table into the new file, which has the same format. */
export function copyTable(damaged: Database.Database, writer: Writer, name: string): CopiedTable {
  const insert = insertInto(writer, name);
  const copied: CopiedTable = { name, kept: 0, inPart: 0, unread: 0, isOpenEnded: false };
  const reading = readTable(damaged, writer, name, (row) => {
    try {
      copied.kept += insert.run(...row).changes;
    } catch (error) {
      // A row that the format cannot hold is none: chance made it of damaged bytes.
      if (!isRefused(error)) throw error;
      copied.unread++;
    }
  });
  copied.inPart = reading.inPart;
  copied.unread += reading.unread;
  copied.isOpenEnded = reading.isOpenEnded;
  if (name === 'word' && (copied.unread > 0 || copied.isOpenEnded)) {
    copied.kept += copyWordsFromIndex(damaged, insert);
  }
  return copied;
}

/** Each word stands in the index of texts once more, on other pages: many records hang on one. Gives how many it had. */
function copyWordsFromIndex(damaged: Database.Database, insert: Database.Statement): number {
  let found = 0;
  for (const order of ['ASC', 'DESC']) {
    const words = damaged
      .prepare<[], [number, string]>(
        `SELECT id, text FROM word INDEXED BY sqlite_autoindex_word_1 ORDER BY text ${order}`,
      )
      .raw();
    try {
      for (const word of words.iterate()) found += insert.run(...word).changes;
      break;
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return found;
}

/** Reads the rows of a table as the new file has it; a table that is not on the damaged file's list gives none. */
export function readTable(
  damaged: Database.Database,
  { database }: Writer,
  name: string,
  put: (row: (string | number | bigint | Buffer | null)[]) => void,
): TableReading {
  if (columnsOf(damaged, name).length === 0) return { inPart: 0, unread: 0, isOpenEnded: true };
  const columns = columnsOf(database, name);
  const hasNumbers = database
    .prepare<[string], number>('SELECT NOT wr FROM pragma_table_list WHERE name = ?')
    .pluck()
    .get(name);
  const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
  const table = {
    name,
    columns: columns.map((column) => column.name),
    optional: new Set(columns.filter(({ notnull, pk }) => notnull === 0 && pk === 0).map(nameOf)),
    key: hasNumbers === 1 ? [] : key.map(nameOf),
  };
  return readDamaged(damaged, table, put);
}

/** What opens a table for rows in the order of its columns; a row that is there already stays. */
function insertInto({ database }: Writer, name: string): Database.Statement {
  const columns = columnsOf(database, name);
  return database.prepare(
    `INSERT OR IGNORE INTO ${name} (${columns.map((column) => `"${column.name}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  );
}

function columnsOf(database: Database.Database, table: string): ColumnFacts[] {
  return database
    .prepare<[string], ColumnFacts>('SELECT name, "notnull", pk FROM pragma_table_info(?)')
    .all(table);
}

function nameOf({ name }: ColumnFacts): string {
  return name;
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
  );
}
