import type { ParsedInput } from '../../contract/calls.ts';
import type { Mapping, TablePreview } from '../../contract/intake.ts';
import { FailureError } from '../../contract/outcome.ts';
import { mappableFields } from '../../domain/evidence/canonical-fields.ts';
import type { AreaIndex } from '../../domain/geography/areas.ts';
import { loadShiftGrid } from '../shift-grid.ts';
import { keptPseudonym, pseudonyms } from '../workspace/identity.ts';
import { DateReader, plannedKinds } from './date-reader.ts';
import type { TableSource } from './formats/table-source.ts';
import { findPersonal, leavePersonalOut } from './leave-personal-out.ts';
import { leaveUnfitOut } from './leave-unfit-out.ts';
import type { TableKind } from './presets/preset.ts';
import { lookAtPositions } from './preview-positions.ts';
import { lookAtRow, type ReadRow, readersOf } from './preview-row.ts';
import { type Recognised, recognise } from './recognise.ts';
import { RowWarnings } from './row-warnings.ts';
import type { ReadingRules } from './values.ts';

export interface PreviewContext {
  readonly input: ParsedInput<'previewFiles'>;
  readonly mappings: readonly Mapping[];
  readonly pseudonymKey: string;
  readonly areas: AreaIndex | null;
}

const rowsShown = 10;
const rowsLookedAt = 2_000;
const datesShown = 6;

/** How one table is understood, from its header and its first 2,000 rows. */
export async function previewTable(
  table: TableSource,
  context: PreviewContext,
): Promise<TablePreview> {
  const { rows, lines } = await firstRows(table);
  const { mapping, map, kind } = mappingFor(table.header, context);
  const told = { kind, preset: context.input.preset, map };
  const found = recogniseOrNull(table, told, rows[0]);
  const known = found && leaveUnfitOut(found, table.header, rows, map !== null).known;
  const facts = {
    label: table.label,
    sheets: table.sheets,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerLine: table.headerLine,
    header: table.header,
    rows: rows.slice(0, rowsShown).map((cells, index) => ({ line: lines[index] ?? 0, cells })),
    personal: findPersonal(table.header, rows, known).map(({ column, looksLike }) => ({
      column: table.header[column] ?? '',
      looksLike,
    })),
    mapping,
  };
  if (known === null) return { ...facts, ...nothingKnown };
  const chosen = context.input.dates ?? mapping?.dates ?? null;
  const understood = understand(table, rows, known, context, chosen ?? 'dmy');
  // The import asks for the order of such a file; what would be read in it is shown, not that nothing can be read.
  const isMonthFirst = chosen === null && understood.dates.order === 'month-first';
  return {
    ...facts,
    recognised: describe(known, table, context),
    fields: mappableFields(known.preset.kind),
    ...(isMonthFirst ? understand(table, rows, known, context, 'mdy') : understood),
  };
}

/** The first rows as they are read with dates in one order. */
function understand(
  table: TableSource,
  rows: readonly (readonly string[])[],
  known: Recognised,
  context: PreviewContext,
  order: 'dmy' | 'mdy',
): Pick<TablePreview, 'parsed' | 'dates' | 'positions' | 'warnings' | 'unknown'> {
  const warnings = new RowWarnings();
  const dates = new DateReader(order, warnings);
  const rules: ReadingRules = {
    dates,
    shiftGrid: loadShiftGrid,
    pseudonymOf: pseudonyms(context.pseudonymKey),
    keptPseudonym: keptPseudonym(context.pseudonymKey),
    damagedCodes: context.input.damagedCodes,
    warnings,
  };
  if (!plannedKinds.has(known.preset.kind)) dates.expectPast(new Date());
  const { known: kept } = leavePersonalOut(known, table.header, rows, []);
  const readers = readersOf(kept, rules, table.header);
  const parsed = rows.map((cells) => lookAtRow(readers, cells, table.width));
  return {
    parsed: parsed
      .slice(0, rowsShown)
      .map(({ values, rejected }) => ({ values, rejected: rejected?.reason ?? null })),
    dates: { examples: dateExamples(known, rows, parsed), order: orderOf(dates) },
    positions: lookAtPositions(kept, rules, rows, context.areas),
    warnings: warnings.counts,
    unknown: unknownIn(parsed),
  };
}

async function firstRows(table: TableSource) {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for await (const slice of table.rows(() => {})) {
    for (const [index, cells] of slice.rows.entries()) {
      if (rows.length >= rowsLookedAt) return { rows, lines };
      rows.push(cells);
      lines.push(slice.lines[index] ?? 0);
    }
  }
  return { rows, lines };
}

const nothingKnown = {
  recognised: null,
  fields: [],
  parsed: [],
  dates: { examples: [], order: 'none' },
  positions: { system: 'none', points: [], rows: 0, located: 0, outsideForce: null },
  warnings: {},
  unknown: [],
} as const;

type Told = Parameters<typeof recognise>[1];

function recogniseOrNull(
  table: TableSource,
  told: Told,
  firstRow: readonly string[] | undefined,
): Recognised | null {
  try {
    return recognise(table.header, told, firstRow);
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'no-known-columns') return null;
    throw error;
  }
}

/** The mapping to read by: the one just made, else a saved one whose columns are all there. */
function mappingFor(header: readonly string[], { input, mappings }: PreviewContext) {
  const asked = { map: input.map, kind: input.kind as TableKind | null };
  const best = mappings
    .map((mapping) => ({ mapping, ...difference(mapping, header) }))
    .filter(({ shared, mapping }) => shared * 2 >= mapping.header.length)
    .sort((a, b) => b.shared - a.shared)[0];
  if (best === undefined) return { ...asked, mapping: null };
  const { mapping, goneColumns, newColumns } = best;
  const offered = { name: mapping.name, goneColumns, newColumns, dates: mapping.dates };
  if (input.map !== null || input.kind !== null) return { ...asked, mapping: offered };
  const stillThere = Object.entries(mapping.map).filter(([, column]) => header.includes(column));
  const map = Object.fromEntries(stillThere);
  return { map, kind: mapping.kind as TableKind, mapping: offered };
}

function difference(mapping: Mapping, header: readonly string[]) {
  const goneColumns = mapping.header.filter((column) => !header.includes(column));
  const newColumns = header.filter((column) => !mapping.header.includes(column));
  return { goneColumns, newColumns, shared: mapping.header.length - goneColumns.length };
}

function describe(
  known: Recognised,
  table: TableSource,
  { input }: PreviewContext,
): NonNullable<TablePreview['recognised']> {
  const { preset, columnOf } = known;
  const nameOf = (column: number): string => table.header[column] ?? `column ${column + 1}`;
  const map = Object.fromEntries([...columnOf].map(([field, column]) => [field, nameOf(column)]));
  const told = preset.needs.flatMap((field) => {
    const column = columnOf.get(field);
    return column === undefined ? [] : [nameOf(column)];
  });
  const because =
    input.map !== null
      ? 'as you mapped it'
      : table.header.length === 0
        ? 'from the values of its first row'
        : told.length === 0
          ? 'from its columns'
          : `from its columns ${told.join(', ')}`;
  return { kind: preset.kind, preset: preset.name, title: preset.title, because, map };
}

function orderOf({ seen }: DateReader): TablePreview['dates']['order'] {
  if (seen.dayFirst > 0 && seen.monthFirst > 0) return 'mixed';
  if (seen.dayFirst > 0) return 'day-first';
  if (seen.monthFirst > 0) return 'month-first';
  return seen.either > 0 ? 'in-doubt' : 'none';
}

const dateFields = ['occurredFrom', 'recordedOn', 'reportedOn', 'heldOn', 'from', 'outcomeOn'];

function dateExamples(
  known: Recognised,
  rows: readonly (readonly string[])[],
  parsed: readonly ReadRow[],
): { written: string; understood: string }[] {
  const field = dateFields.find((name) => known.columnOf.has(name));
  if (field === undefined) return [];
  const column = known.columnOf.get(field) ?? 0;
  const examples = new Map<string, string>();
  for (const [index, cells] of rows.entries()) {
    const written = (cells[column] ?? '').trim();
    if (written === '' || examples.has(written)) continue;
    const understood = parsed[index]?.values[field];
    const reason = parsed[index]?.rejected?.reason ?? null;
    // A row refused for something else says nothing of its date.
    if (understood === undefined && reason !== null && reason !== 'unreadable-date') continue;
    examples.set(written, understood ?? 'not understood');
    if (examples.size === datesShown) break;
  }
  return [...examples].map(([written, understood]) => ({ written, understood }));
}

function unknownIn(parsed: readonly ReadRow[]): TablePreview['unknown'] {
  const counts = new Map<string, { field: string; value: string; count: number }>();
  for (const { rejected } of parsed) {
    if (rejected === null || rejected.value === null) continue;
    const key = JSON.stringify([rejected.field, rejected.value]);
    const known = counts.get(key);
    if (known !== undefined) known.count++;
    else counts.set(key, { field: rejected.field, value: rejected.value, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
