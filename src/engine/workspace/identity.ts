import { type BinaryToTextEncoding, hash } from 'node:crypto';
import { isMissing } from '../../domain/quality/missing-words.ts';

const unit = '\u0000';
const blockBytes = 64;

/** Gives keyed pseudonyms of identifiers of people and places, under one workspace's key. */
export type Pseudonyms = (kind: 'person' | 'place', text: string) => string | null;

/**
 * A keyed pseudonym: the same within one workspace, different in another, and not to be reversed without the
 * workspace's key. Null for a blank identifier and for words that stand for one (`NULL`, `Unknown`): nobody is matched by them,
 * or all unknown suspects would be one.
 *
 * HMAC-SHA-256 (RFC 2104), first 64 bits. Written out over one-shot hashes because a million rows have some
 * millions of identifiers, and Node's own object costs four times as much a call; a test holds the two together.
 *
 * @param key 64 hexadecimal characters, which fill exactly one block of the hash.
 */
export function pseudonyms(key: string): Pseudonyms {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('the key of pseudonyms is not 32 bytes in hex');
  const bytes = [...Buffer.from(key, 'latin1')];
  const inner = String.fromCharCode(...bytes.map((byte) => byte ^ 0x36));
  const outer = Buffer.alloc(blockBytes + 32);
  for (const [index, byte] of bytes.entries()) outer[index] = byte ^ 0x5c;
  return (kind, text) => {
    const identifier = text.trim().toUpperCase();
    if (isMissing(identifier)) return null;
    outer.write(
      hash('sha256', `${inner}${kind}${unit}${identifier}`, 'latin1' as BinaryToTextEncoding),
      blockBytes,
      'latin1',
    );
    return hash('sha256', outer, 'hex').slice(0, 16);
  };
}
