import type { Migration } from './migration.ts';

/**
 * The first file format. Grain: incident, victim and suspect are linked tables, each counted in its own unit.
 * Identifiers of people are keyed pseudonyms; addresses are not kept, only a keyed place key. Dates are text as
 * understood: YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM, so that precision is never invented.
 */
export const firstWorkspace: Migration = {
  version: 1,
  name: 'first workspace',
  sql: `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL,
  previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL, preset TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  rows INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL,
  duplicates INTEGER NOT NULL, updated INTEGER NOT NULL, without_location INTEGER NOT NULL,
  reasons TEXT NOT NULL, warnings TEXT NOT NULL,
  CHECK (rows = accepted + rejected + duplicates + updated)
) STRICT;
CREATE TABLE rejected_row (
  batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  line INTEGER NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_row_by_batch ON rejected_row (batch);
CREATE TABLE changed_value (
  batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  in_table TEXT NOT NULL, row_id INTEGER NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT
) STRICT;

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  identity TEXT NOT NULL, occurrence INTEGER NOT NULL, content TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('force', 'open-data')),
  reference TEXT, incident_reference TEXT,
  record_type TEXT NOT NULL CHECK (record_type IN ('crime', 'non-crime')), crime_status TEXT,
  offence_title TEXT, offence_code TEXT,
  recorded_on TEXT, reported_on TEXT, occurred_from TEXT, occurred_to TEXT,
  easting REAL, northing REAL, position_from TEXT,
  postcode TEXT, place_key TEXT, location_type TEXT, location_text TEXT, area_code TEXT,
  at_home_address_of TEXT,
  domestic_abuse INTEGER, honour_based INTEGER, child_exploitation INTEGER, online INTEGER,
  alcohol INTEGER, knife INTEGER, hate INTEGER, police_perpetrated INTEGER,
  risk_level TEXT, risk_indicators TEXT,
  order_type TEXT, order_made_on TEXT, order_breached_on TEXT,
  referral_service TEXT, referred_on TEXT,
  arrested INTEGER, pre_charge_bail INTEGER, file_submitted INTEGER,
  outcome_code TEXT, outcome_on TEXT, platform TEXT, summary TEXT
) STRICT;
CREATE INDEX incident_by_identity ON incident (identity, occurrence);

CREATE TABLE victim (
  id INTEGER PRIMARY KEY,
  incident INTEGER NOT NULL REFERENCES incident (id),
  batch INTEGER NOT NULL, identity TEXT NOT NULL,
  person TEXT, sex TEXT, gender TEXT, age_years INTEGER,
  ethnicity TEXT, ethnicity_officer TEXT, disability TEXT, home_area TEXT,
  UNIQUE (incident, identity)
) STRICT;
CREATE TABLE suspect (
  id INTEGER PRIMARY KEY,
  incident INTEGER NOT NULL REFERENCES incident (id),
  batch INTEGER NOT NULL, identity TEXT NOT NULL,
  person TEXT, status TEXT, sex TEXT, age_years INTEGER,
  ethnicity TEXT, ethnicity_officer TEXT, home_area TEXT,
  UNIQUE (incident, identity)
) STRICT;
CREATE TABLE victim_suspect (
  incident INTEGER NOT NULL REFERENCES incident (id),
  victim INTEGER NOT NULL REFERENCES victim (id),
  suspect INTEGER NOT NULL REFERENCES suspect (id),
  batch INTEGER NOT NULL, relationship TEXT,
  PRIMARY KEY (incident, victim, suspect)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_event (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  identity TEXT NOT NULL, occurrence INTEGER NOT NULL, content TEXT NOT NULL,
  reference TEXT, source TEXT, category TEXT, occurred_from TEXT, occurred_to TEXT,
  easting REAL, northing REAL, position_from TEXT,
  postcode TEXT, location_type TEXT, location_text TEXT, location_confidence TEXT, area_code TEXT,
  sex TEXT, age_years INTEGER, description TEXT
) STRICT;
CREATE INDEX partner_event_by_identity ON partner_event (identity, occurrence);

CREATE TABLE perception (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  identity TEXT NOT NULL, occurrence INTEGER NOT NULL, content TEXT NOT NULL,
  reference TEXT, reported_on TEXT,
  easting REAL, northing REAL, position_from TEXT,
  postcode TEXT, location_type TEXT, location_text TEXT, area_code TEXT,
  environment_reasons TEXT, behaviour_reasons TEXT, other_reason TEXT, why_not_reported TEXT,
  age_band TEXT, sex TEXT, gender TEXT, ethnicity TEXT, religion TEXT, sexual_orientation TEXT, disability TEXT
) STRICT;
CREATE INDEX perception_by_identity ON perception (identity, occurrence);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  identity TEXT NOT NULL, occurrence INTEGER NOT NULL, content TEXT NOT NULL,
  engagement TEXT NOT NULL, held_on TEXT, method TEXT, organisation TEXT,
  participants INTEGER, women INTEGER, girls INTEGER, black_and_minoritised INTEGER,
  migrant INTEGER, disabled INTEGER, lgbt INTEGER,
  place TEXT, easting REAL, northing REAL, position_from TEXT,
  postcode TEXT, location_type TEXT, location_text TEXT, area_code TEXT,
  time_of_day TEXT, space TEXT, reason TEXT, quote TEXT, response TEXT
) STRICT;
CREATE INDEX statement_by_identity ON statement (identity, occurrence);

CREATE TABLE venue (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  identity TEXT NOT NULL, occurrence INTEGER NOT NULL, content TEXT NOT NULL,
  reference TEXT, name TEXT NOT NULL, category TEXT, capacity INTEGER, closing_time TEXT,
  easting REAL, northing REAL, position_from TEXT,
  postcode TEXT, location_type TEXT, location_text TEXT, area_code TEXT
) STRICT;
CREATE INDEX venue_by_identity ON venue (identity, occurrence);

CREATE TABLE population (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  identity TEXT NOT NULL, occurrence INTEGER NOT NULL, content TEXT NOT NULL,
  area_code TEXT NOT NULL, sex TEXT, age_band TEXT, ethnicity TEXT, disability TEXT,
  people INTEGER NOT NULL
) STRICT;
CREATE INDEX population_by_identity ON population (identity, occurrence);

CREATE TABLE area (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  identity TEXT NOT NULL, occurrence INTEGER NOT NULL, content TEXT NOT NULL,
  code TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
  polygons TEXT NOT NULL
) STRICT;
CREATE INDEX area_by_identity ON area (identity, occurrence);

CREATE TABLE column_store (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE analysis_run (
  id TEXT PRIMARY KEY, method TEXT NOT NULL, parameters TEXT NOT NULL, filter TEXT NOT NULL,
  fingerprint TEXT NOT NULL, made_at TEXT NOT NULL,
  count_in INTEGER NOT NULL, left_out TEXT NOT NULL, summary TEXT NOT NULL
) STRICT;
`,
};
