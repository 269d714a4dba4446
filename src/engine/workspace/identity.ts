import { type BinaryToTextEncoding, hash } from 'node:crypto';
import { isMissing } from '../../domain/quality/missing-words.ts';

const unit = '\u0000';
const blockBytes = 64;

/** Gives keyed pseudonyms of identifiers of people and places, under one workspace's keys. */
export type Pseudonyms = (kind: 'person' | 'place', text: string) => string | null;

/**
 * A keyed pseudonym as it is read from a file: the same within one workspace, different in another, and not to be
 * reversed without the workspace's key. Null for a blank identifier and for words that stand for one (`NULL`,
 * `Unknown`): nobody is matched by them, or all unknown suspects would be one.
 *
 * It is under the first key alone, whatever keys came later: records are recognised by it when they come again. What
 * is kept of it is `keptPseudonym` of it.
 *
 * @param keys The workspace's keys, oldest first, each 64 hexadecimal characters, with a space between two.
 */
export function pseudonyms(keys: string): Pseudonyms {
  const [first = ''] = keys.split(' ');
  const pseudonym = shortHmac(first);
  return (kind, text) => {
    const identifier = text.trim().toUpperCase();
    return isMissing(identifier) ? null : pseudonym(`${kind}${unit}${identifier}`);
  };
}

/**
 * The pseudonym that the workspace keeps of one that was read: hashed once more under each later key, in order. So the
 * keys can be renewed without the identifiers, which nobody kept, and what was known under an older key says nothing
 * about the pseudonyms of now.
 */
export function keptPseudonym(keys: string): (asRead: string) => string {
  const later = keys.split(' ').slice(1).map(shortHmac);
  return (asRead) => later.reduce((text, pseudonym) => pseudonym(text), asRead);
}

/**
 * HMAC-SHA-256 (RFC 2104), first 64 bits in hex. Written out over one-shot hashes because a million rows have some
 * millions of identifiers, and Node's own object costs four times as much a call; a test holds the two together.
 *
 * @param key 64 hexadecimal characters, which fill exactly one block of the hash.
 */
function shortHmac(key: string): (text: string) => string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('the key of pseudonyms is not 32 bytes in hex');
  const bytes = [...Buffer.from(key, 'latin1')];
  const inner = String.fromCharCode(...bytes.map((byte) => byte ^ 0x36));
  const outer = Buffer.alloc(blockBytes + 32);
  for (const [index, byte] of bytes.entries()) outer[index] = byte ^ 0x5c;
  return (text) => {
    outer.write(
      hash('sha256', `${inner}${text}`, 'latin1' as BinaryToTextEncoding),
      blockBytes,
      'latin1',
    );
    return hash('sha256', outer, 'hex').slice(0, 16);
  };
}
