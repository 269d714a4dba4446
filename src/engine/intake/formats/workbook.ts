import { readSheet } from 'read-excel-file/node';
import { FailureError } from '../../../contract/outcome.ts';
import { type FoundHeader, findHeader, isBlank, trimmed } from './header.ts';
import type { RowSlice } from './table-row.ts';
import type { TableOptions, TableSource } from './table-source.ts';
import {
  damagedWorkbook,
  readDirectory,
  readWorkbookMembers,
  refuseUnreadableWorkbook,
  type SheetEntry,
  type WorkbookDirectory,
} from './workbook-file.ts';
import { plainWorkbook } from './workbook-stream.ts';
import type { ZipMember } from './zip-file.ts';

const probedRows = 60;
const rowsInSlice = 4_096;
const mostSheetsLookedAt = 20;
const msInDay = 86_400_000;

type SheetRows = readonly (readonly unknown[])[];

/**
 * A sheet of a workbook as a table; `label` null names it after the sheet. Throws `bad-request` for a sheet that is not
 * there, `empty-file` for a sheet without rows, `wrong-format` or `corrupt` for what cannot be read.
 */
export async function openWorkbook(
  bytes: Buffer,
  label: string | null,
  options: TableOptions,
): Promise<TableSource> {
  const members = await readWorkbookMembers(bytes);
  refuseUnreadableWorkbook(members);
  const directory = await readDirectory(members);
  const { sheet, rows, found, hidden, isFirst } = await openSheet(members, directory, options);
  const { index } = found;
  const warnings = warningsOf(found, directory.sheets, options);
  if (!isFirst) warnings.push(`sheet-read: ${sheet.name}`);
  if (hidden > 0) warnings.push(`hidden-rows-read: ${hidden}`);
  return {
    label: label ?? sheet.name,
    format: 'workbook',
    encoding: null,
    delimiter: null,
    header: index === null ? [] : trimmed(rowText(rows[index] ?? [])),
    width: found.width,
    headerLine: index === null ? 0 : index + 1,
    warnings,
    sheets: directory.sheets.map(({ name }) => name),
    rows: (onBytes) => sheetRows(rows, index === null ? 0 : index + 1, bytes, onBytes),
    quickRows: null,
  };
}

interface OpenedSheet {
  readonly sheet: SheetEntry;
  readonly rows: SheetRows;
  readonly found: FoundHeader;
  /** Rows below the header that the workbook hides. */
  readonly hidden: number;
  /** Whether it is the sheet that a reader of the workbook sees first. */
  readonly isFirst: boolean;
}

/**
 * The sheet that was asked for, else the first visible one; where that is blank or only a cover (two columns at
 * most), the first visible sheet with the column names of a known source.
 */
async function openSheet(
  members: readonly ZipMember[],
  directory: WorkbookDirectory,
  options: TableOptions,
): Promise<OpenedSheet> {
  const first = chooseSheet(directory.sheets, options.sheet);
  const opened = await readSheetTable(members, directory, first, options);
  if (options.sheet !== null || (opened !== null && !mayBeCover(opened, options))) {
    if (opened === null) throw emptySheet(first);
    return { ...opened, isFirst: true };
  }
  const others = directory.sheets.filter((sheet) => sheet !== first && sheet.isVisible);
  for (const sheet of others.slice(0, mostSheetsLookedAt)) {
    const other = await readSheetTable(members, directory, sheet, options);
    if (other !== null && hasKnownHeader(other, options)) return { ...other, isFirst: false };
  }
  if (opened === null) throw emptySheet(first);
  return { ...opened, isFirst: true };
}

function mayBeCover(opened: Omit<OpenedSheet, 'isFirst'>, options: TableOptions): boolean {
  return opened.found.width <= 2 && !hasKnownHeader(opened, options);
}

function hasKnownHeader({ found, rows }: Omit<OpenedSheet, 'isFirst'>, options: TableOptions) {
  const header = found.index === null ? [] : trimmed(rowText(rows[found.index] ?? []));
  return header.length > 0 && options.isKnownHeader(header);
}

/** A sheet's rows and where its column names are; null for one without rows. */
async function readSheetTable(
  members: readonly ZipMember[],
  directory: WorkbookDirectory,
  sheet: SheetEntry,
  options: TableOptions,
): Promise<Omit<OpenedSheet, 'isFirst'> | null> {
  const hiddenRows = new Set<number>();
  const rows = await readRows(members, directory, sheet, hiddenRows);
  const found = findHeader(rows.slice(0, probedRows).map(rowText), options.isKnownHeader);
  if (found === null) return null;
  const top = found.index ?? -1;
  const hidden = [...hiddenRows].filter((row) => row - 1 > top && row <= rows.length).length;
  return { sheet, rows, found, hidden };
}

/** A cell as text: shortest form of a number, true or false, ISO date with its time when it has one. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date ? dateText(value) : '';
}

/** Day 1 and the last day that Excel counts wrongly, as the reader gives them. */
const firstDay = Date.UTC(1899, 11, 31);
const lastWrongDay = Date.UTC(1900, 2, 1);

function dateText(date: Date): string {
  // Excel keeps days as fractions, so that ten o'clock may come as a hair before it.
  const time = Math.round(date.getTime() / 1000) * 1000;
  if (Number.isNaN(time)) return '';
  // Excel holds 1900 for a leap year, so that its days before March are one further than the reader counts.
  const isEarly = time >= firstDay && time < lastWrongDay;
  const text = new Date(isEarly ? time + msInDay : time).toISOString();
  const clock = text.slice(-13, -8);
  // Day 0 is a time of day without a date.
  if (time < firstDay) return clock;
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.slice(0, -8);
}

function rowText(row: readonly unknown[]): string[] {
  return row.map(cellText);
}

function chooseSheet(sheets: readonly SheetEntry[], wanted: string | null): SheetEntry {
  const sheet =
    wanted === null
      ? (sheets.find(({ isVisible, path }) => isVisible && path !== '') ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  if (sheet !== undefined) return sheet;
  const names = sheets.map(({ name }) => `“${name}”`).join(', ');
  throw new FailureError(
    'bad-request',
    `The workbook has no sheet called “${wanted ?? ''}”.`,
    `Choose one of its sheets: ${names}.`,
  );
}

async function readRows(
  members: readonly ZipMember[],
  { sharedPaths }: WorkbookDirectory,
  sheet: SheetEntry,
  hiddenRows: Set<number>,
): Promise<SheetRows> {
  if (sheet.path === '') return [];
  const parts = members.filter(({ path }) => path === sheet.path || sharedPaths.includes(path));
  try {
    const plain = plainWorkbook(parts, sheet.path, hiddenRows);
    return await readSheet(plain, sheet.place, { trim: false });
  } catch (error) {
    if (error instanceof FailureError) throw error;
    // The reader's own messages speak of XML, which helps no analyst.
    throw damagedWorkbook();
  }
}

function warningsOf(
  found: FoundHeader,
  sheets: readonly SheetEntry[],
  options: TableOptions,
): string[] {
  const warnings: string[] = [];
  if (found.hasTitleLines) warnings.push('title-lines-skipped');
  if (found.index === null) warnings.push('no-header');
  if (options.sheet === null && sheets.length > 1) warnings.push('other-sheets-not-read');
  return warnings;
}

async function* sheetRows(
  sheet: SheetRows,
  start: number,
  bytes: Buffer,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<RowSlice> {
  onBytes(bytes);
  const bytesTotal = bytes.length;
  for (let from = start; from < sheet.length || from === start; from += rowsInSlice) {
    const rows: string[][] = [];
    const lines: number[] = [];
    for (const [index, cells] of sheet.slice(from, from + rowsInSlice).entries()) {
      const row = rowText(cells);
      if (isBlank(row)) continue;
      rows.push(row);
      lines.push(from + index + 1);
    }
    const share = Math.min(1, (from + rowsInSlice) / sheet.length);
    yield { rows, lines, mayHoldNul: true, bytesRead: Math.round(bytesTotal * share), bytesTotal };
  }
}

function emptySheet(sheet: SheetEntry): FailureError {
  return new FailureError(
    'empty-file',
    `The sheet “${sheet.name}” has no rows.`,
    'Choose another sheet, or export the workbook again.',
  );
}
