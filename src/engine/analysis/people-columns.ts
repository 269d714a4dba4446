import type { SuspectColumns, VictimColumns } from '../../domain/evidence/columns.ts';
import type { StoredSuspect, StoredVictim } from '../workspace/incident-rows.ts';
import { TextCodes } from './text-codes.ts';

/** Victims and suspects as columns, each pointing at its incident's place in the incident columns. */
export function peopleColumns(
  victims: readonly StoredVictim[],
  suspects: readonly StoredSuspect[],
  indexOf: ReadonlyMap<number, number>,
): { victims: VictimColumns; suspects: SuspectColumns } {
  return { victims: victimColumns(victims, indexOf), suspects: suspectColumns(suspects, indexOf) };
}

function victimColumns(
  rows: readonly StoredVictim[],
  indexOf: ReadonlyMap<number, number>,
): VictimColumns {
  const ethnicity = new TextCodes(rows.length);
  const relationship = new TextCodes(rows.length);
  for (const [index, row] of rows.entries()) {
    ethnicity.set(index, row.ethnicity);
    relationship.set(index, row.relationship);
  }
  return {
    ...personColumns(rows, indexOf),
    ethnicity: ethnicity.finish(),
    relationship: relationship.finish(),
  };
}

function suspectColumns(
  rows: readonly StoredSuspect[],
  indexOf: ReadonlyMap<number, number>,
): SuspectColumns {
  const status = new TextCodes(rows.length);
  for (const [index, row] of rows.entries()) status.set(index, row.status);
  return { ...personColumns(rows, indexOf), status: status.finish() };
}

/** What victims and suspects have in common. */
function personColumns(
  rows: readonly (StoredVictim | StoredSuspect)[],
  indexOf: ReadonlyMap<number, number>,
) {
  const person = new TextCodes(rows.length);
  const sex = new TextCodes(rows.length);
  for (const [index, row] of rows.entries()) {
    person.set(index, row.person);
    sex.set(index, row.sex);
  }
  return {
    length: rows.length,
    incident: Int32Array.from(rows, (row) => indexOf.get(row.incident) ?? -1),
    // Only the codes: the pseudonyms themselves have no place in a statistic.
    person: person.finish().codes,
    ageYears: Int16Array.from(rows, (row) => row.ageYears ?? -1),
    sex: sex.finish(),
  };
}
