import type { Reader } from './database.ts';
import { usablePositions } from './derived-positions.ts';
import { allWords } from './words.ts';

/** An incident as the classifiers and columns need it, straight from the file. */
export interface StoredIncident {
  readonly id: number;
  readonly source: 'force' | 'open-data';
  readonly recordType: 'crime' | 'non-crime';
  readonly crimeStatus: 'recorded' | 'cancelled' | 'transferred' | 'N100' | null;
  readonly offenceTitle: string | null;
  readonly offenceCode: string | null;
  /** Moments (domain/time/moment.ts). */
  readonly recordedOn: number | null;
  readonly occurredFrom: number | null;
  readonly occurredTo: number | null;
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
  readonly orderBreachedOn: number | null;
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

/** Reads the incident table in slices, by row number. */
export class IncidentReader {
  readonly #read: (after: number, limit: number) => RawIncident[];
  readonly #words: readonly (string | null)[];
  readonly #derived: ReadonlyMap<number, readonly [easting: number, northing: number]>;

  constructor(reader: Reader) {
    this.#words = allWords(reader);
    this.#derived = usablePositions(reader, 'incident');
    const statement = reader.database
      .prepare<[number, number], RawIncident>(
        `SELECT id, source, record_type, crime_status, offence_title, offence_code,
           coalesce(recorded_on, reported_on), occurred_from, occurred_to,
           easting, northing, postcode, place_key, location_type, location_text, area_code,
           at_home_address_of, domestic_abuse, honour_based, child_exploitation, online,
           order_type, order_breached_on, outcome_code, platform
         FROM incident WHERE id > ? ORDER BY id LIMIT ?`,
      )
      .raw();
    this.#read = (after, limit) => statement.all(after, limit);
  }

  /** Incidents with an id above `after`, in order, at most `limit`. */
  slice(after: number, limit: number): StoredIncident[] {
    const wordOf = wordIn(this.#words);
    const word = (value: RawValue): string | null => wordOf(value as number | null);
    return this.#read(after, limit).map(
      (row) =>
        ({
          id: row[0],
          source: word(row[1] ?? null),
          recordType: word(row[2] ?? null),
          crimeStatus: word(row[3] ?? null),
          offenceTitle: word(row[4] ?? null),
          offenceCode: word(row[5] ?? null),
          recordedOn: row[6],
          occurredFrom: row[7],
          occurredTo: row[8],
          easting: row[9] ?? this.#derived.get(Number(row[0]))?.[0] ?? null,
          northing: row[10] ?? this.#derived.get(Number(row[0]))?.[1] ?? null,
          postcode: row[11],
          placeKey: row[12],
          locationType: word(row[13] ?? null),
          locationText: row[14],
          areaCode: word(row[15] ?? null),
          atHomeAddressOf: word(row[16] ?? null),
          domesticAbuse: row[17],
          honourBased: row[18],
          childExploitation: row[19],
          online: row[20],
          orderType: word(row[21] ?? null),
          orderBreachedOn: row[22],
          outcomeCode: word(row[23] ?? null),
          platform: word(row[24] ?? null),
        }) as StoredIncident,
    );
  }
}

/** Columns of an incident in the order of the query above. */
type RawIncident = readonly RawValue[];
type RawValue = number | string | null;

/** Every victim, by incident. The relationship is that to the first suspect for whom one is recorded. */
export function allVictims(reader: Reader): StoredVictim[] {
  const word = wordIn(allWords(reader));
  const relationshipOf = new Map<number, number>();
  const links = reader.database
    .prepare<[], [number, number]>(
      'SELECT victim, relationship FROM victim_suspect WHERE relationship IS NOT NULL ORDER BY suspect DESC',
    )
    .raw()
    .iterate();
  for (const [victim, relationship] of links) relationshipOf.set(victim, relationship);
  const victims: StoredVictim[] = [];
  const rows = reader.database
    .prepare<[], [number, number, string | null, number | null, number | null, number | null]>(
      'SELECT id, incident, person, sex, age_years, ethnicity FROM victim ORDER BY incident, id',
    )
    .raw()
    .iterate();
  for (const [id, incident, person, sex, ageYears, ethnicity] of rows) {
    victims.push({
      incident,
      person,
      sex: word(sex) as StoredVictim['sex'],
      ageYears,
      ethnicity: word(ethnicity),
      relationship: word(relationshipOf.get(id) ?? null),
    });
  }
  return victims;
}

/** Every suspect, by incident. */
export function allSuspects(reader: Reader): StoredSuspect[] {
  const word = wordIn(allWords(reader));
  const suspects: StoredSuspect[] = [];
  const rows = reader.database
    .prepare<[], [number, string | null, number | null, number | null, number | null]>(
      'SELECT incident, person, sex, age_years, status FROM suspect ORDER BY incident, id',
    )
    .raw()
    .iterate();
  for (const [incident, person, sex, ageYears, status] of rows) {
    suspects.push({ incident, person, sex: word(sex), ageYears, status: word(status) });
  }
  return suspects;
}

function wordIn(words: readonly (string | null)[]): (value: number | null) => string | null {
  return (value) => (value === null ? null : (words[value] ?? null));
}
