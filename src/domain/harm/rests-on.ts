import {
  type EvidenceColumns,
  type IncidentColumns,
  noMinutes,
  timePrecision,
} from '../evidence/columns.ts';

/** A unit's harm rests on one thing that carries more than this share of its sum. */
export const restsOnShare = 0.5;

/** Room for the rounding of sums, so that exactly half is never taken for more than half. */
const rounding = 1e-9;

const minutesPerDay = 1440;

/**
 * What a unit's harm can rest on.
 * - `record`: one incident row.
 * - `event`: records of the same keyed address whose committed time is the same minute.
 * - `victim`, `suspect`: one identified person, with all records of the unit that person is on.
 * - `recording-day`: one day of recording, which can be a catch-up of old reports.
 */
export type RestsOnKind = 'record' | 'event' | 'victim' | 'suspect' | 'recording-day';

export interface RestsOn {
  readonly kind: RestsOnKind;
  /** Share of the unit's harm that the one thing carries, above restsOnShare. */
  readonly share: number;
  /**
   * Which one: index of the incident (record; of an event its first record), code of the person, or days since
   * 1970-01-01.
   */
  readonly which: number;
  /** Records with a weight that it stands on. */
  readonly records: number;
}

/** The persons of each incident, identified ones only: start and codes as in UnitMembers. */
export interface PersonsOfIncidents {
  readonly start: Uint32Array;
  readonly person: Uint32Array;
}

/** Persons by incident, from the victim or suspect columns. Entries without an identifier (code 0) are left out. */
export function personsOfIncidents(
  incidentCount: number,
  entries: { readonly incident: Int32Array; readonly person: Uint32Array },
): PersonsOfIncidents {
  const start = new Uint32Array(incidentCount + 1);
  const isNamed = (entry: number): boolean => {
    const incident = entries.incident[entry] ?? -1;
    return (entries.person[entry] ?? 0) !== 0 && incident >= 0 && incident < incidentCount;
  };
  for (let entry = 0; entry < entries.incident.length; entry++) {
    if (!isNamed(entry)) continue;
    const after = (entries.incident[entry] ?? 0) + 1;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let index = 0; index < incidentCount; index++) {
    start[index + 1] = (start[index + 1] ?? 0) + (start[index] ?? 0);
  }
  const person = new Uint32Array(start[incidentCount] ?? 0);
  const next = start.slice();
  for (let entry = 0; entry < entries.incident.length; entry++) {
    if (!isNamed(entry)) continue;
    const incident = entries.incident[entry] ?? 0;
    const at = next[incident] ?? 0;
    person[at] = entries.person[entry] ?? 0;
    next[incident] = at + 1;
  }
  return { start, person };
}

/** What the questions about single units need of the evidence: made once, asked for each unit shown. */
export interface HarmEvidence {
  readonly incidents: IncidentColumns;
  readonly victims: PersonsOfIncidents;
  readonly suspects: PersonsOfIncidents;
}

/** Prepares the evidence for restsOn and topOffence. */
export function harmEvidence(evidence: EvidenceColumns): HarmEvidence {
  const { length } = evidence.incidents;
  return {
    incidents: evidence.incidents,
    victims: personsOfIncidents(length, evidence.victims),
    suspects: personsOfIncidents(length, evidence.suspects),
  };
}

/**
 * What one unit's harm rests on: each kind of which one alone carries more than restsOnShare of the sum. Two
 * things of half each are not one. Persons without an identifier, records without an address or a committed
 * minute, and records without a recording day are never taken for the same. Empty where nothing is weighted.
 *
 * @param members incident indexes of the unit, each once.
 * @param weights weights of all incidents on one list; NaN = unweighted.
 */
export function restsOn(
  evidence: HarmEvidence,
  members: Uint32Array,
  weights: Float64Array,
): RestsOn[] {
  const { incidents } = evidence;
  const victims = new Carriers();
  const suspects = new Carriers();
  let record: Carrier | null = null;
  let sum = 0;
  for (const index of members) {
    const weight = weights[index] ?? Number.NaN;
    // A weight of 0 carries nothing.
    if (Number.isNaN(weight) || weight === 0) continue;
    sum += weight;
    if (record === null || weight > record.weight) record = { which: index, weight, records: 1 };
    victims.addEach(evidence.victims, index, weight);
    suspects.addEach(evidence.suspects, index, weight);
  }
  const event = majority(members, weights, (index) => eventKey(incidents, index));
  const day = majority(members, weights, (index) => recordingDay(incidents, index));
  const most: Record<RestsOnKind, Carrier | null> = {
    record,
    event: event && { ...event, which: event.first },
    victim: victims.most(),
    suspect: suspects.most(),
    'recording-day': day && { ...day, which: day.key },
  };
  return kinds.flatMap((kind) => {
    const one = most[kind];
    const share = one === null ? 0 : one.weight / sum;
    return one !== null && share > restsOnShare + rounding
      ? [{ kind, share, which: one.which, records: one.records }]
      : [];
  });
}

const kinds = ['record', 'event', 'victim', 'suspect', 'recording-day'] as const;

/**
 * The one key that may carry more than half of the weight, with what it carries; records without a key (NaN)
 * stand each for themselves. One pass finds the only key that can, by the majority vote of Boyer and Moore
 * (1981) with weights in place of votes, and a second adds it up, so that no table of all keys is needed. It is
 * only for keys of which a record has one: a record can have two victims.
 */
function majority(
  members: Uint32Array,
  weights: Float64Array,
  keyOf: (index: number) => number,
): { key: number; first: number; weight: number; records: number } | null {
  let key = Number.NaN;
  let lead = 0;
  for (const index of members) {
    const weight = weights[index] ?? Number.NaN;
    if (Number.isNaN(weight)) continue;
    const own = keyOf(index);
    if (own === key) lead += weight;
    else if (lead >= weight) lead -= weight;
    else {
      key = own;
      lead = weight - lead;
    }
  }
  if (Number.isNaN(key)) return null;
  const found = { key, first: -1, weight: 0, records: 0 };
  for (const index of members) {
    const weight = weights[index] ?? Number.NaN;
    if (Number.isNaN(weight) || weight === 0 || keyOf(index) !== key) continue;
    if (found.first < 0) found.first = index;
    found.weight += weight;
    found.records++;
  }
  return found;
}

/** One thing and the harm it carries. */
interface Carrier {
  readonly which: number;
  readonly weight: number;
  readonly records: number;
}

/** Harm carried by each of some things. */
class Carriers {
  readonly #carried = new Map<number, { weight: number; records: number }>();

  add(which: number, weight: number): void {
    const own = this.#carried.get(which);
    if (own === undefined) this.#carried.set(which, { weight, records: 1 });
    else {
      own.weight += weight;
      own.records++;
    }
  }

  /** Adds the record to each of its persons once, however often it names them. */
  addEach({ start, person }: PersonsOfIncidents, index: number, weight: number): void {
    const first = start[index] ?? 0;
    for (let at = first; at < (start[index + 1] ?? 0); at++) {
      const code = person[at] ?? 0;
      const before = person.indexOf(code, first);
      if (before === at) this.add(code, weight);
    }
  }

  /** The one that carries most; of two alike the one met first. */
  most(): Carrier | null {
    let most: Carrier | null = null;
    for (const [which, own] of this.#carried) {
      if (most === null || own.weight > most.weight) most = { which, ...own };
    }
    return most;
  }
}

/** Room for the codes of places beside a minute in one exact number: 2^26 places, 2^27 minutes (250 years). */
const placeCodes = 2 ** 26;

/** One number for the address and the committed minute; NaN where either is not known. */
function eventKey(incidents: IncidentColumns, index: number): number {
  const place = incidents.place[index] ?? 0;
  const minute = incidents.occurredFromMinutes[index] ?? noMinutes;
  const isToTheMinute = incidents.occurredPrecision[index] === timePrecision.minute;
  if (place === 0 || minute === noMinutes || !isToTheMinute) return Number.NaN;
  return minute * placeCodes + place;
}

/** Days since 1970-01-01 of recording; NaN where the record says no day. */
function recordingDay(incidents: IncidentColumns, index: number): number {
  const minutes = incidents.recordedMinutes[index] ?? noMinutes;
  const precision = incidents.recordedPrecision[index] ?? timePrecision.none;
  return minutes === noMinutes || precision < timePrecision.day
    ? Number.NaN
    : Math.floor(minutes / minutesPerDay);
}

/** The offence that carries most of a unit's harm. */
export interface TopOffence {
  /** Code in IncidentColumns.offence; 0 = the offence is not recorded. */
  readonly offence: number;
  /** Share of the unit's harm, 0 to 1. */
  readonly share: number;
  readonly records: number;
}

/** The offence with the largest part of a unit's harm on a list; null where the unit has no harm on it. */
export function topOffence(
  { incidents }: HarmEvidence,
  members: Uint32Array,
  weights: Float64Array,
): TopOffence | null {
  const offences = new Carriers();
  let sum = 0;
  for (const index of members) {
    const weight = weights[index] ?? Number.NaN;
    if (Number.isNaN(weight) || weight === 0) continue;
    sum += weight;
    offences.add(incidents.offence.codes[index] ?? 0, weight);
  }
  const most = offences.most();
  return most === null
    ? null
    : { offence: most.which, share: most.weight / sum, records: most.records };
}
