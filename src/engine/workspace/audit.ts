import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import type { AuditEntry, AuditReport } from '../../contract/results.ts';
import type { Reader, Writer } from './database.ts';

/** The hash before the first entry. */
const genesis = '0'.repeat(64);

/**
 * Facts an entry may hold: numbers, codes, versions and hashes. Never a reference, a name of a person, free text
 * from data, a coordinate or a path.
 */
export type AuditDetail = Readonly<
  Record<string, string | number | boolean | null | Readonly<Record<string, number | string>>>
>;

interface StoredEntry {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  detail: string;
  previous: string;
  hash: string;
}

function hashOf(entry: Omit<StoredEntry, 'hash'>): string {
  const content = JSON.stringify([
    entry.sequence,
    entry.at,
    entry.actor,
    entry.action,
    entry.detail,
    entry.previous,
  ]);
  return createHash('sha256').update(content).digest('hex');
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
    actor: userInfo().username,
    action,
    detail: JSON.stringify(detail),
    previous: last?.hash ?? genesis,
  };
  const hash = hashOf(entry);
  writer.database
    .prepare(
      `INSERT INTO audit_entry (sequence, at, actor, action, detail, previous, hash)
       VALUES (@sequence, @at, @actor, @action, @detail, @previous, @hash)`,
    )
    .run({ ...entry, hash });
  return hash;
}

/** All entries, oldest first. */
export function readAuditEntries(reader: Reader): AuditEntry[] {
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
 * Number of entries, the head of the chain, the latest twenty, and with `verify` whether every entry's hash and
 * link is as it was written and none is missing (null when not asked). A log cut at its end is only seen against
 * a head kept elsewhere.
 */
export function auditReport(reader: Reader, verify: boolean): AuditReport {
  const entries = readAuditEntries(reader);
  return {
    entries: entries.length,
    head: entries.at(-1)?.hash ?? genesis,
    intact: verify ? chainIsIntact(storedEntries(reader)) : null,
    latest: entries.slice(-20).reverse(),
  };
}

function storedEntries(reader: Reader): StoredEntry[] {
  return reader.database
    .prepare<[], StoredEntry>('SELECT * FROM audit_entry ORDER BY sequence')
    .all();
}

function chainIsIntact(entries: readonly StoredEntry[]): boolean {
  let previous = genesis;
  for (const [index, entry] of entries.entries()) {
    if (entry.sequence !== index + 1) return false;
    if (entry.previous !== previous || hashOf(entry) !== entry.hash) return false;
    previous = entry.hash;
  }
  return true;
}
