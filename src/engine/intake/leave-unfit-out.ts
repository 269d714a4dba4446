import { plainColumn } from './presets/preset.ts';
import type { Recognised } from './recognise.ts';
import { isCrimeStatus } from './values.ts';

/**
 * Takes a column called "Status" out of what is read where it says nothing of a crime's standing: in many extracts
 * it holds the state of the case ("Filed", "Open"), and every row would be refused for it. Only a guess from the
 * column's name is taken back, never what the analyst mapped. Gives the names of the columns left out.
 */
export function leaveUnfitOut(
  known: Recognised,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isMapped: boolean,
): { known: Recognised; unfit: string[] } {
  const column = known.columnOf.get('crimeStatus');
  const name = header[column ?? -1];
  if (column === undefined || name === undefined || isMapped || plainColumn(name) !== 'status') {
    return { known, unfit: [] };
  }
  const values = rows.map((row) => row[column] ?? '').filter((value) => value.trim() !== '');
  if (values.length === 0 || values.some(isCrimeStatus)) return { known, unfit: [] };
  const columnOf = new Map(known.columnOf);
  columnOf.delete('crimeStatus');
  return { known: { ...known, columnOf }, unfit: [name] };
}
