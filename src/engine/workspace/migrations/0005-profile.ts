import type { Migration } from './migration.ts';

/**
 * The draft of the profile as items, every change of them with what was there before, and published versions. A
 * version holds its document whole: nothing of it is made anew later.
 */
export const profile: Migration = {
  version: 5,
  name: 'profile',
  sql: `
CREATE TABLE profile_item (
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_edit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, by TEXT NOT NULL,
  kind TEXT NOT NULL, number INTEGER NOT NULL,
  before TEXT, after TEXT,
  undone_at TEXT
) STRICT;

CREATE TABLE profile_version (
  version TEXT PRIMARY KEY,
  published_at TEXT NOT NULL, published_by TEXT NOT NULL, note TEXT NOT NULL,
  code_list TEXT NOT NULL, rules TEXT NOT NULL, fingerprint TEXT NOT NULL,
  facts TEXT NOT NULL,
  document BLOB NOT NULL,
  hash TEXT NOT NULL,
  retain_until TEXT
) STRICT;
`,
};
