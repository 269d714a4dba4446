import { fork } from 'node:child_process';
import { join } from 'node:path';
import { engineNode, root } from '../setup/common.mjs';

/**
 * An engine in a process of its own, as the window starts it: `call` asks, `kill` takes its process away at once,
 * `stop` lets it close the workspace and end.
 */
export async function startEngine() {
  const child = fork(join(root, 'out', 'engine', 'engine.cjs'), [], {
    execPath: engineNode(),
    execArgv: ['--max-semi-space-size=4'],
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
