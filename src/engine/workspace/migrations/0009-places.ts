import type { Migration } from './migration.ts';

/**
 * The register of locations of concern. A place keeps its number, name and notes while the cells behind it change
 * with each run; what the analyst changes is kept with the value before, so that it can be taken back.
 */
export const places: Migration = {
  version: 9,
  name: 'places',
  sql: `
CREATE TABLE concern_place (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES analysis_run (id),
  -- The grid of the run and the indexes of the place's cells in it, as JSON.
  grid TEXT NOT NULL, cells TEXT NOT NULL,
  highest_z REAL NOT NULL,
  suggested_name TEXT NOT NULL, own_name TEXT,
  note TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'confirmed', 'set-aside')),
  patrollable TEXT CHECK (patrollable IN ('yes', 'no')),
  found_at TEXT NOT NULL
) STRICT;
CREATE TABLE concern_place_change (
  id INTEGER PRIMARY KEY, place INTEGER NOT NULL REFERENCES concern_place (id),
  changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('own_name', 'note', 'status', 'patrollable')),
  old_value TEXT, new_value TEXT, undone_at TEXT
) STRICT;
`,
};
