import type { Migration } from './migration.ts';

/**
 * What was told in shared layers: for each number its range and the records that it counted, by numbers that mean
 * nothing outside this file and are never used again. A later share is held against them.
 */
export const sharedCounts: Migration = {
  version: 10,
  name: 'shared-counts',
  sql: `
CREATE TABLE shared_count (
  id INTEGER PRIMARY KEY,
  evidence TEXT NOT NULL CHECK (evidence IN ('incident', 'perception')),
  -- SHA-256 of range and records: what was told before is kept once.
  hash TEXT NOT NULL,
  -- Of the rule that it was told under: who was told smaller numbers holds more to subtract from.
  threshold INTEGER NOT NULL CHECK (threshold IN (3, 5, 10)),
  least INTEGER NOT NULL, most INTEGER NOT NULL,
  -- Keys of the records, packed (run-blob.ts): batch * 2^32 + row.
  records BLOB NOT NULL,
  first_shared_at TEXT NOT NULL,
  UNIQUE (evidence, threshold, hash)
) STRICT;
`,
};
