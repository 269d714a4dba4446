import { userInfo } from 'node:os';
import type { CellGrid } from '../../domain/geography/cells.ts';
import type { Reader, Writer } from './database.ts';

/** A place of the register as stored. */
export interface StoredPlace {
  readonly id: number;
  readonly run: string;
  readonly grid: CellGrid;
  /** Indexes in `grid`. */
  readonly cells: readonly number[];
  readonly highestZ: number;
  readonly suggestedName: string;
  /** The analyst's own; null while the suggestion stands. */
  readonly ownName: string | null;
  readonly note: string;
  readonly status: 'proposed' | 'confirmed' | 'set-aside';
  /** The analyst's own; null while it is read from the records. */
  readonly patrollable: 'yes' | 'no' | null;
  readonly foundAt: string;
}

/** What a run says of a place. */
export type FoundPlace = Pick<
  StoredPlace,
  'run' | 'grid' | 'cells' | 'highestZ' | 'suggestedName' | 'foundAt'
>;

/** The columns that the analyst may change, by their name in the contract. */
const changeable = {
  name: 'own_name',
  note: 'note',
  status: 'status',
  patrollable: 'patrollable',
} as const;
export type ChangeableField = keyof typeof changeable;

type Row = Omit<StoredPlace, 'grid' | 'cells'> & { grid: string; cells: string };

const columns = `id, run, grid, cells, highest_z AS highestZ, suggested_name AS suggestedName, own_name AS ownName,
  note, status, patrollable, found_at AS foundAt`;

/** Every place of the register, in order of its number. */
export function allPlaces(reader: Reader | Writer): StoredPlace[] {
  return reader.database
    .prepare<[], Row>(`SELECT ${columns} FROM concern_place ORDER BY id`)
    .all()
    .map((row) => ({
      ...row,
      grid: JSON.parse(row.grid) as CellGrid,
      cells: JSON.parse(row.cells) as number[],
    }));
}

/** How many places rest on a run. */
export function placesOnRun(reader: Reader, run: string): number {
  return (
    reader.database
      .prepare<[string], number>('SELECT count(*) FROM concern_place WHERE run = ?')
      .pluck()
      .get(run) ?? 0
  );
}

/** Adds a place, or gives a known one new cells: its name, and what the analyst wrote of it, stay. */
export function putPlace(writer: Writer, found: FoundPlace, known: number | null): void {
  const { run, highestZ, suggestedName, foundAt } = found;
  const values = [run, JSON.stringify(found.grid), JSON.stringify(found.cells), highestZ, foundAt];
  if (known === null) {
    writer.database
      .prepare(
        `INSERT INTO concern_place (run, grid, cells, highest_z, found_at, suggested_name)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(...values, suggestedName);
  } else {
    writer.database
      .prepare(
        `UPDATE concern_place SET run = ?, grid = ?, cells = ?, highest_z = ?, found_at = ? WHERE id = ?`,
      )
      .run(...values, known);
  }
}

/** Whether the analyst changed anything of a place that still stands. */
export function isPlaceChanged(writer: Writer, place: number): boolean {
  const found = writer.database
    .prepare<[number], number>(
      'SELECT 1 FROM concern_place_change WHERE place = ? AND undone_at IS NULL LIMIT 1',
    )
    .pluck()
    .get(place);
  return found !== undefined;
}

/** Takes a place out of the register, with what was changed of it and taken back. */
export function removePlace(writer: Writer, place: number): void {
  writer.database.prepare('DELETE FROM concern_place_change WHERE place = ?').run(place);
  writer.database.prepare('DELETE FROM concern_place WHERE id = ?').run(place);
}

/** Changes one field of a place and keeps what it was. False when it is so already. */
export function changePlaceField(
  writer: Writer,
  place: number,
  field: ChangeableField,
  value: string | null,
): boolean {
  const column = changeable[field];
  const before = writer.database
    .prepare<[number], string | null>(`SELECT ${column} FROM concern_place WHERE id = ?`)
    .pluck()
    .get(place);
  if (before === value) return false;
  writer.database.prepare(`UPDATE concern_place SET ${column} = ? WHERE id = ?`).run(value, place);
  writer.database
    .prepare(
      `INSERT INTO concern_place_change (place, changed_at, changed_by, field, old_value, new_value)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(place, new Date().toISOString(), userInfo().username, column, before ?? null, value);
  return true;
}

/** Takes the last change of a place back; the name of the column, or null when there is none left. */
export function undoPlaceChange(writer: Writer, place: number): string | null {
  const last = writer.database
    .prepare<[number], { id: number; field: string; oldValue: string | null }>(
      `SELECT id, field, old_value AS oldValue FROM concern_place_change
       WHERE place = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
    )
    .get(place);
  const column = Object.values(changeable).find((name) => name === last?.field);
  if (last === undefined || column === undefined) return null;
  writer.database
    .prepare(`UPDATE concern_place SET ${column} = ? WHERE id = ?`)
    .run(last.oldValue, place);
  writer.database
    .prepare('UPDATE concern_place_change SET undone_at = ? WHERE id = ?')
    .run(new Date().toISOString(), last.id);
  return column;
}
