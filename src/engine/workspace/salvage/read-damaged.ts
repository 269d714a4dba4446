import type Database from 'better-sqlite3';

type Value = string | number | bigint | Buffer | null;

/** What of a table could be read. */
export interface TableReading {
  /** Rows of which a value lay on a damaged page: they come without it. */
  inPart: number;
  /** Row numbers that lay on damaged pages: at most so many rows are lost. */
  unread: number;
  /** Whether the end of the table, or an unknown number of rows in it, could not be read. */
  isOpenEnded: boolean;
}

export interface DamagedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that may be left without a value. */
  readonly optional: ReadonlySet<string>;
  /** Columns of the key of a table without row numbers; empty for one with them. */
  readonly key: readonly string[];
}

/** Row numbers on damaged pages that are tried one after the other before larger steps are taken. */
const mostTried = 5_000;
const largestStep = 2n ** 40n;

/** Whether an error says that a page cannot be read, and nothing else. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code);
}

/** Gives every row of a damaged table that can be read to `put`, as values in the order of the columns. */
export function readDamaged(
  database: Database.Database,
  table: DamagedTable,
  put: (row: Value[]) => void,
): TableReading {
  const reading: TableReading = { inPart: 0, unread: 0, isOpenEnded: false };
  const work = { database, table, list: listed(table.columns), put, reading };
  if (table.key.length === 0) readByNumber(work);
  else readByKey(work);
  return reading;
}

/** A table while it is read. */
interface Work {
  readonly database: Database.Database;
  readonly table: DamagedTable;
  /** Its columns as they stand in a query. */
  readonly list: string;
  readonly put: (row: Value[]) => void;
  readonly reading: TableReading;
}

function readByNumber(work: Work): void {
  const { database, table, list, put, reading } = work;
  const prepare = (sql: string) => database.prepare<bigint[], Value[]>(sql).raw().safeIntegers();
  const from = prepare(`SELECT rowid, ${list} FROM ${table.name} WHERE rowid >= ? ORDER BY rowid`);
  const one = prepare(`SELECT ${list} FROM ${table.name} WHERE rowid = ?`);
  const exists = prepare(`SELECT 1 FROM ${table.name} WHERE rowid = ?`);
  let at = 0n;
  for (;;) {
    try {
      for (const [number, ...row] of from.iterate(at)) {
        put(row);
        at = (number as bigint) + 1n;
      }
      return;
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    const next = pastDamage();
    if (next === null) return;
    at = next;
  }

  /** From `at`, which cannot be read, to the next number that can; null when none can. */
  function pastDamage(): bigint | null {
    for (let tried = 0; tried < mostTried; tried++, at++) {
      const found = attempt(() => exists.get(at));
      if (found === damaged) {
        reading.unread++;
        continue;
      }
      // The page of the row can be read: what cannot is a long value of it, on a page of its own.
      if (found !== undefined && attempt(() => one.get(at)) === damaged) {
        putInPart(work, 'rowid = ?', [at]);
        continue;
      }
      return at;
    }
    for (let step = 1n; step < largestStep; step *= 2n) {
      if (attempt(() => exists.get(at + step)) !== damaged) return at + step;
    }
    reading.isOpenEnded = true;
    return null;
  }
}

/** From both ends: what lies between two damaged pages of such a table is not read. */
function readByKey(work: Work): void {
  const { database, table, list, put, reading } = work;
  const places = table.key.map((column) => table.columns.indexOf(column));
  const keyList = listed(table.key);
  const marks = table.key.map(() => '?').join(', ');
  const seen = new Set<string>();
  const from = (order: 'ASC' | 'DESC'): boolean => {
    const sign = order === 'ASC' ? '>' : '<';
    const sorted = table.key.map((column) => `${quoted(column)} ${order}`).join(', ');
    const prepare = (columns: string, where: string, limit: string) =>
      database
        .prepare<Value[], Value[]>(
          `SELECT ${columns} FROM ${table.name} ${where} ORDER BY ${sorted} ${limit}`,
        )
        .raw()
        .safeIntegers();
    const beyond = `WHERE (${keyList}) ${sign} (${marks})`;
    let last: Value[] | null = null;
    for (;;) {
      const rest = prepare(list, last === null ? '' : beyond, '');
      try {
        for (const row of rest.iterate(...(last ?? []))) {
          last = places.map((place) => row[place] ?? null);
          const name = keyName(last);
          if (seen.has(name)) return true;
          seen.add(name);
          put(row);
        }
        return true;
      } catch (error) {
        if (!isDamage(error)) throw error;
      }
      const next = prepare(keyList, last === null ? '' : beyond, 'LIMIT 1');
      const key: Value[] | undefined | typeof damaged = attempt(() => next.get(...(last ?? [])));
      if (key === damaged || key === undefined) return false;
      last = key;
      if (seen.has(keyName(key))) return true;
      seen.add(keyName(key));
      putInPart(work, `(${keyList}) = (${marks})`, key);
    }
  };
  if (from('ASC')) return;
  from('DESC');
  reading.isOpenEnded = true;
}

/** Reads a row value by value. Without a value that it must have, the row is lost. */
function putInPart(
  { database, table, put, reading }: Work,
  where: string,
  key: readonly Value[],
): void {
  const row: Value[] = [];
  for (const column of table.columns) {
    const read = database
      .prepare<Value[], Value[]>(`SELECT ${quoted(column)} FROM ${table.name} WHERE ${where}`)
      .raw()
      .safeIntegers();
    const found = attempt(() => read.get(...key));
    if (found !== damaged && found !== undefined) row.push(found[0] ?? null);
    else if (table.optional.has(column)) row.push(null);
    else {
      reading.unread++;
      return;
    }
  }
  reading.inPart++;
  put(row);
}

const damaged = Symbol('damaged');

function attempt<Found>(read: () => Found): Found | typeof damaged {
  try {
    return read();
  } catch (error) {
    if (isDamage(error)) return damaged;
    throw error;
  }
}

function keyName(key: readonly Value[]): string {
  return JSON.stringify(key.map(String));
}

function listed(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}

function quoted(name: string): string {
  return `"${name}"`;
}
