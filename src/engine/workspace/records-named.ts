import type { Reader } from './database.ts';
import { keptPseudonym, pseudonyms } from './identity.ts';
import { pseudonymKeys } from './pseudonym-keys.ts';

/** Shorter words are too common to be a reference of anything. */
const shortest = 3;

/**
 * How many words of a text are a reference of an incident, or an identifier of a victim or suspect, of this workspace.
 * People are found through their pseudonyms, since their identifiers are not kept.
 */
export function recordsNamedIn(reader: Reader, text: string): number {
  const words = [
    ...new Set(
      text
        .split(/[\s,;:()[\]"“”]+/)
        .map((word) => word.replace(/^[.'‘]+|[.'’!?]+$/g, ''))
        .filter((word) => word.length >= shortest),
    ),
  ];
  const keys = pseudonymKeys(reader);
  const asRead = pseudonyms(keys);
  const kept = keptPseudonym(keys);
  const people = words.flatMap((word) => {
    const pseudonym = asRead('person', word);
    return pseudonym === null ? [] : [kept(pseudonym)];
  });
  const count = (table: string, column: string, values: readonly string[]): number =>
    reader.database
      .prepare<[string], number>(
        `SELECT count(*) FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`,
      )
      .pluck()
      .get(JSON.stringify(values)) ?? 0;
  return (
    count('incident', 'reference', words) +
    count('incident', 'incident_reference', words) +
    count('victim', 'person', people) +
    count('suspect', 'person', people)
  );
}
