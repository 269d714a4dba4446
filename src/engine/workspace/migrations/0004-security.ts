import type { Migration } from './migration.ts';

/** Keyed marks in the audit log, under a key made here by SQLite's own random bytes; and sharing agreements. */
export const security: Migration = {
  version: 4,
  name: 'security',
  sql: `
ALTER TABLE audit_entry ADD COLUMN keyed INTEGER NOT NULL DEFAULT 0 CHECK (keyed IN (0, 1));
INSERT INTO setting (name, value) VALUES ('audit-key', lower(hex(randomblob(32))))
  ON CONFLICT (name) DO NOTHING;

CREATE TABLE agreement (
  reference TEXT PRIMARY KEY,
  party TEXT NOT NULL, purpose TEXT NOT NULL, gateway TEXT NOT NULL, regime TEXT NOT NULL,
  expires TEXT NOT NULL,
  registered_at TEXT NOT NULL, registered_by TEXT NOT NULL
) STRICT;
`,
};
