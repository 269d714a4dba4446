import Database from 'better-sqlite3';
import { applicationId } from '../../src/engine/workspace/database.ts';
import { migrations } from '../../src/engine/workspace/migrations/all.ts';

/**
 * Writes a workspace file as the format of `version` had it: the first migrations make the empty file, and what the
 * columns of that format can hold comes over from `from`, which must be closed. The index of free text is made anew.
 */
export function writeOldFormat(from: string, to: string, version: number): void {
  const old = new Database(to);
  old.pragma('foreign_keys = OFF');
  for (const step of migrations) if (step.version <= version) old.exec(step.sql);
  old.pragma(`user_version = ${version}`);
  old.pragma(`application_id = ${applicationId}`);
  old.prepare('ATTACH ? AS present').run(from);
  const tables = old
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  const columnsOf = (schema: string, table: string): string[] =>
    old
      .prepare<[string, string], string>('SELECT name FROM pragma_table_info(?, ?)')
      .pluck()
      .all(table, schema);
  for (const table of tables) {
    const present = new Set(columnsOf('present', table));
    const shared = columnsOf('main', table)
      .filter((column) => present.has(column))
      .join(', ');
    if (shared === '') continue;
    old.exec(
      `INSERT OR REPLACE INTO main.${table} (${shared}) SELECT ${shared} FROM present.${table}`,
    );
  }
  old.exec("DELETE FROM setting WHERE name = 'text-indexed-until'");
  old.exec('DETACH present');
  old.close();
}
