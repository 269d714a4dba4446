import type { FromEngine, ToEngine } from '../contract/messages.ts';

/** The engine's end of its one connection. */
export interface EnginePort {
  post(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
}

/** The part of Electron's utility process that the engine needs; absent in plain Node. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/**
 * The port of this process: Electron's parent port in the product, Node's own channel where a plain Node runs the
 * same bundle. A forked engine ends with its parent, so that none is ever left behind with the workspace open.
 */
export function parentPort(): EnginePort {
  const electron = (process as { parentPort?: ParentPort }).parentPort;
  if (electron !== undefined) {
    return {
      post: (message) => electron.postMessage(message),
      onMessage: (listener) => {
        electron.on('message', (event) => listener(event.data as ToEngine));
      },
    };
  }
  process.on('disconnect', () => process.exit(0));
  return {
    post: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => {
      process.on('message', (message) => listener(message as ToEngine));
    },
  };
}
