import { type PersonalColumn, personalColumns } from '../../domain/quality/personal-columns.ts';
import type { Recognised } from './recognise.ts';

/**
 * Fields that are not kept as they come: a person's identifier becomes a pseudonym and an address a place key, so
 * they may be read from a column of names or addresses.
 */
const keyedFields: ReadonlySet<string> = new Set([
  'victimReference',
  'suspectReference',
  'address',
  'uprn',
]);
/** Fields that name things: the other wordings of an offence are nobody's aliases. */
const fieldsOfThings: ReadonlySet<string> = new Set(['aliases']);
/** Rows that are looked at for what a column holds. */
const rowsLookedAt = 200;

/**
 * Takes the columns that look like people's names, telephone numbers, e-mail or home addresses out of what is
 * read, but for those that the analyst keeps with a reason. Gives the names of the columns left out.
 */
export function leavePersonalOut(
  known: Recognised,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  keep: readonly string[],
): { known: Recognised; leftOut: string[] } {
  const personal = new Map(
    findPersonal(header, rows, known).map(({ column }) => [column, header[column] ?? '']),
  );
  const columnOf = new Map(known.columnOf);
  const leftOut: string[] = [];
  for (const [field, column] of known.columnOf) {
    const name = personal.get(column);
    if (name === undefined || keyedFields.has(field) || keep.includes(name)) continue;
    columnOf.delete(field);
    leftOut.push(name);
  }
  return { known: { ...known, columnOf }, leftOut };
}

/** The columns of a table that look like people's details; `known` is what the table was recognised as, if it was. */
export function findPersonal(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  known: Recognised | null,
): PersonalColumn[] {
  const things = new Set([...fieldsOfThings].map((field) => known?.columnOf.get(field) ?? -1));
  return personalColumns(header, rows.slice(0, rowsLookedAt)).filter(
    ({ column }) => !things.has(column),
  );
}
