import { ZipFile } from 'yazl';
import { FailureError } from '../../../src/contract/outcome.ts';
import {
  type OpenedTables,
  openTables,
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

/** All rows of a table with their lines, and the bytes it was read from. */
export async function readAll(
  table: TableSource,
): Promise<{ rows: string[][]; lines: number[]; bytes: Buffer }> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const parts: Buffer[] = [];
  let last = { bytesRead: 0, bytesTotal: -1 };
  for await (const slice of table.rows((bytes) => parts.push(Buffer.from(bytes)))) {
    rows.push(...slice.rows.map((row) => [...row]));
    lines.push(...slice.lines);
    last = slice;
  }
  const bytes = Buffer.concat(parts);
  if (last.bytesRead !== last.bytesTotal || bytes.length !== last.bytesTotal) {
    throw new Error(`read ${last.bytesRead} and saw ${bytes.length} of ${last.bytesTotal} bytes`);
  }
  return { rows, lines, bytes };
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
