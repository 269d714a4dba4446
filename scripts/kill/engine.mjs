import { fork } from 'node:child_process';
import { join } from 'node:path';
import { engineNode, root } from '../setup/common.mjs';

/** Loaded into an engine that is measured: on SIGUSR2 it collects its rubbish and tells what is left. */
const memoryProbe = `data:text/javascript,${encodeURIComponent(`
  import { readdirSync } from 'node:fs';
  process.on('SIGUSR2', () => {
    globalThis.gc();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const files = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
    process.send({ type: 'memory', rss, heapUsed, arrayBuffers, files });
  });
`)}`;

/**
 * An engine in a process of its own, as the window starts it: `call` asks, `kill` takes its process away at once,
 * `stop` lets it close the workspace and end. With `measured` it can be asked for its memory, its rubbish collected.
 */
export async function startEngine({ measured = false } = {}) {
  const child = fork(join(root, 'out', 'engine', 'engine.cjs'), [], {
    execPath: engineNode(),
    execArgv: [
      '--max-semi-space-size=4',
      ...(measured ? ['--expose-gc', `--import=${memoryProbe}`] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map();
  const ended = new Promise((resolve) => {
    child.once('exit', () => {
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
      resolve();
    });
  });
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the engine did not start')));
    child.on('message', (message) => {
      if (message.type === 'ready') resolve();
      if (message.type !== 'result') return;
      waiting.get(message.id)?.(message.outcome);
      waiting.delete(message.id);
    });
  });
  /** Megabytes in memory and in the heap, and open files. */
  const memory = () =>
    new Promise((resolve) => {
      const listen = (message) => {
        if (message.type !== 'memory') return;
        child.off('message', listen);
        resolve(message);
      };
      child.on('message', listen);
      child.kill('SIGUSR2');
    });
  let last = 0;
  const call = (name, input = {}) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      child.send({ type: 'call', id: last, name, input }, () => undefined);
    });
  return {
    /** The outcome of a call, or null when the engine ended before it answered. */
    call,
    memory,
    /** The value of a call that has to succeed. */
    async ask(name, input) {
      const outcome = await call(name, input);
      if (outcome?.ok) return outcome.value;
      throw new Error(`${name}: ${outcome?.message ?? 'the engine ended'}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.send({ type: 'stop' }, () => undefined);
      await ended;
    },
  };
}
