import { expect } from 'vitest';
import { ZipFile } from 'yazl';
import { FailureError } from '../../../src/contract/outcome.ts';
import {
  type OpenedTables,
  openTables,
  slicesOf,
  type TableOptions,
  type TableSource,
} from '../../../src/engine/intake/formats/table-source.ts';
import { fileOf, temporaryFolder } from '../support.ts';

/** Options under which no header is known. */
export const anyTable: TableOptions = { sheet: null, isKnownHeader: () => false };

/** Options under which exactly this header is known. */
export function knowing(...names: string[]): TableOptions {
  return { sheet: null, isKnownHeader: (cells) => JSON.stringify(cells) === JSON.stringify(names) };
}

interface ReadTable {
  readonly rows: string[][];
  readonly lines: number[];
  readonly bytes: Buffer;
}

/**
 * All rows of a table with their lines, and the bytes it was read from. Reads it twice, as texts and in the quickest
 * way, and throws unless both say the same, its failure included.
 */
export async function readAll(table: TableSource): Promise<ReadTable> {
  const asTexts = await outcomeOf(readTexts(table));
  const quickly = await outcomeOf(readQuickly(table));
  expect(quickly).toEqual(asTexts);
  if ('error' in asTexts) throw asTexts.error;
  return asTexts.read;
}

async function outcomeOf(reading: Promise<ReadTable>) {
  try {
    return { read: await reading };
  } catch (error) {
    return { error };
  }
}

async function readTexts(table: TableSource): Promise<ReadTable> {
  const read: ReadTable = { rows: [], lines: [], bytes: Buffer.alloc(0) };
  const parts: Buffer[] = [];
  let last = { bytesRead: 0, bytesTotal: -1 };
  for await (const slice of table.rows((bytes) => parts.push(Buffer.from(bytes)))) {
    read.rows.push(...slice.rows.map((row) => [...row]));
    read.lines.push(...slice.lines);
    last = slice;
  }
  return wholly(read, parts, last);
}

async function readQuickly(table: TableSource): Promise<ReadTable> {
  const read: ReadTable = { rows: [], lines: [], bytes: Buffer.alloc(0) };
  const parts: Buffer[] = [];
  let last = { bytesRead: 0, bytesTotal: -1 };
  for await (const slice of slicesOf(table, (bytes) => parts.push(Buffer.from(bytes)))) {
    for (let index = 0; index < slice.count; index++) {
      const row = slice.row(index);
      read.rows.push([...row.texts()]);
      read.lines.push(slice.line(index));
      expect(row.joined()).toBe(row.texts().join('\0'));
    }
    last = slice;
  }
  return wholly(read, parts, last);
}

function wholly(
  read: ReadTable,
  parts: readonly Buffer[],
  { bytesRead, bytesTotal }: { bytesRead: number; bytesTotal: number },
): ReadTable {
  const bytes = Buffer.concat(parts);
  if (bytesRead !== bytesTotal || bytes.length !== bytesTotal) {
    throw new Error(`read ${bytesRead} and saw ${bytes.length} of ${bytesTotal} bytes`);
  }
  return { ...read, bytes };
}

/** Opens the tables of a file with this content. */
export function openContent(
  content: string | Uint8Array,
  options: TableOptions = anyTable,
  sliceBytes?: number,
): Promise<OpenedTables> {
  return openTables(fileOf(temporaryFolder(), 'table', content), options, sliceBytes);
}

/** The one table of a file with this content. */
export async function oneTable(
  content: string | Uint8Array,
  options: TableOptions = anyTable,
  sliceBytes?: number,
): Promise<TableSource> {
  const { tables } = await openContent(content, options, sliceBytes);
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error(`${tables.length} tables`);
  return table;
}

/** The failure that a promise ends in; other errors and success are thrown. */
export async function failureOf(work: Promise<unknown>): Promise<FailureError['failure']> {
  const error: unknown = await work.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof FailureError) return error.failure;
  throw error;
}

/** A ZIP with these members. */
export async function zipOf(members: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
