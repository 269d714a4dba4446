import type { WorkspaceCheck } from '../../contract/results.ts';
import { auditReport } from './audit.ts';
import { loadClasses, loadFacts } from './column-store.ts';
import type { Reader } from './database.ts';
import { readSetting } from './settings.ts';

const damaged =
  'The database file is damaged. Restore the latest backup, or salvage what can be read into a new file.';

/**
 * Looks the whole file over: SQLite's own check, links between tables, the audit chain, every batch's counts
 * against the rows it left, and the columns against their fingerprint. Changes nothing.
 */
export function checkWorkspace(reader: Reader): WorkspaceCheck {
  const problems: string[] = [];
  const damage = reader.database.pragma('integrity_check', { simple: true });
  // What else is asked would be read from damaged pages.
  if (damage !== 'ok') return { intact: false, problems: [damaged] };
  const broken = reader.database.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) problems.push(`${broken.length} rows point at rows that are not there.`);
  if (auditReport(reader, { verify: true }).intact === false) {
    problems.push('The audit log was changed after it was written.');
  }
  const missing = reader.database
    .prepare<[], number>(
      `SELECT count(*) FROM import_batch
       WHERE undone_at IS NULL AND rejected <> (SELECT count(*) FROM rejected_row WHERE batch = import_batch.id)`,
    )
    .pluck()
    .get();
  if (missing !== 0)
    problems.push(`${missing} batches do not have as many rejected rows as counted.`);
  if (readSetting(reader, 'facts-version') !== null) {
    const facts = loadFacts(reader);
    const isWhole =
      facts !== null &&
      (readSetting(reader, 'classified-version') === null ||
        loadClasses(reader, facts.hash) !== null);
    if (!isWhole) {
      problems.push('The columns do not match their fingerprint. Classify again to rebuild them.');
    }
  }
  return { intact: problems.length === 0, problems };
}
