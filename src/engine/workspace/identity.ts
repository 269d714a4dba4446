import { createHash, createHmac } from 'node:crypto';

/** Separates fields of a hashed text; cannot stand in a value, since NUL bytes are refused on reading. */
const unit = '\u0000';

/** 128 bits over the given texts, as 32 hex characters: who a record is, or what it says. */
export function fingerprintOf(parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(parts.join(unit)).digest('hex').slice(0, 32);
}

/**
 * A keyed pseudonym of a person's or place's identifier: the same within one workspace, different in another,
 * and not to be reversed without the workspace's key. Null for a blank identifier, which is never matched.
 */
export function pseudonymOf(key: string, kind: 'person' | 'place', text: string): string | null {
  const identifier = text.trim().toUpperCase();
  if (identifier === '') return null;
  return createHmac('sha256', key).update(`${kind}${unit}${identifier}`).digest('hex').slice(0, 16);
}
