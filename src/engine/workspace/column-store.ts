import { createHash } from 'node:crypto';
import type {
  CodedText,
  EvidenceColumns,
  IncidentColumns,
  SuspectColumns,
  VictimColumns,
} from '../../domain/evidence/columns.ts';
import type { Reader, Writer } from './database.ts';

const constructors = { Int32Array, Float64Array, Uint8Array, Uint32Array, Int16Array };
type ColumnType = keyof typeof constructors | 'CodedText';
type Layout<Columns> = { readonly [Name in keyof Omit<Columns, 'length'>]: ColumnType };

const incidentLayout: Layout<IncidentColumns> = {
  id: 'Int32Array',
  easting: 'Float64Array',
  northing: 'Float64Array',
  recordedMinutes: 'Int32Array',
  recordedPrecision: 'Uint8Array',
  occurredFromMinutes: 'Int32Array',
  occurredToMinutes: 'Int32Array',
  occurredPrecision: 'Uint8Array',
  isCrime: 'Uint8Array',
  tier: 'Uint8Array',
  inVawg: 'Uint8Array',
  threats: 'Uint8Array',
  online: 'Uint8Array',
  physicalSpace: 'Uint8Array',
  setAside: 'Uint8Array',
  hasFemaleVictim: 'Uint8Array',
  domesticAbuse: 'Uint8Array',
  offence: 'CodedText',
  vawgRule: 'CodedText',
  spaceRule: 'CodedText',
  subtype: 'CodedText',
  platform: 'CodedText',
  outcome: 'CodedText',
  orderType: 'CodedText',
  orderBreached: 'Uint8Array',
};
const victimLayout: Layout<VictimColumns> = {
  incident: 'Int32Array',
  person: 'Uint32Array',
  ageYears: 'Int16Array',
  sex: 'CodedText',
  ethnicity: 'CodedText',
  relationship: 'CodedText',
};
const suspectLayout: Layout<SuspectColumns> = {
  incident: 'Int32Array',
  person: 'Uint32Array',
  ageYears: 'Int16Array',
  sex: 'CodedText',
  status: 'CodedText',
};
const layouts = { incidents: incidentLayout, victims: victimLayout, suspects: suspectLayout };

type Blobs = Map<string, Buffer>;
type Numbers = Int32Array | Float64Array | Uint8Array | Uint32Array | Int16Array;
type AnyColumns = Readonly<Record<string, Numbers | CodedText | number>>;

/** The columns as named byte strings, in a fixed order. */
function asBlobs(columns: Omit<EvidenceColumns, 'fingerprint'>): Blobs {
  const blobs: Blobs = new Map();
  for (const [table, layout] of Object.entries(layouts)) {
    const part = columns[table as keyof typeof layouts] as unknown as AnyColumns;
    for (const name of Object.keys(layout)) {
      const column = part[name] as Numbers | CodedText;
      const isText = 'codes' in column;
      const numbers = isText ? column.codes : column;
      blobs.set(
        `${table}.${name}`,
        Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength),
      );
      if (isText) blobs.set(`${table}.${name}.values`, Buffer.from(JSON.stringify(column.values)));
    }
  }
  return blobs;
}

/** SHA-256 over all columns: the same rows and rules give the same fingerprint on any machine. */
export function fingerprintColumns(columns: Omit<EvidenceColumns, 'fingerprint'>): string {
  return fingerprintBlobs(asBlobs(columns));
}

function fingerprintBlobs(blobs: Blobs): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of blobs) hash.update(`${name}:${bytes.length};`).update(bytes);
  return hash.digest('hex');
}

/** Saves the columns in place of those before. Call inside a transaction. */
export function saveColumns(writer: Writer, columns: EvidenceColumns): void {
  writer.database.exec('DELETE FROM column_store');
  const insert = writer.database.prepare('INSERT INTO column_store (name, bytes) VALUES (?, ?)');
  for (const [name, bytes] of asBlobs(columns)) insert.run(name, bytes);
  insert.run('fingerprint', Buffer.from(columns.fingerprint));
}

/** The saved columns, or null when there are none or they do not match their fingerprint. */
export function loadColumns(reader: Reader): EvidenceColumns | null {
  const rows = reader.database
    .prepare<[], { name: string; bytes: Buffer }>('SELECT name, bytes FROM column_store')
    .all();
  const stored: Blobs = new Map(rows.map((row) => [row.name, row.bytes]));
  const fingerprint = stored.get('fingerprint')?.toString();
  if (fingerprint === undefined) return null;
  const parts: Record<string, AnyColumns> = {};
  const inOrder: Blobs = new Map();
  for (const [table, layout] of Object.entries(layouts)) {
    const part: Record<string, Numbers | CodedText | number> = {};
    for (const [name, type] of Object.entries(layout)) {
      const key = `${table}.${name}`;
      const bytes = stored.get(key);
      if (bytes === undefined) return null;
      inOrder.set(key, bytes);
      // Copied, since a blob need not start at a multiple of the column's element size.
      const copy = bytes.buffer.slice(
        bytes.byteOffset,
        bytes.byteOffset + bytes.length,
      ) as ArrayBuffer;
      if (type === 'CodedText') {
        const values = stored.get(`${key}.values`);
        if (values === undefined) return null;
        inOrder.set(`${key}.values`, values);
        part[name] = { codes: new Uint32Array(copy), values: JSON.parse(values.toString()) };
      } else {
        part[name] = new constructors[type](copy);
      }
    }
    const first = Object.values(part)[0];
    part['length'] = typeof first === 'object' && 'length' in first ? first.length : 0;
    parts[table] = part;
  }
  if (fingerprintBlobs(inOrder) !== fingerprint) return null;
  return { ...parts, fingerprint } as unknown as EvidenceColumns;
}
