import type { Sum } from '../../domain/disclosure/linked-counts.ts';
import type { DisclosureRule } from '../../domain/disclosure/rule.ts';
import type { KeptRelease } from '../../domain/figures/editions/ledger.ts';
import type { Reader, Writer } from './database.ts';

type Level = 'partner' | 'public';

interface StoredEdition {
  id: number;
  released_at: string;
  threshold: number;
  round_to: number;
  sums: string;
}

/** An edition that went out, as the next one is held against it. */
export interface ReleasedEdition {
  /** Counts up: a later edition has a larger one. */
  readonly number: number;
  readonly level: Level;
  readonly releasedAt: string;
  readonly release: KeptRelease;
}

/** The edition that went out last at a level; null where none did. */
export function latestRelease(reader: Reader, level: Level): ReleasedEdition | null {
  const found = reader.database
    .prepare<[Level], StoredEdition>(
      `SELECT id, released_at, threshold, round_to, sums FROM released_edition
       WHERE level = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(level);
  if (found === undefined) return null;
  const cells = reader.database
    .prepare<[number], KeptRelease['cells'][number]>(
      `SELECT cell AS id, count, from_one AS fromOne, value FROM released_number
       WHERE edition = ? ORDER BY cell`,
    )
    .all(found.id);
  return {
    number: found.id,
    level,
    releasedAt: found.released_at,
    release: {
      // As it was written below: only rules of the product are kept.
      rule: { threshold: found.threshold, roundTo: found.round_to } as DisclosureRule,
      cells,
      sums: JSON.parse(found.sums) as Sum[],
    },
  };
}

/** Keeps the numbers of an edition that goes out. Inside the caller's transaction. */
export function keepRelease(
  writer: Writer,
  release: KeptRelease,
  facts: { readonly level: Level; readonly audit: string; readonly contentHash: string },
): void {
  const { lastInsertRowid } = writer.database
    .prepare(
      `INSERT INTO released_edition (level, released_at, audit, content_hash, threshold, round_to, sums)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      facts.level,
      new Date().toISOString(),
      facts.audit,
      facts.contentHash,
      release.rule.threshold,
      release.rule.roundTo,
      JSON.stringify(release.sums),
    );
  const insert = writer.database.prepare(
    'INSERT INTO released_number (edition, cell, count, from_one, value) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { id, count, fromOne, value } of release.cells)
    insert.run(lastInsertRowid, id, count, fromOne, value);
}
