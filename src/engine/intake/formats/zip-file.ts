import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { FailureError } from '../../../contract/outcome.ts';
import { asUnreadable, type ByteSource, inSlices } from './byte-source.ts';
import { wrongFormat } from './refusals.ts';

const mostTotalBytes = 4 * 2 ** 30;
const suspiciousBytes = 100 * 2 ** 20;
const mostRatio = 200;
const mostEntries = 100_000;

/** Opens the same ZIP anew; the caller closes it. */
export type ZipOpener = () => Promise<ZipFile>;

/** A file inside a ZIP. `path` is only for comparing, never for writing. */
export interface ZipMember extends ByteSource {
  readonly path: string;
  /** The name without its folders. */
  readonly name: string;
  readonly compressedBytes: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
}

/**
 * The files inside a ZIP from its directory; folders are left out. Throws `wrong-format` for members that are
 * encrypted, have unsafe names or would unpack to far more than they say or a table needs, `corrupt` when the ZIP is damaged.
 */
export async function readZipMembers(open: ZipOpener): Promise<ZipMember[]> {
  const entries = await readEntries(open);
  refuseBomb(entries);
  return entries
    .filter((entry) => !entry.fileName.endsWith('/'))
    .map((entry) => member(open, entry));
}

/** Whether a member is a leftover of an operating system rather than something the analyst put there. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

async function readEntries(open: ZipOpener): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    const zip = await open();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw encrypted();
        entries.push(entry);
        if (entries.length > mostEntries) throw tooLarge();
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    throw explainZipError(error);
  }
  return entries;
}

function refuseBomb(entries: readonly Entry[]): void {
  let total = 0;
  for (const { uncompressedSize, compressedSize } of entries) {
    total += uncompressedSize;
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (total > mostTotalBytes || (uncompressedSize > suspiciousBytes && ratio > mostRatio)) {
      throw tooLarge();
    }
  }
}

function member(open: ZipOpener, entry: Entry): ZipMember {
  return {
    path: entry.fileName,
    name: entry.fileName.split('/').at(-1) ?? '',
    bytesTotal: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    checksum: entry.crc32,
    async *slices(sliceBytes) {
      try {
        yield* inSlices(
          checkedChunks(open, entry),
          Math.min(sliceBytes, entry.uncompressedSize + 1),
        );
      } catch (error) {
        throw explainZipError(error);
      }
    },
  };
}

/** The unpacked bytes of a member; stops as soon as there are more than its directory entry says. */
async function* checkedChunks(open: ZipOpener, entry: Entry): AsyncGenerator<Uint8Array> {
  const zip = await open();
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    let bytes = 0;
    let sum = 0;
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw damaged();
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw damaged();
  } finally {
    zip.close();
  }
}

function explainZipError(error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  // The operating system's codes are like EIO; Node's own begin with ERR_.
  if (error instanceof Error && 'code' in error && /^E(?!RR_)/.test(String(error.code))) {
    return asUnreadable(error);
  }
  const message = error instanceof Error ? error.message : '';
  if (/^(absolute path|invalid relative path|invalid characters)/.test(message)) {
    return wrongFormat(
      'The ZIP file has a member whose name points outside of it.',
      'Do not use this file. Ask where it came from.',
    );
  }
  if (message.includes('encrypt')) return encrypted();
  if (message.startsWith('unsupported compression method')) {
    return wrongFormat(
      'The ZIP file is compressed in a way that Action Ten does not read.',
      'Unpack it and import the files inside.',
    );
  }
  return damaged();
}

function encrypted(): FailureError {
  return wrongFormat(
    'The ZIP file is protected with a password.',
    'Unpack it with its password and import the files inside.',
  );
}

function tooLarge(): FailureError {
  return wrongFormat(
    'The ZIP file would unpack to far more than a set of tables holds.',
    'Check where it came from. If it is right, unpack it and import the files inside.',
  );
}

function damaged(): FailureError {
  return new FailureError(
    'corrupt',
    'The ZIP or Excel file is damaged or incomplete.',
    'Copy or download it again.',
  );
}
