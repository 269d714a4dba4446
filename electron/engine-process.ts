import { fork } from 'node:child_process';
import type { FromEngine, ToEngine } from '../src/contract/messages.ts';

/** A running engine as the host sees it, whichever way it was started. */
export interface EngineProcess {
  post(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** Called once, however the process ended. Any exit code counts: a crash can end with 0. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** Starts the engine's bundle under a Node program of its own. */
export function forkEngine(nodeProgram: string, entry: string): EngineProcess {
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  delete env['NODE_OPTIONS'];
  const child = fork(entry, [], {
    execPath: nodeProgram,
    // Rows pass through young memory while a file is imported: more of it is slower to give back, not faster to fill.
    execArgv: ['--max-semi-space-size=4'],
    serialization: 'advanced',
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    post(message) {
      // A failed send means that the process is going; its end is reported by `exit`.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromEngine)),
    onExit(listener) {
      let ended = false;
      const end = (): void => {
        if (!ended) listener();
        ended = true;
      };
      child.once('exit', end);
      // `error`: the program could not be started, and no `exit` will follow.
      child.once('error', end);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
