import { FailureError } from '../contract/outcome.ts';
import { findPersonalWords, type PersonalKind } from '../domain/profile/partner-words.ts';
import type { Reader } from './workspace/database.ts';
import { recordsNamedIn } from './workspace/records-named.ts';

/** A field's name as a form shows it, and what was typed. */
export type OutgoingWords = Readonly<Record<string, string>>;

const neverHere = new Set<PersonalKind>(['telephone', 'e-mail', 'postcode']);
/** As a workspace writes the pseudonym of a person or an address. */
const pseudonym = /\b[0-9a-f]{16}\b/gi;
/** Years and sections of acts: a force may number records so too, but here they are none. */
const shortNumber = /(?<![\w/-])\d{1,4}(?![\w/-])/g;

/**
 * Refuses words that an analyst types beside a share (its purpose, who decided and why) and that leave with it, where
 * they hold what never leaves: a reference or a person's identifier of this workspace, a pseudonym, a telephone
 * number, an e-mail address or a postcode. A person's name cannot be told from a place's, so forms warn of it.
 *
 * @throws FailureError `not-permitted`, which names the field and the kind, and never repeats the words.
 */
export function refusePersonalWords(reader: Reader, fields: OutgoingWords): void {
  for (const [field, words] of Object.entries(fields)) {
    const kind = personalKindIn(reader, words);
    if (kind === null) continue;
    throw new FailureError(
      'not-permitted',
      `${field} has ${kind} in it. These words leave with what is shared and stand in the log, so nothing was written.`,
      'Say it without anything that points at a person: a decision or a request by its own number is enough.',
      { field, kind },
    );
  }
}

function personalKindIn(reader: Reader, words: string): string | null {
  const pattern = findPersonalWords(words).find(({ kind }) => neverHere.has(kind));
  if (pattern !== undefined)
    return pattern.kind === 'e-mail' ? 'an e-mail address' : `a ${phrase(pattern.kind)}`;
  if (words.match(pseudonym) !== null) return 'a pseudonym';
  const named = recordsNamedIn(reader, words.replaceAll(shortNumber, ' '));
  return named > 0 ? 'a reference of a record or a person of this workspace' : null;
}

function phrase(kind: PersonalKind): string {
  return kind === 'telephone' ? 'telephone number' : kind;
}
