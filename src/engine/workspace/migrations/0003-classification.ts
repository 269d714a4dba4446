import type { Migration } from './migration.ts';

/**
 * Rules and lists in versions that are all kept, the analyst's decisions on records, and random audits. A
 * decision or an audited record goes with its incident when a batch is taken back (undo.ts).
 */
export const classification: Migration = {
  version: 3,
  name: 'classification',
  sql: `
-- Columns of the format before are made anew from the rows.
DELETE FROM column_store;
DELETE FROM setting WHERE name IN ('classified-version', 'classification-summary');

CREATE TABLE kept_list (
  kind TEXT NOT NULL CHECK (kind IN ('rules', 'code-list')),
  version TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL,
  saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_decision (
  id INTEGER PRIMARY KEY,
  decided_at TEXT NOT NULL, decided_by TEXT NOT NULL,
  question TEXT NOT NULL CHECK (question IN ('vawg', 'online', 'space')),
  answer TEXT NOT NULL, why TEXT NOT NULL, undone_at TEXT
) STRICT;
CREATE TABLE decided_record (
  decision INTEGER NOT NULL REFERENCES review_decision (id),
  incident INTEGER NOT NULL REFERENCES incident (id),
  PRIMARY KEY (decision, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX decided_record_by_incident ON decided_record (incident);

CREATE TABLE audit_sample (
  id INTEGER PRIMARY KEY, drawn_at TEXT NOT NULL, drawn_by TEXT NOT NULL, seed INTEGER NOT NULL
) STRICT;
CREATE TABLE audit_record (
  audit INTEGER NOT NULL REFERENCES audit_sample (id),
  place INTEGER NOT NULL,
  incident INTEGER NOT NULL REFERENCES incident (id),
  PRIMARY KEY (audit, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_code (
  audit INTEGER NOT NULL REFERENCES audit_sample (id),
  incident INTEGER NOT NULL REFERENCES incident (id),
  coder TEXT NOT NULL CHECK (coder IN ('first', 'second')),
  coded_at TEXT NOT NULL, coded_by TEXT NOT NULL,
  vawg INTEGER NOT NULL, online INTEGER NOT NULL, space TEXT NOT NULL,
  PRIMARY KEY (audit, incident, coder)
) STRICT, WITHOUT ROWID;
`,
};
