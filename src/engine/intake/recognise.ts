import { FailureError } from '../../contract/outcome.ts';
import { canonicalFields, mappableFields } from '../../domain/evidence/canonical-fields.ts';
import { presets } from './presets/all.ts';
import { canonicalPreset } from './presets/canonical.ts';
import {
  type ColumnName,
  type DerivedFields,
  isColumn,
  type Preset,
  plainColumn,
  type TableKind,
} from './presets/preset.ts';

const tableKinds = Object.keys(canonicalFields) as TableKind[];

/** A file's columns as understood. */
export interface Recognised {
  readonly preset: Preset;
  /** Column number of each canonical field that was found. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly derived: DerivedFields | null;
  readonly expand:
    | ((cells: readonly string[]) => readonly Readonly<Record<string, string>>[])
    | null;
}

export interface Told {
  readonly kind: TableKind | null;
  readonly preset: string | null;
  readonly map: Readonly<Record<string, string>> | null;
}

/**
 * Says what a table is from its header, never from its name, unless the analyst told; a table without a header
 * from its first row. Throws `no-known-columns` when nothing fits and `unknown-kind` when what was told does not
 * exist.
 */
export function recognise(
  header: readonly string[],
  told: Told,
  firstRow: readonly string[] = [],
): Recognised {
  if (told.map !== null) return mapped(header, told.map, told.kind);
  const candidates = presets.filter(
    (preset) =>
      (told.kind === null || preset.kind === told.kind) &&
      (told.preset === null || preset.name === told.preset),
  );
  if (candidates.length === 0) refuseUnknown(told);
  for (const preset of candidates) {
    const known =
      header.length === 0
        ? fitWithoutHeader(firstRow, preset)
        : fitHeader(header, preset, told.preset !== null);
    if (known !== null) return known;
  }
  if (told.kind !== null && header.length > 0) {
    const preset = canonicalPreset(told.kind);
    return { preset, columnOf: findColumns(header, preset), derived: null, expand: null };
  }
  refuseWhatIsNone(header, firstRow);
  throw new FailureError(
    'no-known-columns',
    'None of the known kinds of file has these columns.',
    'Say what the file holds and which column is which (in the window below the file; on the command line with --as and --map).',
  );
}

/** Whether a row of column names is that of a known source. */
export function isKnownHeader(cells: readonly string[]): boolean {
  return presets.some((preset) => fitHeader(cells, preset) !== null);
}

const pivotWords = /^(?:(?:count|sum|average|max|min) of |row labels$|column labels$)/i;
const separators = /[,;|\t]| {3}/;

/** Says of a table that no mapping would help what it is. */
function refuseWhatIsNone(header: readonly string[], firstRow: readonly string[]): void {
  if ([...header, ...firstRow].some((cell) => pivotWords.test(cell.trim()))) {
    throw new FailureError(
      'no-known-columns',
      'This is a pivot table: it holds counts, and no records.',
      'Save the table that it was made from. In Excel a double click on its grand total opens the records on a sheet of their own.',
    );
  }
  const [only] = header.length > 0 ? header : firstRow;
  if (Math.max(header.length, firstRow.length) === 1 && separators.test(only ?? '')) {
    throw new FailureError(
      'no-known-columns',
      'Each line of the file came as one column, so its columns cannot be told apart.',
      'Save it again as CSV with one comma, semicolon or tab between the columns, no quotes around whole lines and no columns of a fixed width.',
    );
  }
}

function refuseUnknown(told: Told): void {
  if (told.kind !== null && told.preset === null) return;
  throw new FailureError(
    'unknown-kind',
    'There is no such kind or preset for a table.',
    `Kinds: ${tableKinds.join(', ')}. Presets: ${[...new Set(presets.map((preset) => preset.name))].join(', ')}.`,
  );
}

/** `isTold`: the analyst said that it is this source, so that nothing need tell it from others. */
function fitHeader(header: readonly string[], preset: Preset, isTold = false): Recognised | null {
  const marks = isTold ? [] : (preset.marks ?? []);
  if (!marks.every((mark) => header.some((column) => isColumn(column, mark)))) return null;
  const derived = preset.derive?.(header) ?? null;
  const expand = preset.expand?.(header) ?? null;
  if (preset.derive !== undefined && derived === null && preset.constants === undefined)
    return null;
  if (preset.expand !== undefined && expand === null) return null;
  const columnOf = findColumns(header, preset);
  const isFound = (field: string): boolean =>
    columnOf.has(field) || derived?.fields.includes(field) === true;
  if (!preset.needs.every(isFound)) return null;
  if (!isTold && preset.wholeHeader === true && columnOf.size < header.length) return null;
  if (columnOf.size === 0 && derived === null) return null;
  return { preset, columnOf, derived, expand };
}

function fitWithoutHeader(firstRow: readonly string[], preset: Preset): Recognised | null {
  if (preset.headerless?.fits(firstRow) !== true) return null;
  const columnOf = new Map(Object.entries(preset.headerless.columns));
  return { preset, columnOf, derived: null, expand: null };
}

function findColumns(header: readonly string[], preset: Preset): Map<string, number> {
  const plain = header.map(plainColumn);
  const found = new Map<string, number>();
  const taken = new Set<number>();
  // Exact canonical names first, so that a synonym of one field cannot take another field's own column.
  for (const pass of ['canonical', 'synonym'] as const) {
    for (const [field, names] of Object.entries(preset.columns)) {
      if (found.has(field)) continue;
      for (const name of pass === 'canonical' ? names.slice(0, 1) : names) {
        const column = columnNamed(header, plain, name, taken);
        if (column < 0) continue;
        found.set(field, column);
        taken.add(column);
        break;
      }
    }
  }
  return found;
}

function columnNamed(
  header: readonly string[],
  plain: readonly string[],
  name: ColumnName,
  taken: ReadonlySet<number>,
): number {
  if (typeof name !== 'string') {
    return header.findIndex((column, index) => !taken.has(index) && isColumn(column, name));
  }
  const wanted = plainColumn(name);
  return plain.findIndex((column, index) => !taken.has(index) && column === wanted);
}

function mapped(
  header: readonly string[],
  map: Readonly<Record<string, string>>,
  kind: TableKind | null,
): Recognised {
  const fields = Object.keys(map);
  const fitting = tableKinds.filter(
    (name) =>
      (kind === null || name === kind) &&
      fields.every((field) => mappableFields(name).includes(field)),
  );
  const [only] = fitting;
  if (only === undefined) {
    throw new FailureError(
      'bad-request',
      'The map names a field that does not exist for this kind of file.',
      `Fields by kind: ${tableKinds
        .map((name) => `${name}: ${mappableFields(name).join(', ')}`)
        .join('; ')}.`,
    );
  }
  const preset = canonicalPreset(only);
  const columnOf = new Map<string, number>();
  const plain = header.map(plainColumn);
  for (const [field, column] of Object.entries(map)) {
    const exact = header.indexOf(column);
    const at = exact >= 0 ? exact : plain.indexOf(plainColumn(column));
    if (at < 0) {
      throw new FailureError(
        'no-known-columns',
        `The map names a column for "${field}" that the file does not have.`,
        'Compare the map with the header row of the file.',
      );
    }
    columnOf.set(field, at);
  }
  return { preset, columnOf, derived: null, expand: null };
}
