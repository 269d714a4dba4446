import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Any plain value with arrays of numbers in it as bytes: the length of a JSON text, the text, and the arrays one
 * after another, each found by its place. The same value gives the same bytes.
 */
export interface PackedValue {
  /** As stored: deflated. */
  readonly bytes: Buffer;
  /** SHA-256 before deflating, so that it does not hang on the packer's version. */
  readonly hash: string;
}

const kinds = { Float64Array, Int32Array } as const;
type Kind = keyof typeof kinds;

interface ArrayPlace {
  readonly numbers: Kind;
  readonly start: number;
  readonly length: number;
}

/** Arrays start at multiples of this, so that they can be read in place. */
const alignment = 8;
const headerBytes = 8;

/** Packs a value. */
export function packValue(value: unknown): PackedValue {
  const arrays: Uint8Array[] = [];
  let start = 0;
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (!(part instanceof Float64Array) && !(part instanceof Int32Array)) return part;
    const place = {
      numbers: part.constructor.name,
      start,
      length: part.length,
    };
    const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    arrays.push(bytes, new Uint8Array(padding(bytes.length)));
    start += bytes.length + padding(bytes.length);
    return place;
  });
  const header = Buffer.from(text);
  const lengths = Buffer.alloc(headerBytes);
  lengths.writeUInt32LE(header.length, 0);
  const whole = Buffer.concat([lengths, header, Buffer.alloc(padding(header.length)), ...arrays]);
  return {
    bytes: deflateRawSync(whole, { level: 3 }),
    hash: createHash('sha256').update(whole).digest('hex'),
  };
}

/** The value that was packed; null when the bytes are not what the hash says. */
export function unpackValue({ bytes, hash }: PackedValue): unknown {
  const whole = inflateRawSync(bytes);
  if (createHash('sha256').update(whole).digest('hex') !== hash) return null;
  const textLength = whole.readUInt32LE(0);
  const first = headerBytes + textLength + padding(textLength);
  const text = whole.toString('utf8', headerBytes, headerBytes + textLength);
  return JSON.parse(text, (_, part: unknown) => {
    if (!isPlace(part)) return part;
    const kind = kinds[part.numbers];
    const from = whole.byteOffset + first + part.start;
    const size = part.length * kind.BYTES_PER_ELEMENT;
    return new kind(whole.buffer.slice(from, from + size));
  });
}

function padding(length: number): number {
  return (alignment - (length % alignment)) % alignment;
}

function isPlace(part: unknown): part is ArrayPlace {
  return typeof part === 'object' && part !== null && 'numbers' in part && 'start' in part;
}
