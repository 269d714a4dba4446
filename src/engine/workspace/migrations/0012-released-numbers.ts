import type { Migration } from './migration.ts';

/**
 * The numbers of every edition that went out, printed or suppressed, with the sums that tie them: the next edition is
 * held against them, so that two cannot be subtracted. They hold true counts and never leave the workspace.
 */
export const releasedNumbers: Migration = {
  version: 12,
  name: 'released-numbers',
  sql: `
CREATE TABLE released_edition (
  id INTEGER PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('partner', 'public')),
  released_at TEXT NOT NULL,
  -- The audit entry of the disclosure, which names the recipient.
  audit TEXT NOT NULL,
  -- SHA-256 of the content, as printed on the certificate.
  content_hash TEXT NOT NULL,
  threshold INTEGER NOT NULL, round_to INTEGER NOT NULL,
  sums TEXT NOT NULL
) STRICT;
CREATE TABLE released_number (
  edition INTEGER NOT NULL REFERENCES released_edition (id),
  -- What is counted: incidents|space=public|month=2026-03.
  cell TEXT NOT NULL,
  count INTEGER NOT NULL, from_one INTEGER,
  -- Null: suppressed, or never printed.
  value INTEGER,
  PRIMARY KEY (edition, cell)
) STRICT, WITHOUT ROWID;
`,
};
