import { closeSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { FailureError } from '../../../contract/outcome.ts';
import { openDamaged, openWithSalt, openWriter, type Writer } from '../database.ts';
import { migrate } from '../migrate.ts';
import { currentVersion } from '../migrations/all.ts';
import { isDamage, readDamaged } from './read-damaged.ts';

const pageBytes = 4_096;
const saltBytes = 16;

/** Kinds of pages that SQLite writes, in the first byte of each but those of long values. */
const pageKinds = new Set([2, 5, 10, 13]);

/** What could be read of a file's list of tables. */
export interface TableList {
  /** The format of the file. */
  readonly version: number;
  /** Whether a page of the list, or the first page, was damaged. */
  readonly wasDamaged: boolean;
  /** Whether the list is whole, by itself or as it was made again. */
  readonly isWhole: boolean;
}

/**
 * Makes the list of tables in the copy `work` readable again. Where a page of it is damaged, its place is taken by the
 * same page of an empty workspace that was made in the same way: the list says only what tables there are and on which
 * page each begins, and both follow from the format. That is done only where everything that can still be read of the
 * list is as in that workspace.
 *
 * @throws FailureError `wrong-passphrase`, or `corrupt` when nothing can be read.
 */
export function mendTableList(work: string, key: string | null): TableList {
  const first = firstPage(work, key);
  if (first.isReadable) {
    const { version } = first;
    const database = openDamaged(work, key);
    const isWhole = isListWhole(database);
    database.close();
    if (isWhole) return { version, wasDamaged: false, isWhole };
    const mended = layoutsOf(work, key, version).some((make) => takeFrom(make, work, key, false));
    return { version, wasDamaged: true, isWhole: mended };
  }
  for (let version = currentVersion; version > 1; version--) {
    if (layoutsOf(work, key, version).some((make) => takeFrom(make, work, key, true)))
      return { version, wasDamaged: true, isWhole: true };
  }
  throw nothingReadable();
}

function firstPage(
  work: string,
  key: string | null,
): { isReadable: false } | { isReadable: true; version: number } {
  const database = openDamaged(work, key);
  try {
    // What a journal still holds becomes part of the copy, so that its pages can be looked at one by one.
    database.pragma('wal_checkpoint(TRUNCATE)');
    const version = Number(database.pragma('user_version', { simple: true }));
    if (version >= 1 && version <= currentVersion) return { isReadable: true, version };
    throw nothingReadable();
  } catch (error) {
    if (!isDamage(error)) throw error;
  } finally {
    database.close();
  }
  // The salt of an encrypted file stands in its first page: without it nobody can read on.
  if (key !== null || !looksPlain(work)) {
    throw new FailureError(
      'wrong-passphrase',
      key === null
        ? 'This file is encrypted, or it is not an Action Ten workspace. Nothing was written.'
        : 'The passphrase is wrong, or the first page of this encrypted file is damaged: without it nothing can be read. Nothing was written.',
      'Give its passphrase again (for commands in ACTION_TEN_PASSPHRASE). If it is right, put the latest backup in place.',
    );
  }
  return { isReadable: false };
}

/** Whether the pages after the first are those of an unencrypted database. */
function looksPlain(work: string): boolean {
  const pages = Math.min(64, Math.floor(statSync(work).size / pageBytes));
  let like = 0;
  for (let page = 2; page <= pages; page++) {
    const start = readPage(work, page);
    const content = start.readUInt16BE(5);
    const cells = start.readUInt16BE(3);
    if (pageKinds.has(start[0] ?? 0) && content <= pageBytes && cells * 2 < content) like++;
  }
  return like >= Math.max(1, pages / 4);
}

function isListWhole(database: Database.Database): boolean {
  try {
    database.prepare('SELECT sum(length(sql)) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

type MakeLayout = (path: string) => Writer;

/** Ways in which a workspace of this format comes about: made step by step, or written anew as one. */
function layoutsOf(work: string, key: string | null, version: number): MakeLayout[] {
  const salt = readPage(work, 1).subarray(0, saltBytes).toString('hex');
  const stepByStep = (path: string): Writer => {
    const writer = key === null ? openWriter(path, false, null) : openWithSalt(path, key, salt);
    migrate(writer, version);
    return writer;
  };
  return [
    stepByStep,
    (path) => {
      const writer = stepByStep(path);
      writer.database.exec('VACUUM');
      return writer;
    },
  ];
}

/** Takes the pages of the list from a workspace made by `make`, if that is of the same layout. */
function takeFrom(
  make: MakeLayout,
  work: string,
  key: string | null,
  withFirstPage: boolean,
): boolean {
  const path = `${work}-layout`;
  const remove = (): void => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  };
  remove();
  const before = readPage(work, 1);
  try {
    const layout = make(path);
    const { database } = layout;
    const begins = new Map(listOf(database));
    const pages = database
      .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' ORDER BY pageno")
      .pluck()
      .all();
    database.pragma('journal_mode = DELETE');
    database.close();
    if (withFirstPage) writePage(work, 1, asFirstPage(readPage(path, 1), work));
    if (!isSameLayout(work, key, begins)) {
      if (withFirstPage) writePage(work, 1, before);
      return false;
    }
    for (const page of pages) {
      if (page > 1) writePage(work, page, readPage(path, page));
    }
    return true;
  } finally {
    remove();
  }
}

/** The first page of the layout for a file of another size, without free pages: nothing is ever written there. */
function asFirstPage(page: Buffer, work: string): Buffer {
  const changed = Buffer.from(page);
  changed.writeUInt32BE(Math.floor(statSync(work).size / pageBytes), 28);
  changed.fill(0, 32, 40);
  return changed;
}

function isSameLayout(
  work: string,
  key: string | null,
  begins: ReadonlyMap<string, number>,
): boolean {
  const database = openDamaged(work, key);
  try {
    const there = listOf(database);
    return there.length > 0 && there.every(([name, page]) => begins.get(name) === page);
  } finally {
    database.close();
  }
}

/** Names and first pages of what the list holds, as far as it can be read. */
function listOf(database: Database.Database): [string, number][] {
  const list: [string, number][] = [];
  const table = {
    name: 'sqlite_schema',
    columns: ['name', 'rootpage'],
    optional: new Set<string>(),
    key: [],
  };
  readDamaged(database, table, ([name, page]) => list.push([String(name), Number(page)]));
  return list;
}

function readPage(path: string, page: number): Buffer {
  const bytes = Buffer.alloc(pageBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, pageBytes, (page - 1) * pageBytes);
  } finally {
    closeSync(file);
  }
  return bytes;
}

function writePage(path: string, page: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, bytes, 0, pageBytes, (page - 1) * pageBytes);
  } finally {
    closeSync(file);
  }
}

function nothingReadable(): FailureError {
  return new FailureError(
    'corrupt',
    'Nothing of this file can be read as an Action Ten workspace. Nothing was written.',
    'Put the latest backup in place, from the home screen.',
  );
}
