import type { Reader } from './database.ts';

/** An incident as the classifiers and columns need it, straight from the file. */
export interface StoredIncident {
  readonly id: number;
  readonly source: 'force' | 'open-data';
  readonly recordType: 'crime' | 'non-crime';
  readonly crimeStatus: 'recorded' | 'cancelled' | 'transferred' | 'N100' | null;
  readonly offenceTitle: string | null;
  readonly offenceCode: string | null;
  readonly recordedOn: string | null;
  readonly occurredFrom: string | null;
  readonly occurredTo: string | null;
  readonly easting: number | null;
  readonly northing: number | null;
  readonly postcode: string | null;
  readonly placeKey: string | null;
  readonly locationType: string | null;
  readonly locationText: string | null;
  readonly areaCode: string | null;
  readonly atHomeAddressOf: 'victim' | 'suspect' | 'both' | 'none' | null;
  readonly domesticAbuse: number | null;
  readonly honourBased: number | null;
  readonly childExploitation: number | null;
  readonly online: number | null;
  readonly orderType: string | null;
  readonly orderBreachedOn: string | null;
  readonly outcomeCode: string | null;
  readonly platform: string | null;
}

export interface StoredVictim {
  readonly incident: number;
  readonly person: string | null;
  readonly sex: 'female' | 'male' | 'other' | null;
  readonly ageYears: number | null;
  readonly ethnicity: string | null;
  readonly relationship: string | null;
}

export interface StoredSuspect {
  readonly incident: number;
  readonly person: string | null;
  readonly sex: string | null;
  readonly ageYears: number | null;
  readonly status: string | null;
}

/** Number of incidents, victims and suspects. */
export function countPeople(reader: Reader): {
  incidents: number;
  victims: number;
  suspects: number;
} {
  const count = (table: string): number =>
    reader.database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  return { incidents: count('incident'), victims: count('victim'), suspects: count('suspect') };
}

/** Incidents with an id above `after`, in order, at most `limit`: for reading the table in slices. */
export function incidentSlice(reader: Reader, after: number, limit: number): StoredIncident[] {
  return reader.database
    .prepare<[number, number], StoredIncident>(
      `SELECT id, source, record_type AS recordType, crime_status AS crimeStatus,
         offence_title AS offenceTitle, offence_code AS offenceCode,
         coalesce(recorded_on, reported_on) AS recordedOn,
         occurred_from AS occurredFrom, occurred_to AS occurredTo,
         easting, northing, postcode, place_key AS placeKey, location_type AS locationType,
         location_text AS locationText, area_code AS areaCode, at_home_address_of AS atHomeAddressOf,
         domestic_abuse AS domesticAbuse, honour_based AS honourBased,
         child_exploitation AS childExploitation, online, order_type AS orderType,
         order_breached_on AS orderBreachedOn, outcome_code AS outcomeCode, platform
       FROM incident WHERE id > ? ORDER BY id LIMIT ?`,
    )
    .all(after, limit);
}

/** Every victim, by incident. The relationship is that to the first suspect for whom one is recorded. */
export function allVictims(reader: Reader): StoredVictim[] {
  return reader.database
    .prepare<[], StoredVictim>(
      `SELECT victim.incident, person, sex, age_years AS ageYears, ethnicity,
         (SELECT relationship FROM victim_suspect link
          WHERE link.incident = victim.incident AND link.victim = victim.id AND relationship IS NOT NULL
          ORDER BY suspect LIMIT 1) AS relationship
       FROM victim ORDER BY incident, id`,
    )
    .all();
}

/** Every suspect, by incident. */
export function allSuspects(reader: Reader): StoredSuspect[] {
  return reader.database
    .prepare<[], StoredSuspect>(
      'SELECT incident, person, sex, age_years AS ageYears, status FROM suspect ORDER BY incident, id',
    )
    .all();
}
