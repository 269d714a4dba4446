import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { FailureError } from '../../../contract/outcome.ts';
import { unreadableFile } from './boundary-file.ts';

const largestBytes = 300 << 20;

/**
 * The members of a ZIP that `isWanted` by name, unpacked in memory. Folders and what macOS adds are passed over.
 *
 * @throws FailureError `wrong-format` when the ZIP is cut off or damaged, is encrypted, names a file outside
 * itself, or would unpack to more than 300 MB.
 */
export async function zipMembers(
  zip: Buffer,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  try {
    const archive = await yauzl.fromBufferPromise(zip, { validateEntrySizes: true });
    const members = new Map<string, Buffer>();
    let bytesSoFar = 0;
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.startsWith('__MACOSX/') || !isWanted(entry.fileName)) continue;
      if (entry.isEncrypted()) throw encrypted();
      bytesSoFar += entry.uncompressedSize;
      if (bytesSoFar > largestBytes) throw tooLarge();
      // yauzl holds the stream to the size it was promised, so the sum above can be trusted.
      const bytes = await readAll(await archive.openReadStreamPromise(entry));
      if (crc32(bytes) !== entry.crc32) throw damaged();
      members.set(entry.fileName, bytes);
    }
    return members;
  } catch (error) {
    if (error instanceof FailureError) throw error;
    // What yauzl says of a name with "..", of one from the root and of one with a bad letter.
    const saysName = /invalid relative path|absolute path|invalid characters in fileName/;
    throw error instanceof Error && saysName.test(error.message) ? outside() : damaged();
  }
}

async function readAll(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function damaged(): FailureError {
  return unreadableFile(
    'The ZIP file is cut off or damaged.',
    'Download or export it again and import it as it comes.',
  );
}

function encrypted(): FailureError {
  return unreadableFile(
    'The ZIP file is protected by a password.',
    'Unpack it with the password, pack its files again without one, and import that.',
  );
}

function outside(): FailureError {
  return unreadableFile(
    'The ZIP file names a file outside its own folder, which no proper export does.',
    'Download it again from its publisher.',
  );
}

function tooLarge(): FailureError {
  return unreadableFile(
    'The files in the ZIP are larger than 300 MB together.',
    'Use a generalised version of the boundaries.',
  );
}
