import { userInfo } from 'node:os';
import type { Coded } from '../../domain/vawg/audit-result.ts';
import type { Reader, Writer } from './database.ts';

export type Coder = 'first' | 'second';

interface StoredCode {
  readonly incident: number;
  readonly coder: Coder;
  readonly vawg: number;
  readonly online: number;
  readonly space: Coded['space'];
  readonly by: string;
}

/** What a coder said of a record, and the account under which it was said. */
interface SignedCode {
  readonly coded: Coded;
  readonly by: string;
}

/** Keeps a drawn sample, in its order; gives its number. */
export function keepSample(writer: Writer, seed: number, incidents: readonly number[]): number {
  const { database } = writer;
  const audit = Number(
    database
      .prepare('INSERT INTO audit_sample (drawn_at, drawn_by, seed) VALUES (?, ?, ?)')
      .run(new Date().toISOString(), userInfo().username, seed).lastInsertRowid,
  );
  const insert = database.prepare(
    'INSERT INTO audit_record (audit, place, incident) VALUES (?, ?, ?)',
  );
  for (const [place, incident] of incidents.entries()) insert.run(audit, place, incident);
  return audit;
}

/** Samples that were drawn, newest first. */
export function allSamples(
  reader: Reader,
): { audit: number; drawnAt: string; seed: number; records: number }[] {
  return reader.database
    .prepare<[], { audit: number; drawnAt: string; seed: number; records: number }>(
      `SELECT id AS audit, drawn_at AS drawnAt, seed,
         (SELECT count(*) FROM audit_record WHERE audit = audit_sample.id) AS records
       FROM audit_sample ORDER BY id DESC`,
    )
    .all();
}

/** Codes of one sample by record and coder. */
export function codesOf(
  reader: Reader,
  audit: number,
): ReadonlyMap<number, Partial<Record<Coder, SignedCode>>> {
  const rows = reader.database
    .prepare<[number], StoredCode>(
      'SELECT incident, coder, vawg, online, space, coded_by AS by FROM audit_code WHERE audit = ?',
    )
    .all(audit);
  const codes = new Map<number, Partial<Record<Coder, SignedCode>>>();
  for (const { incident, coder, vawg, online, space, by } of rows) {
    const coded = { vawg: vawg === 1, online: online === 1, space };
    codes.set(incident, { ...codes.get(incident), [coder]: { coded, by } });
  }
  return codes;
}

/** Records of a sample that a coder has not coded, in the order of the draw. */
export function leftToCode(reader: Reader | Writer, audit: number, coder: Coder): number[] {
  return reader.database
    .prepare<[number, Coder], number>(
      `SELECT incident FROM audit_record WHERE audit = ? AND incident NOT IN
         (SELECT incident FROM audit_code WHERE audit = audit_record.audit AND coder = ?)
       ORDER BY place`,
    )
    .pluck()
    .all(audit, coder);
}

/** Whether the account that works now has coded records of a sample as the other coder. */
export function isOtherCoder(reader: Reader, audit: number, coder: Coder): boolean {
  const found = reader.database
    .prepare<[number, Coder, string], number>(
      'SELECT 1 FROM audit_code WHERE audit = ? AND coder <> ? AND coded_by = ? LIMIT 1',
    )
    .pluck()
    .get(audit, coder, userInfo().username);
  return found !== undefined;
}

/** Takes the code that a coder gave last back, where it is of the account at work. False when there is none. */
export function takeLastCode(writer: Writer, audit: number, coder: Coder): boolean {
  const taken = writer.database
    .prepare(
      `DELETE FROM audit_code WHERE audit = @audit AND coder = @coder AND coded_by = @by AND incident =
         (SELECT incident FROM audit_code JOIN audit_record USING (audit, incident)
          WHERE audit = @audit AND coder = @coder ORDER BY coded_at DESC, place DESC LIMIT 1)`,
    )
    .run({ audit, coder, by: userInfo().username });
  return taken.changes > 0;
}

/** Keeps what a coder said of a record, in place of what the same coder said before. */
export function keepCode(
  writer: Writer,
  audit: number,
  coder: Coder,
  incident: number,
  coded: Coded,
): void {
  writer.database
    .prepare(
      `INSERT INTO audit_code (audit, incident, coder, coded_at, coded_by, vawg, online, space)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (audit, incident, coder) DO UPDATE SET coded_at = excluded.coded_at,
         coded_by = excluded.coded_by, vawg = excluded.vawg, online = excluded.online, space = excluded.space`,
    )
    .run(
      audit,
      incident,
      coder,
      new Date().toISOString(),
      userInfo().username,
      coded.vawg ? 1 : 0,
      coded.online ? 1 : 0,
      coded.space,
    );
}
