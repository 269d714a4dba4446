import { spawnSync } from 'node:child_process';
import { inflateRawSync, inflateSync } from 'node:zlib';

/** Something that must be in no file, and what kind it is. */
export interface Needle {
  readonly kind: string;
  readonly bytes: Buffer;
}

/** Bytes in which to search, with the way that led to them. */
export interface Layer {
  readonly path: string;
  readonly bytes: Buffer;
}

export const hasPdfText = spawnSync('pdftotext', ['-v']).status === 0;

/**
 * A file and everything packed inside it, to any depth: members of ZIP files (so of Word files and slides too),
 * streams of PDFs and their text, pixels and texts of PNG pictures, and what stands in a page as base64.
 */
export function layersOf(path: string, bytes: Buffer): Layer[] {
  const own = { path, bytes };
  const inner = (parts: readonly (readonly [string, Buffer])[]): Layer[] => [
    own,
    ...parts.flatMap(([name, part]) => layersOf(`${path} > ${name}`, part)),
  ];
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return inner(zipMembers(bytes));
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return inner(pdfParts(bytes));
  if (bytes.subarray(1, 4).equals(Buffer.from('PNG'))) return inner(pngParts(bytes));
  const text = bytes.toString('latin1');
  const encoded = [...text.matchAll(/;base64,([A-Za-z0-9+/=]{40,})/g)].map(
    ([, code = ''], at) => [`base64 ${at}`, Buffer.from(code, 'base64')] as const,
  );
  return encoded.length === 0 ? [own] : inner(encoded);
}

/** Read from the central directory by hand, so that what this finds does not rest on the writer's own library. */
function zipMembers(zip: Buffer): (readonly [string, Buffer])[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  const members: (readonly [string, Buffer])[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + packed);
    const title = zip.subarray(at + 46, at + 46 + (name ?? 0)).toString();
    members.push([title, method === 0 ? content : inflateRawSync(content)]);
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return members;
}

function pdfParts(pdf: Buffer): (readonly [string, Buffer])[] {
  const parts: (readonly [string, Buffer])[] = [];
  let at = pdf.indexOf('stream');
  while (at >= 0) {
    const start = at + 'stream'.length + (pdf[at + 6] === 13 ? 2 : 1);
    const end = pdf.indexOf('endstream', start);
    if (end < 0) break;
    try {
      parts.push([`stream at ${at}`, inflateSync(pdf.subarray(start, end))]);
    } catch {
      // Not deflated: its bytes are searched as they stand in the file.
    }
    at = pdf.indexOf('stream', end + 'endstream'.length);
  }
  if (hasPdfText) {
    // Letters are numbers of glyphs in the streams: only with the fonts' tables do they become text.
    const options = { input: pdf, maxBuffer: 200_000_000 };
    parts.push(['text', spawnSync('pdftotext', ['-', '-'], options).stdout]);
    parts.push(['text in lines', spawnSync('pdftotext', ['-raw', '-', '-'], options).stdout]);
  }
  return parts;
}

function pngParts(png: Buffer): (readonly [string, Buffer])[] {
  const pixels: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.subarray(at + 4, at + 8).toString();
    if (type === 'IDAT') pixels.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return pixels.length === 0 ? [] : [['pixels', inflateSync(Buffer.concat(pixels))]];
}

const leastBytes = 5;
const slots = 1 << 24;

/** Looks for all needles at every byte; gives each that was found, with where. */
export function findNeedles(needles: readonly Needle[], layers: readonly Layer[]): string[] {
  const short = needles.find(({ bytes }) => bytes.length < leastBytes);
  if (short !== undefined) throw new Error(`a needle of ${short.bytes.length} bytes is too short`);
  const kindOf = new Map(needles.map(({ kind, bytes }) => [bytes.toString('latin1'), kind]));
  const lengths = [...new Set(needles.map(({ bytes }) => bytes.length))];
  const starts = new Uint8Array(slots);
  for (const { bytes } of needles) starts[slotOf(bytes, 0)] = 1;
  const found: string[] = [];
  for (const { path, bytes } of layers) {
    const text = bytes.toString('latin1');
    for (let at = 0; at + leastBytes <= bytes.length; at++) {
      if (starts[slotOf(bytes, at)] === 0) continue;
      for (const length of lengths) {
        const kind = kindOf.get(text.slice(at, at + length));
        if (kind !== undefined) found.push(`${kind} at byte ${at} of ${path}`);
      }
    }
  }
  return found;
}

function slotOf(bytes: Buffer, at: number): number {
  let slot = 0;
  for (let place = 0; place < leastBytes; place++)
    slot = (Math.imul(slot, 31_337) + (bytes[at + place] ?? 0)) & (slots - 1);
  return slot;
}
