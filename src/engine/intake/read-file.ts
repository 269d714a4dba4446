import { createHash } from 'node:crypto';
import { FailureError, failure } from '../../contract/outcome.ts';
import { loadShiftGrid } from '../shift-grid.ts';
import { explainStorageError } from '../storage-errors.ts';
import { keptPseudonym, pseudonyms } from '../workspace/identity.ts';
import { DateReader, plannedKinds } from './date-reader.ts';
import { textsOf } from './formats/table-row.ts';
import { openTables, slicesOf, type TableSource } from './formats/table-source.ts';
import { leavePersonalOut } from './leave-personal-out.ts';
import { leaveUnfitOut } from './leave-unfit-out.ts';
import { noRecordCheck } from './no-record.ts';
import type { ReadMessage, ReadRequest, TableFacts } from './packing/batch.ts';
import { plainColumn } from './presets/preset.ts';
import { BatchReader, rowsPerBatch } from './read-table.ts';
import { isKnownHeader, type Recognised, recognise } from './recognise.ts';
import { RecordPacker } from './record-packer.ts';
import { RowWarnings } from './row-warnings.ts';
import type { DateOrderSeen, ReadingRules } from './values.ts';

/**
 * Reads every table of a file: says how it was understood, gives its rows as packed batches, and says how it
 * ended. A table that cannot be read ends with `table-failed` and the next one follows; a file that cannot be
 * opened throws.
 */
export async function* readFile(request: ReadRequest): AsyncGenerator<ReadMessage> {
  const { tables, skipped } = await openTables(request.path, {
    sheet: request.sheet,
    isKnownHeader: (cells) =>
      request.map === null
        ? isKnownHeader(cells)
        : Object.values(request.map).every((column) => cells.includes(column)),
  });
  if (skipped.length > 0) yield { type: 'skipped', labels: skipped };
  for (const table of tables) {
    try {
      yield* readTable(table, request);
    } catch (error) {
      yield { type: 'table-failed', label: table.label, failure: asFailure(error) };
    }
  }
}

async function* readTable(table: TableSource, request: ReadRequest): AsyncGenerator<ReadMessage> {
  const warnings = new RowWarnings();
  const dates = new DateReader(request.dates ?? 'dmy', warnings);
  const rules: ReadingRules = {
    dates,
    shiftGrid: loadShiftGrid,
    pseudonymOf: pseudonyms(request.pseudonymKey),
    keptPseudonym: keptPseudonym(request.pseudonymKey),
    damagedCodes: request.damagedCodes,
    warnings,
  };
  const hash = createHash('sha256');
  const isKnownFile =
    request.knownTables.length > 0 && request.knownTables.includes(await fingerprintOf(table));
  let reader: BatchReader | null = null;
  let bytesTotal = 0;
  let rows = 0;
  for await (const slice of slicesOf(table, (bytes) => hash.update(bytes))) {
    if (reader === null) {
      const opened = await openOrCount(table, request, () =>
        openReader(table, request, rules, textsOf(slice), isKnownFile),
      );
      reader = opened.reader;
      yield opened.message;
    }
    bytesTotal = slice.bytesTotal;
    for (let index = 0; index < slice.count; index++) {
      rows++;
      reader.add(slice.row(index), slice.line(index), slice.mayHoldNul);
      if (reader.isFull) {
        yield { type: 'batch', batch: reader.take(slice.bytesRead, slice.bytesTotal) };
      }
    }
    yield { type: 'batch', batch: reader.take(slice.bytesRead, slice.bytesTotal) };
  }
  if (rows === 0 || reader === null) {
    throw new FailureError('empty-file', 'The file has a header but no rows.', 'Export it again.');
  }
  for (const _ of reader.finish()) {
    yield { type: 'batch', batch: reader.take(bytesTotal, bytesTotal) };
  }
  yield { type: 'batch', batch: reader.take(bytesTotal, bytesTotal) };
  refuseWrongDateOrder(dates.seen, request);
  const { either, dayFirst } = dates.seen;
  const isAssumed = request.dates === null && either > 0 && dayFirst === 0;
  yield {
    type: 'table-end',
    sha256: hash.digest('hex'),
    warnings: {
      ...warnings.counts,
      ...(isAssumed ? { 'day-before-month-assumed': either } : {}),
      ...(reader.withoutKey > 0 ? { 'rows-without-reference': reader.withoutKey } : {}),
    },
    unknown: reader.unknown,
    dateOrder: dates.seen,
  };
}

/**
 * Opens the reader of a table. When it is not recognised, a dry run still says how many rows it has, in the failure's
 * detail: the analyst wants to know what a mapping would be for.
 */
async function openOrCount<Opened>(
  table: TableSource,
  request: ReadRequest,
  open: () => Opened,
): Promise<Opened> {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { code, message, detail } = error.failure;
    const remedy = `${error.failure.remedy}${otherSheets(table, request)}`;
    if (!request.dryRun) throw new FailureError(code, message, remedy, detail);
    let rows = 0;
    for await (const slice of slicesOf(table, () => {})) rows += slice.count;
    throw new FailureError(code, message, remedy, { ...detail, rowsRead: rows });
  }
}

/** The sheets that could be meant instead: the first of a workbook is often none of records. */
function otherSheets(table: TableSource, { sheet }: ReadRequest): string {
  if (sheet !== null || table.sheets.length < 2) return '';
  const names = table.sheets.map((name) => `“${name}”`).join(', ');
  return ` Or choose the sheet that holds the records (--sheet): ${names}.`;
}

/** SHA-256 of a table's bytes, read through once. */
async function fingerprintOf(table: TableSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const _ of slicesOf(table, (bytes) => hash.update(bytes)));
  return hash.digest('hex');
}

/** Recognises the table and makes what reads its rows. */
function openReader(
  table: TableSource,
  request: ReadRequest,
  rules: ReadingRules,
  firstRows: readonly (readonly string[])[],
  isKnownFile: boolean,
): { reader: BatchReader; message: ReadMessage } {
  const found = recognise(table.header, request, firstRows[0]);
  const isMapped = request.map !== null;
  const { known: fitting, unfit } = leaveUnfitOut(found, table.header, firstRows, isMapped);
  const { known, leftOut } = leavePersonalOut(fitting, table.header, firstRows, request.keep);
  if (!request.dryRun) refuseUnmapped(known);
  if (!plannedKinds.has(known.preset.kind)) rules.dates.expectPast(new Date());
  // Columns of people that are left out are told apart.
  const columnsNotRead = notRead(fitting, table.header);
  const packer = new RecordPacker(known, rules, rowsPerBatch + 64);
  const notes = [
    ...unfit.map((column) => `column-says-something-else: ${column}`),
    ...leftOut.map((column) => `personal-column-left-out: ${column}`),
    ...timesWithoutDay(known, table.header),
  ];
  const { columnOf, preset } = known;
  const keyColumn = 'key' in preset.identity ? (columnOf.get(preset.identity.key) ?? null) : null;
  const refuseNoRecord = noRecordCheck(table.header, columnOf);
  return {
    reader: new BatchReader(packer, table.width, refuseNoRecord, keyColumn),
    message: {
      type: 'table',
      facts: { ...factsOf(table, known, packer, notes), columnsNotRead, isKnownFile },
    },
  };
}

function factsOf(
  table: TableSource,
  known: Recognised,
  packer: RecordPacker,
  notes: readonly string[],
): Omit<TableFacts, 'isKnownFile' | 'columnsNotRead'> {
  return {
    label: table.label,
    header: table.header,
    kind: known.preset.kind,
    preset: known.preset.name,
    columns: packer.columns,
    victimColumns: packer.victimColumns,
    suspectColumns: packer.suspectColumns,
    warnings: [...table.warnings, ...sameNames(table.header), ...notes],
  };
}

/** Columns that no field is read from; none are told where a source makes fields from many columns. */
function notRead({ columnOf, derived, expand }: Recognised, header: readonly string[]): string[] {
  if (derived !== null || expand !== null) return [];
  const read = new Set(columnOf.values());
  return header.filter((name, column) => name !== '' && !read.has(column));
}

/** Columns of times that have no column of days to stand with: they would be lost without a word. */
function timesWithoutDay({ columnOf }: Recognised, header: readonly string[]): string[] {
  return ['occurredFrom', 'occurredTo'].flatMap((field) => {
    const column = columnOf.get(`${field}Time`);
    if (column === undefined || columnOf.has(field)) return [];
    return [`time-column-without-date: ${header[column] ?? ''}`];
  });
}

/** Of columns of one name the first is read: the others are told of. */
function sameNames(header: readonly string[]): string[] {
  const named = header.map(plainColumn).filter((column) => column !== '');
  const again = named.length - new Set(named).size;
  return again === 0 ? [] : [`columns-of-the-same-name: ${again}`];
}

/** Dates that only make sense with the month first, read with the day first, would put records on wrong days. */
function refuseWrongDateOrder(seen: DateOrderSeen, request: ReadRequest): void {
  if (request.dates !== null || seen.monthFirst === 0 || seen.dayFirst > 0) return;
  throw new FailureError(
    'bad-request',
    `The file's dates are written month first (${seen.monthFirst} of them cannot be read day first), so days and months would be taken for each other.`,
    'Say so with --dates mdy, or in the window choose "month first"; --dates dmy reads them day first all the same.',
  );
}

/** An import (not a dry run) of incidents needs an offence column and a date column. */
function refuseUnmapped({ preset, columnOf }: Recognised): void {
  if (preset.kind !== 'incidents') return;
  const has = (...fields: string[]): boolean => fields.some((field) => columnOf.has(field));
  if (has('offenceTitle', 'offenceCode') && has('recordedOn', 'reportedOn', 'occurredFrom')) return;
  throw new FailureError(
    'no-known-columns',
    'The file has no column for the offence or none for a date, and incidents need both.',
    'Say which column is which with a map: offenceTitle or offenceCode, and recordedOn, reportedOn or occurredFrom.',
  );
}

/** Any error of one table or file as a failure. Never its own text, since that could hold data. */
export function asFailure(thrown: unknown): FailureError['failure'] {
  const error = explainStorageError(thrown);
  if (error instanceof FailureError) return error.failure;
  if ((process.env['ACTION_TEN_DEBUG'] ?? '') !== '') {
    process.stderr.write(`${String((error as Error)?.stack)}\n`);
  }
  return failure(
    'internal',
    'Something went wrong inside Action Ten while this file was read. Nothing of it was kept.',
    'Try the file again. If it happens again, tell the people who support Action Ten.',
  );
}
