import { randomBytes } from 'node:crypto';
import type { Reader, Writer } from './database.ts';
import { keptPseudonym } from './identity.ts';
import { readSetting, writeSetting } from './settings.ts';

/** The workspace's keys of pseudonyms, oldest first, with a space between two. Never leave the file. */
export function pseudonymKeys(handle: Reader | Writer): string {
  return readSetting(handle, 'pseudonym-key') ?? '';
}

/** Which key pseudonyms are under now, from 1: what is written down with one, since it holds for that key alone. */
export function pseudonymKeyNumber(handle: Reader | Writer): number {
  return pseudonymKeys(handle).split(' ').length;
}

/** Where pseudonyms stand: of people, and of addresses. */
const pseudonymColumns = [
  ['victim', 'person'],
  ['suspect', 'person'],
  ['incident', 'place_key'],
] as const;

/** How many pseudonyms were renewed, by where they stand. */
export type RenewedPseudonyms = Readonly<Record<'victims' | 'suspects' | 'places', number>>;

/**
 * Adds a key and puts every pseudonym under it, those kept for undo too. Inside the caller's transaction. `scrub` has
 * to follow, since the old ones are still on the disk until the file is written anew. Who is the same person as whom
 * stays as it was, so nothing that was counted changes.
 */
export function renewPseudonyms(writer: Writer): RenewedPseudonyms {
  const { database } = writer;
  const added = randomBytes(32).toString('hex');
  // The first place of a list of keys is the key of reading; only what comes after it is applied to what is kept.
  const renewed = keptPseudonym(`${added} ${added}`);
  database.function('renewed_pseudonym', (text: unknown) => renewed(String(text)));
  const [victims = 0, suspects = 0, places = 0] = pseudonymColumns.map(
    ([table, column]) =>
      database
        .prepare(
          `UPDATE ${table} SET ${column} = renewed_pseudonym(${column}) WHERE ${column} IS NOT NULL`,
        )
        .run().changes,
  );
  for (const [table, column] of pseudonymColumns) {
    for (const value of ['before', 'after']) {
      database
        .prepare(
          `UPDATE changed_value SET ${value} = renewed_pseudonym(${value})
           WHERE in_table = ? AND field = ? AND ${value} IS NOT NULL`,
        )
        .run(table, column);
    }
  }
  writeSetting(writer, 'pseudonym-key', `${pseudonymKeys(writer)} ${added}`);
  return { victims, suspects, places };
}
