import type { Migration } from './migration.ts';

/**
 * What editions told of records by ground, as `shared_count` keeps it of layers: a later layer is held against it.
 * Apart from that table, since editions are held against each other by a rule of their own.
 */
export const editionCounts: Migration = {
  version: 13,
  name: 'edition-counts',
  sql: `
CREATE TABLE edition_count (
  id INTEGER PRIMARY KEY,
  evidence TEXT NOT NULL CHECK (evidence IN ('incident', 'perception')),
  -- SHA-256 of range and records: what was told before is kept once.
  hash TEXT NOT NULL,
  threshold INTEGER NOT NULL CHECK (threshold IN (3, 5, 10)),
  -- Range and keys of the records, packed (run-blob.ts).
  records BLOB NOT NULL,
  first_released_at TEXT NOT NULL,
  UNIQUE (evidence, threshold, hash)
) STRICT;
`,
};
