import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Failure } from '../../contract/outcome.ts';
import { asError, workerFile } from '../worker-file.ts';
import type { ReadMessage, ReadRequest } from './packing/batch.ts';
import { readFile } from './read-file.ts';

/** A smaller file is read sooner than a thread starts. */
const smallestForThread = 4 << 20;

/** A packed file is many times its size, and a workbook is unpacked and read in one go before its first row is there. */
const smallestPackedForThread = 64 << 10;

/** Rows pass through: without a bound the thread would keep hundreds of megabytes of what it has sent already. */
const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 128 };
/** A workbook stays in memory whole: of a million rows some 2 GB. */
const packedLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 3_072 };

type FromWorker =
  | ReadMessage
  | { readonly type: 'file-end' }
  | { readonly type: 'file-failed'; readonly failure: Failure };

/**
 * Reads a file as `readFile` does: a large one on a thread of its own, so that reading and storing go on side by
 * side and the engine stays free between batches.
 */
export async function* readMessages(request: ReadRequest): AsyncGenerator<ReadMessage> {
  if (!isLargeFile(request.path)) yield* readFile(request);
  else {
    yield* fromWorker(
      new Worker(workerFile('intake/read-worker.ts', 'reader'), {
        workerData: request,
        resourceLimits: isPackedFile(request.path) ? packedLimits : resourceLimits,
      }),
    );
  }
}

/** Whether a file is worth a thread: a text of some megabytes, or a packed one that may become as much. */
export function isLargeFile(path: string): boolean {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return bytes >= smallestForThread || (bytes >= smallestPackedForThread && isPackedFile(path));
}

/** Whether a file begins as ZIP archives and workbooks do. One that may not be read is found out by its reader. */
function isPackedFile(path: string): boolean {
  const start = Buffer.alloc(2);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, start, 0, start.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return start.toString('latin1') === 'PK';
}

async function* fromWorker(worker: Worker): AsyncGenerator<ReadMessage> {
  const queue: FromWorker[] = [];
  let wake: (() => void) | null = null;
  let died: unknown = null;
  const arrived = (): void => {
    wake?.();
    wake = null;
  };
  worker.on('message', (message: FromWorker) => {
    queue.push(message);
    arrived();
  });
  worker.on('error', (error) => {
    died = error;
    arrived();
  });
  try {
    for (;;) {
      const message = queue.shift();
      if (message === undefined) {
        if (died !== null) throw died;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (message.type === 'file-end') return;
      if (message.type === 'file-failed') throw asError(message.failure);
      worker.postMessage('stored');
      yield message;
    }
  } finally {
    await worker.terminate();
  }
}
