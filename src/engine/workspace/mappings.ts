import type { Mapping } from '../../contract/intake.ts';
import type { ImportKind } from '../../contract/results.ts';
import type { Reader, Writer } from './database.ts';

interface StoredMapping {
  readonly name: string;
  readonly kind: string;
  readonly header: string;
  readonly map: string;
  readonly dates: string | null;
  readonly savedAt: string;
}

/** The analyst's saved mappings, by name. */
export function allMappings(reader: Reader | Writer): Mapping[] {
  return reader.database
    .prepare<[], StoredMapping>(
      'SELECT name, kind, header, map, dates, saved_at AS savedAt FROM mapping ORDER BY name',
    )
    .all()
    .map((row) => ({
      name: row.name,
      kind: row.kind as ImportKind,
      header: JSON.parse(row.header) as string[],
      map: JSON.parse(row.map) as Record<string, string>,
      dates: row.dates as Mapping['dates'],
      savedAt: row.savedAt,
    }));
}

/** Keeps a mapping under its name, new or in place of the one of that name. */
export function saveMapping(writer: Writer, mapping: Omit<Mapping, 'savedAt'>): void {
  writer.database
    .prepare(
      `INSERT OR REPLACE INTO mapping (name, kind, header, map, dates, saved_at) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(
      mapping.name,
      mapping.kind,
      JSON.stringify(mapping.header),
      JSON.stringify(mapping.map),
      mapping.dates,
      new Date().toISOString(),
    );
}

/** Forgets a mapping; one that is not there is forgotten already. */
export function removeMapping(writer: Writer, name: string): void {
  writer.database.prepare('DELETE FROM mapping WHERE name = ?').run(name);
}
