import { close, closeSync, read, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { FailureError } from '../../../contract/outcome.ts';
import { openPlainFile } from '../plain-file.ts';
import { changedWhileRead } from './refusals.ts';

const readAsync = promisify(read);
const closeAsync = promisify(close);

/** Bytes that can be read from the start as often as needed: a file, or a member of a ZIP. */
export interface ByteSource {
  readonly bytesTotal: number;
  /**
   * All bytes in order, in slices of `sliceBytes` (the last may be shorter). A slice is only valid until the next is
   * asked for. Throws FailureErrors only: `unreadable` when reading fails or the file changed, `corrupt` for a ZIP.
   */
  slices(sliceBytes: number): AsyncGenerator<Uint8Array>;
}

/**
 * A file on disk. Throws `not-found`, `not-a-file`, `empty-file` or `unreadable`, and while it is read `unreadable`
 * when its size is not what it was now.
 */
export function fileSource(path: string): ByteSource {
  const first = openForReading(path);
  closeSync(first.file);
  const bytesTotal = first.bytes;
  return {
    bytesTotal,
    async *slices(sliceBytes) {
      const { file, bytes } = openForReading(path);
      try {
        if (bytes !== bytesTotal) throw changedWhileRead();
        const buffer = Buffer.alloc(Math.min(sliceBytes, bytesTotal + 1));
        let bytesRead = 0;
        for (;;) {
          const length = await fill(file, buffer);
          bytesRead += length;
          if (length < buffer.length && bytesRead !== bytesTotal) throw changedWhileRead();
          if (length > 0) yield buffer.subarray(0, length);
          if (length < buffer.length) return;
        }
      } catch (error) {
        throw asUnreadable(error);
      } finally {
        await closeAsync(file);
      }
    },
  };
}

/** Throws `unreadable` unless the file still has this many bytes. */
export function refuseChangedSize(path: string, bytes: number): void {
  let now: number | undefined;
  try {
    now = statSync(path, { throwIfNoEntry: false })?.size;
  } catch (error) {
    throw asUnreadable(error);
  }
  if (now !== bytes) throw changedWhileRead();
}

/** The first bytes of a source, at most `length` of them, as a copy of their own. */
export async function readHead(source: ByteSource, length: number): Promise<Buffer> {
  for await (const slice of source.slices(length)) return Buffer.from(slice);
  return Buffer.alloc(0);
}

/** A source whole, for formats that cannot be read in passing. The caller has checked its size. */
export async function readWhole(source: ByteSource): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const slice of source.slices(1 << 20)) parts.push(Buffer.from(slice));
  return Buffer.concat(parts);
}

/** Joins chunks of any size to slices of one size, so that the parser always has enough to do. */
export async function* inSlices(
  chunks: AsyncIterable<Uint8Array>,
  sliceBytes: number,
): AsyncGenerator<Uint8Array> {
  const slice = Buffer.alloc(sliceBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + sliceBytes - filled);
      slice.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === sliceBytes) {
        yield slice;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield slice.subarray(0, filled);
}

function openForReading(path: string): { file: number; bytes: number } {
  try {
    return openPlainFile(path);
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** Reads until the buffer is full or the file ends: a network drive may give less than was asked for. */
async function fill(file: number, buffer: Buffer): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await readAsync(file, buffer, filled, buffer.length - filled, null);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** The failure of a read: as it is when it says what to do already, else `unreadable`. */
export function asUnreadable(error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  return new FailureError(
    'unreadable',
    'The file could not be read.',
    'Check that it is still there and may be read, or copy it to a folder of your own.',
  );
}
