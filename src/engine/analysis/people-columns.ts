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
  const person = new TextCodes(rows.length);
  const sex = new TextCodes(rows.length);
  const ethnicity = new TextCodes(rows.length);
  const relationship = new TextCodes(rows.length);
  const incident = new Int32Array(rows.length);
  const ageYears = new Int16Array(rows.length);
  for (const [index, row] of rows.entries()) {
    incident[index] = indexOf.get(row.incident) ?? -1;
    ageYears[index] = row.ageYears ?? -1;
    person.set(index, row.person);
    sex.set(index, row.sex);
    ethnicity.set(index, row.ethnicity);
    relationship.set(index, row.relationship);
  }
  return {
    length: rows.length,
    incident,
    // Only the codes: the pseudonyms themselves have no place in a statistic.
    person: person.finish().codes,
    ageYears,
    sex: sex.finish(),
    ethnicity: ethnicity.finish(),
    relationship: relationship.finish(),
  };
}

function suspectColumns(
  rows: readonly StoredSuspect[],
  indexOf: ReadonlyMap<number, number>,
): SuspectColumns {
  const person = new TextCodes(rows.length);
  const sex = new TextCodes(rows.length);
  const status = new TextCodes(rows.length);
  const incident = new Int32Array(rows.length);
  const ageYears = new Int16Array(rows.length);
  for (const [index, row] of rows.entries()) {
    incident[index] = indexOf.get(row.incident) ?? -1;
    ageYears[index] = row.ageYears ?? -1;
    person.set(index, row.person);
    sex.set(index, row.sex);
    status.set(index, row.status);
  }
  return {
    length: rows.length,
    incident,
    person: person.finish().codes,
    ageYears,
    sex: sex.finish(),
    status: status.finish(),
  };
}
