import { createHash } from 'node:crypto';
import type {
  CodedText,
  IncidentClasses,
  IncidentFacts,
  SuspectColumns,
  VictimColumns,
} from '../../domain/evidence/columns.ts';
import type { Reader, Writer } from './database.ts';

/** What the records say, as columns, with the SHA-256 of them all. */
export interface Facts {
  readonly incidents: IncidentFacts;
  readonly victims: VictimColumns;
  readonly suspects: SuspectColumns;
  readonly hash: string;
}

/** What the rules made of the facts, with the SHA-256 of facts and classes: the fingerprint of a run. */
export interface Classes {
  readonly incidents: IncidentClasses;
  readonly fingerprint: string;
}

const constructors = { Int32Array, Float64Array, Uint8Array, Uint16Array, Uint32Array, Int16Array };
type ColumnType = keyof typeof constructors | 'CodedText';
type Layout<Columns> = { readonly [Name in keyof Omit<Columns, 'length'>]: ColumnType };

const factsLayout: Layout<IncidentFacts> = {
  id: 'Int32Array',
  easting: 'Float64Array',
  northing: 'Float64Array',
  hasLocation: 'Uint8Array',
  recordedMinutes: 'Int32Array',
  recordedPrecision: 'Uint8Array',
  reportedMinutes: 'Int32Array',
  occurredFromMinutes: 'Int32Array',
  occurredToMinutes: 'Int32Array',
  occurredPrecision: 'Uint8Array',
  source: 'Uint8Array',
  recordType: 'Uint8Array',
  crimeStatus: 'Uint8Array',
  atHomeAddressOf: 'Uint8Array',
  domesticAbuse: 'Uint8Array',
  honourBased: 'Uint8Array',
  childExploitation: 'Uint8Array',
  onlineFlag: 'Uint8Array',
  alcohol: 'Uint8Array',
  knife: 'Uint8Array',
  hate: 'Uint8Array',
  policePerpetrated: 'Uint8Array',
  arrested: 'Uint8Array',
  preChargeBail: 'Uint8Array',
  fileSubmitted: 'Uint8Array',
  offenceTitle: 'CodedText',
  offenceCode: 'CodedText',
  locationType: 'CodedText',
  locationText: 'CodedText',
  place: 'Uint32Array',
  areaCode: 'CodedText',
  riskLevel: 'CodedText',
  riskIndicators: 'CodedText',
  orderType: 'CodedText',
  orderMadeMinutes: 'Int32Array',
  orderBreachedMinutes: 'Int32Array',
  referralService: 'CodedText',
  referredMinutes: 'Int32Array',
  outcome: 'CodedText',
  outcomeMinutes: 'Int32Array',
  platform: 'CodedText',
  platformHint: 'CodedText',
  hasFemaleVictim: 'Uint8Array',
  hasChildVictim: 'Uint8Array',
};
const classesLayout: Layout<IncidentClasses> = {
  isCrime: 'Uint8Array',
  tier: 'Uint8Array',
  inVawg: 'Uint8Array',
  threats: 'Uint8Array',
  online: 'Uint8Array',
  physicalSpace: 'Uint8Array',
  setAside: 'Uint8Array',
  confidence: 'Uint8Array',
  decided: 'Uint8Array',
  offence: 'CodedText',
  vawgRule: 'CodedText',
  onlineRule: 'CodedText',
  spaceRule: 'CodedText',
  subtype: 'CodedText',
  severityScore: 'Float64Array',
  cambridgeDays: 'Float64Array',
};
const victimLayout: Layout<VictimColumns> = {
  incident: 'Int32Array',
  person: 'Uint32Array',
  ageYears: 'Int16Array',
  sex: 'CodedText',
  gender: 'CodedText',
  ethnicity: 'CodedText',
  ethnicityOfficer: 'CodedText',
  disability: 'CodedText',
  relationship: 'CodedText',
};
const suspectLayout: Layout<SuspectColumns> = {
  incident: 'Int32Array',
  person: 'Uint32Array',
  ageYears: 'Int16Array',
  sex: 'CodedText',
  status: 'CodedText',
  ethnicity: 'CodedText',
  ethnicityOfficer: 'CodedText',
};

type Numbers = InstanceType<(typeof constructors)[keyof typeof constructors]>;
type AnyColumns = Readonly<Record<string, Numbers | CodedText | number>>;
type Blobs = Map<string, Buffer>;

/** The columns of one table as named byte strings, in a fixed order. */
function asBlobs(
  table: string,
  layout: Readonly<Record<string, ColumnType>>,
  columns: object,
): Blobs {
  const blobs: Blobs = new Map();
  const part = columns as AnyColumns;
  for (const name of Object.keys(layout)) {
    const column = part[name] as Numbers | CodedText;
    const isText = 'codes' in column;
    const numbers = isText ? column.codes : column;
    blobs.set(
      `${table}.${name}`,
      Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength),
    );
    if (isText) {
      const { constructor } = column.codes;
      const text = JSON.stringify({ width: constructor.name, values: column.values });
      blobs.set(`${table}.${name}.values`, Buffer.from(text));
    }
  }
  return blobs;
}

function factBlobs(facts: Omit<Facts, 'hash'>): Blobs {
  return new Map([
    ...asBlobs('facts', factsLayout, facts.incidents),
    ...asBlobs('victims', victimLayout, facts.victims),
    ...asBlobs('suspects', suspectLayout, facts.suspects),
  ]);
}

/** SHA-256 over all facts: the same rows give the same hash on any machine. */
export function hashFacts(facts: Omit<Facts, 'hash'>): string {
  return hashBlobs(factBlobs(facts));
}

/** SHA-256 over classes and the hash of the facts that they were made of. */
export function fingerprintOf(factsHash: string, classes: IncidentClasses): string {
  return hashBlobs(asBlobs('classes', classesLayout, classes), factsHash);
}

function hashBlobs(blobs: Blobs, start = ''): string {
  const hash = createHash('sha256').update(start);
  for (const [name, bytes] of blobs) hash.update(`${name}:${bytes.length};`).update(bytes);
  return hash.digest('hex');
}

/** Saves the facts in place of those before. Call inside a transaction. */
export function saveFacts(writer: Writer, facts: Facts): void {
  writer.database.exec("DELETE FROM column_store WHERE name NOT LIKE 'classes%'");
  saveBlobs(writer, factBlobs(facts), 'facts-hash', facts.hash);
}

/** Saves the classes in place of those before. Call inside a transaction. */
export function saveClasses(writer: Writer, classes: Classes): void {
  writer.database.exec("DELETE FROM column_store WHERE name LIKE 'classes%'");
  const blobs = asBlobs('classes', classesLayout, classes.incidents);
  saveBlobs(writer, blobs, 'classes-fingerprint', classes.fingerprint);
}

function saveBlobs(writer: Writer, blobs: Blobs, hashName: string, hash: string): void {
  const insert = writer.database.prepare('INSERT INTO column_store (name, bytes) VALUES (?, ?)');
  for (const [name, bytes] of blobs) insert.run(name, bytes);
  insert.run(hashName, Buffer.from(hash));
}

/** The saved facts, or null when there are none or they do not match their hash. */
export function loadFacts(reader: Reader): Facts | null {
  const stored = storedBlobs(reader, "name NOT LIKE 'classes%'");
  const hash = stored.get('facts-hash')?.toString();
  const incidents = asColumns<IncidentFacts>('facts', factsLayout, stored);
  const victims = asColumns<VictimColumns>('victims', victimLayout, stored);
  const suspects = asColumns<SuspectColumns>('suspects', suspectLayout, stored);
  if (hash === undefined || !incidents || !victims || !suspects) return null;
  const facts = { incidents, victims, suspects };
  return hashFacts(facts) === hash ? { ...facts, hash } : null;
}

/** The saved classes of facts with this hash, or null when there are none or they do not match. */
export function loadClasses(reader: Reader, factsHash: string): Classes | null {
  const stored = storedBlobs(reader, "name LIKE 'classes%'");
  const fingerprint = stored.get('classes-fingerprint')?.toString();
  const incidents = asColumns<IncidentClasses>('classes', classesLayout, stored);
  if (fingerprint === undefined || !incidents) return null;
  return fingerprintOf(factsHash, incidents) === fingerprint ? { incidents, fingerprint } : null;
}

function storedBlobs(reader: Reader, which: string): Blobs {
  const rows = reader.database
    .prepare<[], { name: string; bytes: Buffer }>(
      `SELECT name, bytes FROM column_store WHERE ${which}`,
    )
    .all();
  return new Map(rows.map((row) => [row.name, row.bytes]));
}

function asColumns<Columns>(
  table: string,
  layout: Layout<Columns>,
  stored: Blobs,
): Columns | undefined {
  const part: Record<string, Numbers | CodedText | number> = {};
  let length = 0;
  for (const [name, type] of Object.entries<ColumnType>(layout)) {
    const key = `${table}.${name}`;
    const bytes = stored.get(key);
    if (bytes === undefined) return undefined;
    // Copied, since a blob need not start at a multiple of the column's element size.
    const copy = bytes.buffer.slice(
      bytes.byteOffset,
      bytes.byteOffset + bytes.length,
    ) as ArrayBuffer;
    if (type === 'CodedText') {
      const text = stored.get(`${key}.values`)?.toString();
      if (text === undefined) return undefined;
      const { width, values } = JSON.parse(text) as {
        width: 'Uint8Array' | 'Uint16Array' | 'Uint32Array';
        values: string[];
      };
      part[name] = { codes: new constructors[width](copy), values };
    } else {
      const numbers = new constructors[type](copy);
      part[name] = numbers;
      length = numbers.length;
    }
  }
  part['length'] = length;
  return part as unknown as Columns;
}
