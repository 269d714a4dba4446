import type { Migration } from './migration.ts';

/**
 * The base map stays in its own file, which may be many gigabytes: the workspace keeps where it is, how to know it
 * again, and what has to be said of it. The one that came last counts; taking its batch back gives the one before.
 */
export const baseMaps: Migration = {
  version: 11,
  name: 'base-maps',
  sql: `
CREATE TABLE base_map (
  batch INTEGER PRIMARY KEY REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  path TEXT NOT NULL,
  -- SHA-256 of the file's size and its first bytes.
  mark TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('raster', 'vector')),
  name TEXT NOT NULL, attribution TEXT NOT NULL,
  min_zoom INTEGER NOT NULL, max_zoom INTEGER NOT NULL,
  -- Degrees west, south, east, north as JSON; null when the file does not say.
  bounds TEXT,
  tiles INTEGER NOT NULL
) STRICT;
`,
};
