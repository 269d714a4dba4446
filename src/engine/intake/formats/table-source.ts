import { openPromise } from 'yauzl';
import { FailureError } from '../../../contract/outcome.ts';
import {
  type ByteSource,
  fileSource,
  readHead,
  readWhole,
  refuseChangedSize,
} from './byte-source.ts';
import type { Delimiter } from './dialect.ts';
import type { Encoding } from './encoding.ts';
import { startsLikeZip, wrongFormat } from './refusals.ts';
import { asItsSource, hasProvenance } from './rejects-form.ts';
import { type RowSlice, sliceOfTexts, type TableSlice } from './table-row.ts';
import { openTextTable } from './text-table.ts';
import { openWorkbook } from './workbook.ts';
import {
  hasWorkbook,
  isOfficeFile,
  readWorkbookMembers,
  tooLargeWorkbook,
} from './workbook-file.ts';
import { isHidden, readZipMembers, type ZipMember } from './zip-file.ts';

/** Small enough that a slice's cells die young: four times as much costs a quarter more time and 90 MB. */
const usualSliceBytes = 1 << 18;
const mostMemberBytes = 200 * 2 ** 20;
const mostWorkbookBytes = 100 * 2 ** 20;
const sniffedBytes = 16;

export interface TableOptions {
  /** Sheet to read of a workbook; null = the first one that is visible. */
  readonly sheet: string | null;
  /** True for a row of column names that a known source has: tried on each of the first 20 rows. */
  readonly isKnownHeader: (cells: readonly string[]) => boolean;
}

/** A table that can be read, as often as wanted. */
export interface TableSource {
  /** Member or sheet name inside the file; '' for a plain file. Only a base name, never a path. */
  readonly label: string;
  readonly format: 'text' | 'workbook';
  /** Null for a workbook. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** Trimmed column names; for a table without a header: []. */
  readonly header: readonly string[];
  /** Number of columns of the table. */
  readonly width: number;
  /** Line of the header; 0 when there is none. */
  readonly headerLine: number;
  /**
   * Codes: 'read-as-windows-1252', 'read-as-utf-16', 'characters-lost', 'title-lines-skipped', 'no-header',
   * 'other-sheets-not-read', and with what they are about 'sheet-read: NAME' and 'hidden-rows-read: COUNT'.
   */
  readonly warnings: readonly string[];
  /** All sheet names of a workbook, [] else. */
  readonly sheets: readonly string[];
  /**
   * Rows after the header, blank rows left out, in slices of about 256 kB. `onBytes` sees every byte of the source in
   * order; it must not keep the array, which is filled anew for the next slice.
   */
  rows(onBytes: (bytes: Uint8Array) => void): AsyncGenerator<RowSlice>;
  /** The same rows with cells that become texts only where one is needed; null where that is no gain. */
  readonly quickRows: ((onBytes: (bytes: Uint8Array) => void) => AsyncGenerator<TableSlice>) | null;
}

/** The tables in a file and the names of the members of a ZIP that are none. */
export interface OpenedTables {
  readonly tables: readonly TableSource[];
  readonly skipped: readonly string[];
}

/**
 * The tables in a file: one for text, one for a workbook, one for each member of a ZIP that is text or a workbook.
 * Throws a FailureError (`not-found`, `not-a-file`, `empty-file`, `unreadable`, `wrong-format`, `corrupt`,
 * `bad-request` for a sheet that is not there) that says what to do. A file of rejected rows is read as its source.
 * `sliceBytes` is for tests.
 */
export async function openTables(
  path: string,
  options: TableOptions,
  sliceBytes: number = usualSliceBytes,
): Promise<OpenedTables> {
  const isKnownHeader = (cells: readonly string[]): boolean =>
    hasProvenance(cells) || options.isKnownHeader(cells);
  const { tables, skipped } = await openAnyTables(path, { ...options, isKnownHeader }, sliceBytes);
  return { tables: tables.map(asItsSource), skipped };
}

async function openAnyTables(
  path: string,
  options: TableOptions,
  sliceBytes: number,
): Promise<OpenedTables> {
  const file = fileSource(path);
  if (!startsLikeZip(await readHead(file, sniffedBytes))) {
    return { tables: [await openTextTable(file, '', options, sliceBytes)], skipped: [] };
  }
  const members = await readZipMembers(() => openPromise(path, { autoClose: false }));
  if (isOfficeFile(members)) {
    if (file.bytesTotal > mostWorkbookBytes) throw tooLargeWorkbook();
    return { tables: [await openWorkbook(await readWhole(file), null, options)], skipped: [] };
  }
  refuseOpenDocument(members);
  return openMembers(
    members.map((member) => watched(member, path, file.bytesTotal)),
    options,
    sliceBytes,
  );
}

async function openMembers(
  members: readonly ZipMember[],
  options: TableOptions,
  sliceBytes: number,
): Promise<OpenedTables> {
  const tables: TableSource[] = [];
  const skipped: string[] = [];
  for (const member of members) {
    if (isHidden(member.path)) continue;
    const table = await openMember(member, options, sliceBytes);
    if (table === null) skipped.push(member.name);
    else tables.push(table);
  }
  if (tables.length > 0) return { tables, skipped };
  throw wrongFormat(
    'The ZIP file has no table in it.',
    'Choose a ZIP file with CSV or Excel (.xlsx) files inside.',
  );
}

/** The table in a member; null when it is neither text nor a workbook. A failure's message names the member. */
async function openMember(
  member: ZipMember,
  options: TableOptions,
  sliceBytes: number,
): Promise<TableSource | null> {
  if (member.bytesTotal === 0) return null;
  try {
    const isPacked = startsLikeZip(await readHead(member, sniffedBytes));
    return isPacked
      ? await openPacked(member, options)
      : await openTextMember(member, options, sliceBytes);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { code, message, remedy } = error.failure;
    throw new FailureError(code, `${member.name}: ${message}`, remedy);
  }
}

async function openTextMember(
  member: ZipMember,
  options: TableOptions,
  sliceBytes: number,
): Promise<TableSource | null> {
  try {
    return await openTextTable(member, member.name, options, sliceBytes);
  } catch (error) {
    if (error instanceof FailureError && isNoTable(error)) return null;
    throw error;
  }
}

/** A workbook inside a ZIP; null for a ZIP inside a ZIP. */
async function openPacked(member: ZipMember, options: TableOptions): Promise<TableSource | null> {
  if (member.bytesTotal > mostMemberBytes) {
    if (/\.xls[xm]$/i.test(member.name)) throw tooLargeWorkbook();
    return null;
  }
  const bytes = await readWhole(member);
  return (await isWorkbook(bytes)) ? openWorkbook(bytes, member.name, options) : null;
}

/** Whether packed bytes are a workbook. A ZIP that cannot even be listed is not; it ends up among the skipped. */
async function isWorkbook(bytes: Buffer): Promise<boolean> {
  try {
    return hasWorkbook(await readWorkbookMembers(bytes));
  } catch (error) {
    if (error instanceof FailureError) return false;
    throw error;
  }
}

function isNoTable({ failure }: FailureError): boolean {
  return failure.code === 'wrong-format' || failure.code === 'empty-file';
}

/** A member whose reading ends in `unreadable` when the ZIP itself changed meanwhile. */
function watched(member: ZipMember, path: string, zipBytes: number): ZipMember {
  const slices = async function* (sliceBytes: number): ReturnType<ByteSource['slices']> {
    refuseChangedSize(path, zipBytes);
    yield* member.slices(sliceBytes);
    refuseChangedSize(path, zipBytes);
  };
  return { ...member, slices };
}

function refuseOpenDocument(members: readonly ZipMember[]): void {
  const has = (path: string): boolean => members.some((member) => member.path === path);
  if (has('mimetype') && has('content.xml')) {
    throw wrongFormat(
      'This is an OpenDocument file (.ods or similar).',
      'Open it and save it as an Excel workbook (.xlsx) or as CSV.',
    );
  }
}

/** The rows of a table for who reads many of them, in the quickest way that it has. */
export async function* slicesOf(
  table: TableSource,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<TableSlice> {
  if (table.quickRows !== null) yield* table.quickRows(onBytes);
  else for await (const slice of table.rows(onBytes)) yield sliceOfTexts(slice);
}
