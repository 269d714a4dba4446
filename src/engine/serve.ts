import { type CallName, calls } from '../contract/calls.ts';
import { failure } from '../contract/outcome.ts';
import { Engine } from './engine.ts';
import { parentPort } from './port.ts';
import { appVersion } from './version.ts';

/** The entry of the engine process: answers contract calls until it is told to stop. */
const engine = new Engine({ backupsKept: 10 });
const port = parentPort();
const copyEveryMilliseconds = 4 * 3_600_000;
const running = new Map<number, AbortController>();

async function answer(id: number, name: CallName, input: unknown): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const outcome = Object.hasOwn(calls, name)
    ? await engine.call(name, input, {
        signal: controller.signal,
        report: (progress) => port.post({ type: 'progress', id, progress }),
      })
    : failure('bad-request', 'There is no such call.', 'Update Action Ten.');
  running.delete(id);
  port.post({ type: 'result', id, outcome });
}

port.onMessage((message) => {
  if (message.type === 'call') void answer(message.id, message.name, message.input);
  else if (message.type === 'cancel') running.get(message.id)?.abort();
  else {
    for (const controller of running.values()) controller.abort();
    void engine.stop().then(() => process.exit(0));
  }
});
// A window can stay open for days: the copy that a close would make is then made in between.
setInterval(() => void engine.backUp(), copyEveryMilliseconds).unref();
port.post({ type: 'ready', version: appVersion });
