import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '../contract/outcome.ts';
import { importFiles } from './intake/import-files.ts';
import type { Job } from './jobs.ts';
import { explainStorageError } from './storage-errors.ts';
import { openWriter } from './workspace/database.ts';
import { undoBatch } from './workspace/undo.ts';
import type { WriterRequest } from './writer-thread.ts';

/** The thread that does one long piece of writing for the engine. It ends when that does. */
const port = parentPort;
if (port === null) throw new Error('the writer runs as a worker thread only');

const cancelled = new AbortController();
// The engine sends one message only: that the work is to stop.
port.on('message', () => cancelled.abort());

async function run({ path, passphrase, user, work, input }: WriterRequest): Promise<void> {
  const job: Job = {
    signal: cancelled.signal,
    report: (progress) => port?.postMessage({ type: 'progress', progress }),
  };
  const writer = openWriter(path, true, passphrase, user);
  // An import adds at the end of its tables and hardly reads back: more pages in memory would be no use.
  if (work === 'import') writer.database.pragma('cache_size = -8192');
  try {
    const value =
      work === 'import'
        ? await importFiles(writer, input, job)
        : await undoBatch(writer, input.batch, job);
    port?.postMessage({ type: 'done', value });
  } catch (thrown) {
    const error = explainStorageError(thrown);
    // A defect ends the thread with its error, which the engine then tells in its own words.
    if (!(error instanceof FailureError)) throw thrown;
    port?.postMessage({ type: 'failed', failure: error.failure });
  } finally {
    writer.database.close();
    port?.close();
  }
}

void run(workerData as WriterRequest);
