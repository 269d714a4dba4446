import type { Migration } from './migration.ts';

/** What a VAWG list says beside code, title and tier: without it, a list that is imported means something else. */
export const listColumns: Migration = {
  version: 6,
  name: 'list-columns',
  sql: `
ALTER TABLE offence_entry ADD COLUMN edition TEXT;
ALTER TABLE offence_entry ADD COLUMN conditions TEXT;
ALTER TABLE offence_entry ADD COLUMN source TEXT;
ALTER TABLE offence_entry ADD COLUMN valid_from TEXT;
`,
};
