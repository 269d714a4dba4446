import { isAscii } from 'node:buffer';
import type { ByteSource } from './byte-source.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const scanBytes = 1 << 20;

/** An encoding, and whether the bytes keep to it: what does not becomes the character for "unreadable". */
interface FoundEncoding {
  readonly encoding: Encoding;
  readonly isKept: boolean;
}

/**
 * The encoding of a text: its byte order mark, else UTF-16 by its zero bytes, else UTF-8 when all of it is valid (one
 * old byte far down would otherwise be lost without a word), else Windows-1252. May read the whole source.
 */
export async function findEncoding(source: ByteSource, head: Uint8Array): Promise<FoundEncoding> {
  // Where extracts were put together, a mark may stand before bytes of another encoding.
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', isKept: await isUtf8(source) };
  }
  const wide = utf16ByMark(head) ?? utf16ByZeros(head);
  if (wide !== null) return { encoding: wide, isKept: true };
  return { encoding: (await isUtf8(source)) ? 'utf-8' : 'windows-1252', isKept: true };
}

function utf16ByMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/**
 * Decodes slices in order; the byte order mark is left out. `isLast` flushes what a cut character left behind.
 * `startsText`: whether the first slice is where the text starts, and may have a mark.
 */
export function textDecoder(
  encoding: Encoding,
  startsText = true,
): (bytes: Uint8Array, isLast: boolean) => string {
  // The mark is taken off here: it may come in parts when slices are small.
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let isStart = startsText;
  return (bytes, isLast) => {
    const text = decoder.decode(bytes, { stream: !isLast });
    if (!isStart || text === '') return text;
    isStart = false;
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  };
}

/** Western text in UTF-16 has a zero in nearly every pair of bytes, always on the same side. */
function utf16ByZeros(head: Uint8Array): Encoding | null {
  let evenZeros = 0;
  let oddZeros = 0;
  const pairs = head.length >> 1;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) evenZeros++;
    if (head[2 * pair + 1] === 0) oddZeros++;
  }
  if (oddZeros > 0.4 * pairs && evenZeros < 0.05 * pairs) return 'utf-16le';
  if (evenZeros > 0.4 * pairs && oddZeros < 0.05 * pairs) return 'utf-16be';
  return null;
}

async function isUtf8(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // A slice of ASCII needs no decoding, unless a character of the slice before may end in it.
  let mayBeCut = false;
  try {
    for await (const slice of source.slices(scanBytes)) {
      const isPlain = isAscii(slice);
      if (mayBeCut || !isPlain) decoder.decode(slice, { stream: true });
      mayBeCut = !isPlain;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
