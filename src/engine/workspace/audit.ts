import { createHash, createHmac } from 'node:crypto';
import { userInfo } from 'node:os';
import type { AuditEntry, AuditReport } from '../../contract/results.ts';
import type { Reader, Writer } from './database.ts';
import { readSetting } from './settings.ts';

/** The hash before the first entry. */
const genesis = '0'.repeat(64);

/**
 * Facts an entry may hold: numbers, codes, versions and hashes. Never a reference, a name of a person, free text
 * from data, a coordinate or a path.
 */
export type AuditDetail = Readonly<
  Record<string, string | number | boolean | null | Readonly<Record<string, number | string>>>
>;

/** An entry of the log as it lies in the file. */
export interface StoredEntry {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  detail: string;
  previous: string;
  hash: string;
  /** 1 when the hash is keyed; entries of earlier formats are not. */
  keyed: number;
}

/**
 * The mark of an entry over all that it says and the mark before it: an HMAC under the workspace's own key. Who can
 * write to a plain file can read that key too; in an encrypted file the passphrase is needed first. Whoever has both
 * can write another history, and only a head kept elsewhere tells (docs/audit.md).
 */
function hashOf(entry: Omit<StoredEntry, 'hash'>, key: string): string {
  const content = JSON.stringify([
    entry.sequence,
    entry.at,
    entry.actor,
    entry.action,
    entry.detail,
    entry.previous,
  ]);
  return entry.keyed === 1
    ? createHmac('sha256', key).update(content).digest('hex')
    : createHash('sha256').update(content).digest('hex');
}

function keyOf(handle: Reader | Writer): string {
  return readSetting(handle, 'audit-key') ?? '';
}

/**
 * Appends one entry, chained to the one before by its hash, and returns the entry's hash. Call it inside the
 * transaction of the work it records, so that neither exists without the other.
 */
export function appendAudit(writer: Writer, action: string, detail: AuditDetail): string {
  const last = writer.database
    .prepare<[], { sequence: number; hash: string }>(
      'SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1',
    )
    .get();
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at: new Date().toISOString(),
    actor: actorOf(writer),
    action,
    detail: JSON.stringify(detail),
    previous: last?.hash ?? genesis,
    keyed: 1,
  };
  const hash = hashOf(entry, keyOf(writer));
  writer.database
    .prepare(
      `INSERT INTO audit_entry (sequence, at, actor, action, detail, previous, hash, keyed)
       VALUES (@sequence, @at, @actor, @action, @detail, @previous, @hash, @keyed)`,
    )
    .run({ ...entry, hash });
  return hash;
}

/** Who is at work: the operating system account, with the key slot's owner before it where the workspace has slots. */
export function actorOf({ user }: Pick<Writer, 'user'>): string {
  const account = userInfo().username;
  return user === null ? account : `${user} (${account})`;
}

/** All entries, oldest first. */
export function readAuditEntries(reader: Reader | Writer): AuditEntry[] {
  return storedEntries(reader).map((entry) => ({
    sequence: entry.sequence,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    detail: detailOf(entry.detail),
    hash: entry.hash,
  }));
}

/** The detail of an entry; one that was tampered with is told as unreadable, so that the log can still be shown. */
function detailOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { unreadable: true };
  }
}

/**
 * Number of entries, the head of the chain, the latest entries, and with `verify` whether every entry's mark and link
 * is as it was written and none is missing (null when not asked).
 *
 * @param anchor A head that was kept elsewhere (printed in a document, a pack, a backup): it must stand in the chain,
 * else the log was cut, rolled back or written anew since. Null when none is given.
 */
export function auditReport(
  reader: Reader,
  {
    verify,
    anchor = null,
    limit = 20,
  }: { verify: boolean; anchor?: string | null; limit?: number },
): AuditReport {
  const entries = readAuditEntries(reader);
  const place = anchor === null ? null : entries.findIndex(({ hash }) => hash === anchor);
  return {
    entries: entries.length,
    head: entries.at(-1)?.hash ?? genesis,
    intact: verify ? chainIsIntact(storedEntries(reader), keyOf(reader)) && place !== -1 : null,
    anchored: place === null ? null : place >= 0,
    latest: entries.slice(-limit).reverse(),
  };
}

function storedEntries(reader: Reader | Writer): StoredEntry[] {
  return reader.database
    .prepare<[], StoredEntry>('SELECT * FROM audit_entry ORDER BY sequence')
    .all();
}

function chainIsIntact(entries: readonly StoredEntry[], key: string): boolean {
  return intactEntries(entries, key) === entries.length;
}

/** How many entries from the first on are as they were written, none missing between them. */
export function intactEntries(entries: readonly StoredEntry[], key: string): number {
  let previous = genesis;
  let wasKeyed = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.sequence !== index + 1) return index;
    if (entry.previous !== previous || hashOf(entry, key) !== entry.hash) return index;
    // After the first keyed entry none may do without: it could have been written by somebody without the key.
    if (wasKeyed && entry.keyed !== 1) return index;
    wasKeyed = entry.keyed === 1;
    previous = entry.hash;
  }
  return entries.length;
}
