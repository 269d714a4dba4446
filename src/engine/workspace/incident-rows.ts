import type { Reader } from './database.ts';

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

type Numbered = number | null;

/**
 * An incident as it lies in the file: dates are moments (domain/time/moment.ts), flags 1 or 0, and numbers of
 * words where the table says so (migrations/0002-intake.ts). The order is that of the query below.
 */
export type RawIncident = readonly [
  id: number,
  easting: Numbered,
  northing: Numbered,
  hasPostcode: number,
  placeKey: string | null,
  areaCode: Numbered,
  recordedOn: Numbered,
  reportedOn: Numbered,
  occurredFrom: Numbered,
  occurredTo: Numbered,
  source: Numbered,
  recordType: Numbered,
  crimeStatus: Numbered,
  atHomeAddressOf: Numbered,
  orderMadeOn: Numbered,
  orderBreachedOn: Numbered,
  referredOn: Numbered,
  outcomeOn: Numbered,
  locationText: string | null,
  summaryWithoutPlatform: string | null,
  domesticAbuse: Numbered,
  honourBased: Numbered,
  childExploitation: Numbered,
  online: Numbered,
  alcohol: Numbered,
  knife: Numbered,
  hate: Numbered,
  policePerpetrated: Numbered,
  arrested: Numbered,
  preChargeBail: Numbered,
  fileSubmitted: Numbered,
  offenceTitle: Numbered,
  offenceCode: Numbered,
  locationType: Numbered,
  riskLevel: Numbered,
  riskIndicators: Numbered,
  orderType: Numbered,
  referralService: Numbered,
  outcomeCode: Numbered,
  platform: Numbered,
];

/** Reads the incident table in slices, by row number. */
export class IncidentReader {
  readonly #read: (after: number, limit: number) => RawIncident[];

  constructor(reader: Reader) {
    const statement = reader.database
      .prepare<[number, number], RawIncident>(
        `SELECT id, easting, northing, postcode IS NOT NULL, place_key, area_code,
           recorded_on, reported_on, occurred_from, occurred_to,
           source, record_type, crime_status, at_home_address_of,
           order_made_on, order_breached_on, referred_on, outcome_on,
           location_text, CASE WHEN platform IS NULL THEN summary END,
           domestic_abuse, honour_based, child_exploitation, online, alcohol, knife, hate, police_perpetrated,
           arrested, pre_charge_bail, file_submitted,
           offence_title, offence_code, location_type, risk_level, risk_indicators,
           order_type, referral_service, outcome_code, platform
         FROM incident WHERE id > ? ORDER BY id LIMIT ?`,
      )
      .raw();
    this.#read = (after, limit) => statement.all(after, limit);
  }

  /** Incidents with an id above `after`, in order, at most `limit`. */
  slice(after: number, limit: number): readonly RawIncident[] {
    return this.#read(after, limit);
  }
}

/** A victim or suspect as it lies in the file; `fields` are the asked columns, in their order. */
export type RawPerson = readonly [
  id: number,
  incident: number,
  person: string | null,
  ageYears: Numbered,
  ...fields: Numbered[],
];

/** Reads victims or suspects in slices, by row number. */
export class PersonReader {
  readonly #read: (after: number, limit: number) => RawPerson[];

  constructor(reader: Reader, table: 'victim' | 'suspect', fields: readonly string[]) {
    const statement = reader.database
      .prepare<[number, number], RawPerson>(
        `SELECT id, incident, person, age_years, ${fields.join(', ')}
         FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`,
      )
      .raw();
    this.#read = (after, limit) => statement.all(after, limit);
  }

  /** People with an id above `after`, in order, at most `limit`. */
  slice(after: number, limit: number): readonly RawPerson[] {
    return this.#read(after, limit);
  }
}

/** The pseudonyms of suspects, each once, in the order of the rows that have it first. */
export function suspectPseudonyms(reader: Reader): string[] {
  return reader.database
    .prepare<[], string>(
      'SELECT person FROM suspect WHERE person IS NOT NULL GROUP BY person ORDER BY min(id)',
    )
    .pluck()
    .all();
}

/** The word of each victim's relationship to the first suspect for whom one is recorded, by victim. */
export function relationships(reader: Reader): ReadonlyMap<number, number> {
  const links = reader.database
    .prepare<[], [number, number]>(
      'SELECT victim, relationship FROM victim_suspect WHERE relationship IS NOT NULL ORDER BY suspect DESC',
    )
    .raw()
    .iterate();
  return new Map(links);
}
