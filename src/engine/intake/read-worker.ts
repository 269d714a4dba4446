import { parentPort, workerData } from 'node:worker_threads';
import type { ReadRequest } from './packing/batch.ts';
import { transferables } from './packing/transfer.ts';
import { asFailure, readFile } from './read-file.ts';

/** Messages that may wait for the engine: enough to keep both threads busy, few enough to keep memory flat. */
const mostWaiting = 4;

/** The thread that reads one file for the engine. It ends when the file does. */
const port = parentPort;
if (port === null) throw new Error('the reader runs as a worker thread only');

/** Lets messages go only while the engine keeps up. */
class Flow {
  #waiting = 0;
  #wake: (() => void) | null = null;

  /** The engine has taken one. */
  taken(): void {
    this.#waiting--;
    this.#wake?.();
  }

  /** Waits until one more may go. */
  async next(): Promise<void> {
    if (this.#waiting >= mostWaiting) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#waiting++;
  }
}

const flow = new Flow();
port.on('message', () => flow.taken());

async function run(request: ReadRequest): Promise<void> {
  try {
    for await (const message of readFile(request)) {
      await flow.next();
      port?.postMessage(message, transferables(message));
    }
    port?.postMessage({ type: 'file-end' });
  } catch (error) {
    port?.postMessage({ type: 'file-failed', failure: asFailure(error) });
  }
  port?.close();
}

void run(workerData as ReadRequest);
