import type { Migration } from './migration.ts';

const position = 'easting REAL, northing REAL, position_from TEXT';
const place = `${position}, postcode TEXT, location_type TEXT, location_text TEXT, area_code TEXT`;
const record = `id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED`;

/**
 * Intake of every kind of file. Who a record is and what it says moves from text columns with an index into
 * `row_index`, one blob of 64-bit hashes a batch, read whole before an import; each kind has its table; a batch
 * can be taken back, so it notes which earlier batches it rests on. The tables of the first format are made anew:
 * a file that holds imported rows in that trial format is refused before this step (see open.ts).
 */
export const intake: Migration = {
  version: 2,
  name: 'intake',
  sql: `
DROP TABLE victim_suspect;
DROP TABLE victim;
DROP TABLE suspect;
DROP TABLE incident;
DROP TABLE partner_event;
DROP TABLE perception;
DROP TABLE statement;
DROP TABLE venue;
DROP TABLE population;
DROP TABLE area;

ALTER TABLE import_batch ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE import_batch ADD COLUMN rests_on TEXT NOT NULL DEFAULT '[]';
ALTER TABLE import_batch ADD COLUMN undone_at TEXT;
CREATE INDEX changed_value_by_batch ON changed_value (batch);

CREATE TABLE row_index (
  in_table TEXT NOT NULL, batch INTEGER NOT NULL, entries BLOB NOT NULL,
  PRIMARY KEY (in_table, batch)
) STRICT;

CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

-- Columns named ..._on, occurred_from and occurred_to are moments (src/domain/time/moment.ts); other INTEGER
-- columns but counts, flags and ids are numbers of words.
CREATE TABLE incident (
  ${record},
  source INTEGER NOT NULL, reference TEXT, incident_reference TEXT,
  record_type INTEGER NOT NULL, crime_status INTEGER,
  offence_title INTEGER, offence_code INTEGER,
  recorded_on INTEGER, reported_on INTEGER, occurred_from INTEGER, occurred_to INTEGER,
  ${position}, postcode TEXT, location_type INTEGER, location_text TEXT, area_code INTEGER,
  place_key TEXT, at_home_address_of INTEGER,
  domestic_abuse INTEGER, honour_based INTEGER, child_exploitation INTEGER, online INTEGER,
  alcohol INTEGER, knife INTEGER, hate INTEGER, police_perpetrated INTEGER,
  risk_level INTEGER, risk_indicators INTEGER,
  order_type INTEGER, order_made_on INTEGER, order_breached_on INTEGER,
  referral_service INTEGER, referred_on INTEGER,
  arrested INTEGER, pre_charge_bail INTEGER, file_submitted INTEGER,
  outcome_code INTEGER, outcome_on INTEGER, platform INTEGER, summary TEXT
) STRICT;
CREATE TABLE victim (
  ${record}, incident INTEGER NOT NULL REFERENCES incident (id),
  person TEXT, sex INTEGER, gender INTEGER, age_years INTEGER,
  ethnicity INTEGER, ethnicity_officer INTEGER, disability INTEGER, home_area INTEGER
) STRICT;
CREATE TABLE suspect (
  ${record}, incident INTEGER NOT NULL REFERENCES incident (id),
  person TEXT, status INTEGER, sex INTEGER, age_years INTEGER,
  ethnicity INTEGER, ethnicity_officer INTEGER, home_area INTEGER
) STRICT;
CREATE TABLE victim_suspect (
  ${record}, incident INTEGER NOT NULL REFERENCES incident (id),
  victim INTEGER NOT NULL REFERENCES victim (id),
  suspect INTEGER NOT NULL REFERENCES suspect (id),
  relationship INTEGER
) STRICT;

CREATE TABLE partner_event (
  ${record}, ${place},
  reference TEXT, source TEXT, category TEXT, occurred_from TEXT, occurred_to TEXT,
  location_confidence TEXT, sex TEXT, age_years INTEGER, description TEXT
) STRICT;
CREATE TABLE perception (
  ${record}, ${place},
  reference TEXT, reported_on TEXT,
  environment_reasons TEXT, behaviour_reasons TEXT, other_reason TEXT, why_not_reported TEXT,
  age_band TEXT, sex TEXT, gender TEXT, ethnicity TEXT, religion TEXT, sexual_orientation TEXT, disability TEXT
) STRICT;
CREATE TABLE statement (
  ${record}, ${place},
  engagement TEXT NOT NULL, held_on TEXT, method TEXT, organisation TEXT,
  participants INTEGER, women INTEGER, girls INTEGER, black_and_minoritised INTEGER,
  migrant INTEGER, disabled INTEGER, lgbt INTEGER,
  place TEXT, time_of_day TEXT, space TEXT, reason TEXT, quote TEXT, response TEXT
) STRICT;
CREATE TABLE venue (
  ${record}, ${place},
  reference TEXT, name TEXT NOT NULL, category TEXT, capacity INTEGER, closing_time TEXT
) STRICT;
CREATE TABLE activity (
  ${record}, ${place},
  reference TEXT, type TEXT, from_time TEXT, to_time TEXT, hours REAL, owner TEXT
) STRICT;
CREATE TABLE police_outcome (
  ${record}, ${place},
  reference TEXT, outcome_on TEXT, outcome_code TEXT
) STRICT;
CREATE TABLE stop_and_search (
  ${record}, ${place},
  type TEXT, occurred_from TEXT, sex TEXT, age_band TEXT, ethnicity TEXT, ethnicity_officer TEXT,
  legislation TEXT, object_of_search TEXT, outcome_code TEXT
) STRICT;
CREATE TABLE calendar_entry (
  ${record}, name TEXT NOT NULL, type TEXT, from_time TEXT, to_time TEXT, venue_reference TEXT
) STRICT;

CREATE TABLE area (
  ${record}, code TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, polygons TEXT NOT NULL
) STRICT;
CREATE TABLE population (
  ${record}, area_code TEXT NOT NULL, sex TEXT, age_band TEXT, ethnicity TEXT, disability TEXT,
  people INTEGER NOT NULL
) STRICT;
CREATE TABLE deprivation (${record}, area_code TEXT NOT NULL, rank INTEGER, decile INTEGER) STRICT;
CREATE TABLE area_lookup (${record}, from_code TEXT NOT NULL, to_code TEXT NOT NULL, change TEXT) STRICT;
CREATE TABLE postcode (${record}, postcode TEXT NOT NULL, ${position}) STRICT;
CREATE INDEX postcode_by_postcode ON postcode (postcode);

CREATE TABLE offence_entry (
  ${record}, class TEXT, code TEXT, cjs_code TEXT, title TEXT, aliases TEXT, tier TEXT, threat TEXT
) STRICT;
CREATE TABLE harm_weight (${record}, list TEXT, edition TEXT, code TEXT NOT NULL, weight REAL NOT NULL) STRICT;
CREATE TABLE comparator (
  ${record}, period TEXT, force TEXT, offence_code TEXT NOT NULL, outcome TEXT, number REAL NOT NULL
) STRICT;
CREATE TABLE capability (${record}, item TEXT NOT NULL, period TEXT, number REAL, note TEXT) STRICT;
CREATE TABLE conduct (${record}, item TEXT NOT NULL, period TEXT, number REAL, note TEXT) STRICT;

CREATE TABLE derived_position (
  in_table TEXT NOT NULL, row_id INTEGER NOT NULL,
  easting REAL, northing REAL, area_code TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('exact', 'likely', 'area-only', 'none')),
  matched TEXT, because TEXT NOT NULL, decision TEXT CHECK (decision IN ('accepted', 'refused')),
  PRIMARY KEY (in_table, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE mapping (
  name TEXT PRIMARY KEY, kind TEXT NOT NULL, header TEXT NOT NULL, map TEXT NOT NULL,
  dates TEXT, saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recording_change (
  id INTEGER PRIMARY KEY, changed_on TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL, source TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE incident_text USING fts5 (summary, content = '', contentless_delete = 1);
`,
};
