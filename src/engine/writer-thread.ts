import { Worker } from 'node:worker_threads';
import type { Progress } from '../contract/calls.ts';
import type { Failure } from '../contract/outcome.ts';
import type { ImportedFile, UndoneBatch } from '../contract/results.ts';
import type { ImportInput } from './intake/import-context.ts';
import { importFiles } from './intake/import-files.ts';
import { isLargeFile } from './intake/read-thread.ts';
import type { Job } from './jobs.ts';
import type { Session } from './session.ts';
import { asError, workerFile } from './worker-file.ts';
import { rowsOfBatch } from './workspace/batches.ts';
import type { Workspace } from './workspace/open.ts';
import { undoBatch } from './workspace/undo.ts';

/** Fewer are taken back sooner than a thread starts. */
const smallestBatchRows = 20_000;

/** Rows pass through: more young memory is slower to give back, not faster to fill. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** What the thread is asked for. */
export type WriterRequest = Pick<Workspace, 'path' | 'passphrase' | 'user'> &
  (
    | { readonly work: 'import'; readonly input: ImportInput }
    | { readonly work: 'undo'; readonly input: { readonly batch: number } }
  );

type FromWorker =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly failure: Failure };

/**
 * Imports files into the session's workspace. Large ones on a thread with a connection of its own, so that the
 * engine answers at once all the while, also when the transaction is committed. The caller holds the write queue:
 * nothing else writes meanwhile.
 */
export async function importIntoSession(
  session: Session,
  input: ImportInput,
  job: Job,
): Promise<ImportedFile[]> {
  const { writer } = session;
  if (!input.files.some(isLargeFile)) return importFiles(writer, input, job);
  const { path, passphrase, user } = session.workspace;
  return (await onThread({ path, passphrase, user, work: 'import', input }, job)) as ImportedFile[];
}

/** Takes a batch back (see `undoBatch`), a large one on a thread in the same way. */
export async function undoInSession(
  session: Session,
  batch: number,
  job: Job,
): Promise<UndoneBatch> {
  const { writer } = session;
  if (rowsOfBatch(writer, batch) < smallestBatchRows) return undoBatch(writer, batch, job);
  const { path, passphrase, user } = session.workspace;
  const request = { path, passphrase, user, work: 'undo', input: { batch } } as const;
  return (await onThread(request, job)) as UndoneBatch;
}

/** Starts the thread and waits for its answer and its end, when its connection is closed. */
async function onThread(request: WriterRequest, job: Job): Promise<unknown> {
  const worker = new Worker(workerFile('writer-worker.ts', 'writer'), {
    workerData: request,
    resourceLimits,
  });
  const cancel = (): void => worker.postMessage('cancel');
  job.signal.addEventListener('abort', cancel);
  if (job.signal.aborted) cancel();
  try {
    return await answerOf(worker, job);
  } finally {
    job.signal.removeEventListener('abort', cancel);
  }
}

function answerOf(worker: Worker, job: Job): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let answer = (): void => reject(new Error('the thread ended without an answer'));
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') job.report(message.progress);
      else if (message.type === 'done') answer = () => resolve(message.value);
      else answer = () => reject(asError(message.failure));
    });
    worker.on('error', reject);
    worker.on('exit', () => answer());
  });
}
