import type { Writer } from './database.ts';
import type { Landing, SqlValue } from './flat-store.ts';
import { fingerprintOf } from './identity.ts';

/** Columns of the incident table that come from a file, in the order of `IncidentRow.values`. */
export const incidentFields = [
  'source',
  'reference',
  'incident_reference',
  'record_type',
  'crime_status',
  'offence_title',
  'offence_code',
  'recorded_on',
  'reported_on',
  'occurred_from',
  'occurred_to',
  'easting',
  'northing',
  'position_from',
  'postcode',
  'place_key',
  'location_type',
  'location_text',
  'area_code',
  'at_home_address_of',
  'domestic_abuse',
  'honour_based',
  'child_exploitation',
  'online',
  'alcohol',
  'knife',
  'hate',
  'police_perpetrated',
  'risk_level',
  'risk_indicators',
  'order_type',
  'order_made_on',
  'order_breached_on',
  'referral_service',
  'referred_on',
  'arrested',
  'pre_charge_bail',
  'file_submitted',
  'outcome_code',
  'outcome_on',
  'platform',
  'summary',
] as const;

export const victimFields = [
  'person',
  'sex',
  'gender',
  'age_years',
  'ethnicity',
  'ethnicity_officer',
  'disability',
  'home_area',
] as const;

export const suspectFields = [
  'person',
  'status',
  'sex',
  'age_years',
  'ethnicity',
  'ethnicity_officer',
  'home_area',
] as const;

/** One row of an extract: an incident with at most one victim and one suspect. */
export interface IncidentRow {
  /** Who the incident is: its reference, or for sources whose ids are not unique, its unchanging columns. */
  readonly identity: string;
  /** True when the identity is a key of the source's system: rows that share it are one incident. */
  readonly identityIsKey: boolean;
  readonly values: readonly SqlValue[];
  readonly victim: readonly SqlValue[] | null;
  readonly suspect: readonly SqlValue[] | null;
  readonly relationship: string | null;
}

interface KnownIncident {
  readonly id: number;
  content: string;
  readonly victims: Map<string, number>;
  readonly suspects: Map<string, number>;
  readonly links: Set<string>;
}

/**
 * Stores incidents with their victims and suspects for one batch. Rows of an extract are crime x victim x
 * suspect: a row that adds a victim, a suspect or their link to a known incident is accepted, one that only
 * changes values updates, one that brings nothing new is a duplicate.
 */
export class IncidentStore {
  readonly #batch: number;
  readonly #byKey = new Map<string, KnownIncident>();
  readonly #seen = new Map<string, number>();
  readonly #statements: ReturnType<typeof prepare>;
  readonly #isFirstBatch: boolean;

  constructor(writer: Writer, batch: number) {
    this.#batch = batch;
    this.#statements = prepare(writer);
    this.#isFirstBatch = this.#statements.countIncidents.get() === 0;
  }

  put(row: IncidentRow): Landing {
    const content = fingerprintOf(row.values);
    const [incident, incidentLanding] = row.identityIsKey
      ? this.#byReference(row, content)
      : this.#byOccurrence(row, content);
    const victim = this.#person('victim', incident, row.victim);
    const suspect = this.#person('suspect', incident, row.suspect);
    const linked = this.#link(incident, victim.id, suspect.id, row.relationship);
    if (incidentLanding === 'accepted' || victim.isNew || suspect.isNew || linked)
      return 'accepted';
    return incidentLanding;
  }

  #byReference(row: IncidentRow, content: string): [KnownIncident, Landing] {
    const known = this.#byKey.get(row.identity) ?? this.#fromFile(row.identity, 1);
    if (known === null) {
      const made = this.#insert(row, content, 1);
      this.#byKey.set(row.identity, made);
      return [made, 'accepted'];
    }
    this.#byKey.set(row.identity, known);
    return [known, this.#refresh(known, row.values, content)];
  }

  #byOccurrence(row: IncidentRow, content: string): [KnownIncident, Landing] {
    const occurrence = (this.#seen.get(row.identity) ?? 0) + 1;
    this.#seen.set(row.identity, occurrence);
    const known = this.#fromFile(row.identity, occurrence);
    if (known === null) return [this.#insert(row, content, occurrence), 'accepted'];
    return [known, this.#refresh(known, row.values, content)];
  }

  #fromFile(identity: string, occurrence: number): KnownIncident | null {
    if (this.#isFirstBatch) return null;
    const { known, people, links } = this.#statements;
    const found = known.get(identity, occurrence, this.#batch);
    if (found === undefined) return null;
    const all = people.all({ incident: found.id });
    const of = (table: string): Map<string, number> =>
      new Map(all.filter((one) => one.kind === table).map((one) => [one.identity, one.id]));
    return {
      ...found,
      victims: of('victim'),
      suspects: of('suspect'),
      links: new Set(links.all(found.id).map((link) => `${link.victim}-${link.suspect}`)),
    };
  }

  #insert(row: IncidentRow, content: string, occurrence: number): KnownIncident {
    const result = this.#statements.insertIncident.run(
      this.#batch,
      row.identity,
      occurrence,
      content,
      ...row.values,
    );
    return {
      id: Number(result.lastInsertRowid),
      content,
      victims: new Map(),
      suspects: new Map(),
      links: new Set(),
    };
  }

  #refresh(known: KnownIncident, values: readonly SqlValue[], content: string): Landing {
    if (known.content === content) return 'duplicate';
    const { readIncident, changeValue, updateIncident } = this.#statements;
    const before = readIncident.get(known.id) ?? {};
    for (const [index, field] of incidentFields.entries()) {
      const then = before[field] ?? null;
      const now = values[index] ?? null;
      if (then !== now)
        changeValue.run(this.#batch, 'incident', known.id, field, text(then), text(now));
    }
    updateIncident.run(content, ...values, known.id);
    known.content = content;
    return 'updated';
  }

  #person(
    kind: 'victim' | 'suspect',
    incident: KnownIncident,
    values: readonly SqlValue[] | null,
  ): { id: number | null; isNew: boolean } {
    if (values === null) return { id: null, isNew: false };
    const person = values[0];
    // Without an identifier only what is recorded can tell one person of the same incident from another.
    const identity = typeof person === 'string' ? person : fingerprintOf(values);
    const known = kind === 'victim' ? incident.victims : incident.suspects;
    const found = known.get(identity);
    if (found !== undefined) return { id: found, isNew: false };
    const insert =
      kind === 'victim' ? this.#statements.insertVictim : this.#statements.insertSuspect;
    const id = Number(insert.run(incident.id, this.#batch, identity, ...values).lastInsertRowid);
    known.set(identity, id);
    return { id, isNew: true };
  }

  #link(
    incident: KnownIncident,
    victim: number | null,
    suspect: number | null,
    relationship: string | null,
  ): boolean {
    if (victim === null || suspect === null) return false;
    const key = `${victim}-${suspect}`;
    if (incident.links.has(key)) return false;
    incident.links.add(key);
    this.#statements.insertLink.run(incident.id, victim, suspect, this.#batch, relationship);
    return true;
  }
}

function text(value: SqlValue): string | null {
  return value === null ? null : String(value);
}

function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

function prepare({ database }: Writer) {
  const person = (table: string, fields: readonly string[]) =>
    database.prepare(
      `INSERT INTO ${table} (incident, batch, identity, ${fields.join(', ')}) VALUES (${marks(fields.length + 3)})`,
    );
  return {
    countIncidents: database.prepare<[], number>('SELECT count(*) FROM incident').pluck(),
    known: database.prepare<[string, number, number], { id: number; content: string }>(
      'SELECT id, content FROM incident WHERE identity = ? AND occurrence = ? AND batch < ?',
    ),
    people: database.prepare<
      [{ incident: number }],
      { kind: string; id: number; identity: string }
    >(
      `SELECT 'victim' AS kind, id, identity FROM victim WHERE incident = @incident
       UNION ALL SELECT 'suspect', id, identity FROM suspect WHERE incident = @incident`,
    ),
    links: database.prepare<[number], { victim: number; suspect: number }>(
      'SELECT victim, suspect FROM victim_suspect WHERE incident = ?',
    ),
    insertIncident: database.prepare(
      `INSERT INTO incident (batch, identity, occurrence, content, ${incidentFields.join(', ')})
       VALUES (${marks(incidentFields.length + 4)})`,
    ),
    readIncident: database.prepare<[number], Record<string, SqlValue>>(
      `SELECT ${incidentFields.join(', ')} FROM incident WHERE id = ?`,
    ),
    updateIncident: database.prepare(
      `UPDATE incident SET content = ?, ${incidentFields.map((field) => `${field} = ?`).join(', ')} WHERE id = ?`,
    ),
    changeValue: database.prepare(
      'INSERT INTO changed_value (batch, in_table, row_id, field, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    insertVictim: person('victim', victimFields),
    insertSuspect: person('suspect', suspectFields),
    insertLink: database.prepare(
      'INSERT INTO victim_suspect (incident, victim, suspect, batch, relationship) VALUES (?, ?, ?, ?, ?)',
    ),
  };
}
