import type { Migration } from './migration.ts';

/**
 * The edition of codes beside what differs from one edition to the next: LSOAs of 2011 and of 2021 share most of
 * their codes and none of their meaning where they were split. A batch keeps the column names of its file, so
 * that its rejected rows can be written as a file that is imported again; it is null for batches before this step.
 */
export const editions: Migration = {
  version: 7,
  name: 'editions',
  sql: `
ALTER TABLE area ADD COLUMN edition TEXT NOT NULL DEFAULT '';
ALTER TABLE deprivation ADD COLUMN edition TEXT NOT NULL DEFAULT '';
ALTER TABLE import_batch ADD COLUMN header TEXT;
`,
};
