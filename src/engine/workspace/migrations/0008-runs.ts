import type { Migration } from './migration.ts';

/**
 * Runs are kept whole: the question, so that it can be asked again, and the tables, so that what was seen can be
 * seen again when the data has changed. Runs of the formats before have neither and stay as figures.
 */
export const wholeRuns: Migration = {
  version: 8,
  name: 'whole-runs',
  sql: `
ALTER TABLE analysis_run ADD COLUMN question TEXT;
ALTER TABLE analysis_run ADD COLUMN weight TEXT NOT NULL DEFAULT 'count';
ALTER TABLE analysis_run ADD COLUMN departures TEXT NOT NULL DEFAULT '[]';
-- The tables, packed (run-blob.ts), and the SHA-256 of their bytes before packing.
ALTER TABLE analysis_run ADD COLUMN result BLOB;
ALTER TABLE analysis_run ADD COLUMN result_hash TEXT;
`,
};
