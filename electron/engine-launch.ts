import { utilityProcess } from 'electron';
import type { FromEngine } from '../src/contract/messages.ts';
import { type EngineProcess, forkEngine } from './engine-process.ts';
import { engineFile, engineNode } from './places.ts';

/** Starts the engine: under its own Node where there is one, else in Electron's utility process. */
export function launchEngine(): EngineProcess {
  const nodeProgram = engineNode();
  return nodeProgram ? forkEngine(nodeProgram, engineFile) : launchUtility();
}

function launchUtility(): EngineProcess {
  const child = utilityProcess.fork(engineFile, [], {
    serviceName: 'Action Ten engine',
    stdio: 'inherit',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromEngine) => listener(message)),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill(),
  };
}
