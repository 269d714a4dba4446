import { FailureError } from '../../contract/outcome.ts';
import type { ImportKind } from '../../contract/results.ts';
import { canonicalFields } from '../../domain/evidence/canonical-fields.ts';
import { canonicalPreset, canonicalPresets } from './presets/canonical.ts';
import { policeUkStreet } from './presets/police-uk-street.ts';
import { type Preset, plainColumn, type TableKind } from './presets/preset.ts';

/** The presets in the order in which they are tried: the most particular first. */
const presets: readonly Preset[] = [policeUkStreet, ...canonicalPresets];

/** A file's columns as understood: the preset, and the column number of each canonical field that was found. */
export interface Recognised {
  readonly preset: Preset;
  readonly columnOf: ReadonlyMap<string, number>;
}

export interface Told {
  readonly kind: ImportKind | null;
  readonly preset: string | null;
  readonly map: Readonly<Record<string, string>> | null;
}

/**
 * Says what a table is from its header, never from its name, unless the analyst told. Throws
 * `no-known-columns` when nothing fits and `unknown-kind` when what was told does not exist.
 */
export function recognise(header: readonly string[], told: Told): Recognised {
  if (told.map !== null) return mapped(header, told.map, told.kind);
  const candidates = presets.filter(
    (preset) =>
      (told.kind === null || preset.kind === told.kind) &&
      (told.preset === null || preset.name === told.preset),
  );
  if (candidates.length === 0) {
    throw new FailureError(
      'unknown-kind',
      'There is no such kind or preset for a table.',
      `Kinds: ${Object.keys(canonicalFields).join(', ')}. Presets: ${[...new Set(presets.map((preset) => preset.name))].join(', ')}.`,
    );
  }
  for (const preset of candidates) {
    const columnOf = findColumns(header, preset);
    if (preset.needs.every((field) => columnOf.has(field))) return { preset, columnOf };
  }
  if (told.kind !== null && told.kind !== 'areas') {
    const preset = canonicalPreset(told.kind);
    return { preset, columnOf: findColumns(header, preset) };
  }
  throw new FailureError(
    'no-known-columns',
    'None of the known kinds of file has these columns.',
    'Say what the file is (--as) and which column is which (--map), or export it with the canonical column names.',
  );
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
        const column = plain.indexOf(plainColumn(name));
        if (column < 0 || taken.has(column)) continue;
        found.set(field, column);
        taken.add(column);
        break;
      }
    }
  }
  return found;
}

function mapped(
  header: readonly string[],
  map: Readonly<Record<string, string>>,
  kind: ImportKind | null,
): Recognised {
  const fields = Object.keys(map);
  const fitting = Object.entries<readonly string[]>(canonicalFields)
    .filter(
      ([name, known]) =>
        (kind === null || name === kind) && fields.every((field) => known.includes(field)),
    )
    .map(([name]) => name as TableKind);
  const [only] = fitting;
  if (only === undefined) {
    throw new FailureError(
      'bad-request',
      'The map names a field that does not exist for this kind of file.',
      `Fields by kind: ${Object.entries(canonicalFields)
        .map(([name, known]) => `${name}: ${known.join(', ')}`)
        .join('; ')}.`,
    );
  }
  const preset = canonicalPreset(only);
  const columnOf = new Map<string, number>();
  const plain = header.map(plainColumn);
  for (const [field, column] of Object.entries(map)) {
    const at = plain.indexOf(plainColumn(column));
    if (at < 0) {
      throw new FailureError(
        'no-known-columns',
        `The map names a column for "${field}" that the file does not have.`,
        'Compare the map with the header row of the file.',
      );
    }
    columnOf.set(field, at);
  }
  return { preset, columnOf };
}
