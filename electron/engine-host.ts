import { setTimeout as pause } from 'node:timers/promises';
import type { CallName, CallOutputs, Progress } from '../src/contract/calls.ts';
import type { FromEngine } from '../src/contract/messages.ts';
import { type Failure, failure, type Outcome } from '../src/contract/outcome.ts';
import type { EngineProcess } from './engine-process.ts';

interface PendingCall {
  readonly jobKey: string | null;
  readonly onProgress: ((progress: Progress) => void) | null;
  readonly settle: (outcome: Outcome<CallOutputs[CallName]>) => void;
}

/** What a caller may add to a call: a key to cancel it by, and a listener for its progress. */
export interface Job {
  readonly key: string;
  readonly onProgress: (progress: Progress) => void;
}

/** Closing makes the automatic copy first: of a million incidents that takes some seconds. */
const usualStopMilliseconds = 20_000;

/** Keeps the engine: starts it, passes calls to it, and settles them when it dies. */
export class EngineHost {
  readonly #launch: () => EngineProcess;
  readonly #onDeath: () => void;
  readonly #pending = new Map<number, PendingCall>();
  readonly #stopMilliseconds: number;
  #engine: EngineProcess | null = null;
  #stopping = false;
  #ended: Promise<void> = Promise.resolve();
  #nextId = 1;

  /**
   * `launch` starts a process; `onDeath` hears of an end that nobody asked for; `stopMilliseconds` is how long `stop`
   * waits before it ends the process by force.
   */
  constructor(
    launch: () => EngineProcess,
    onDeath: () => void,
    { stopMilliseconds = usualStopMilliseconds } = {},
  ) {
    this.#stopMilliseconds = stopMilliseconds;
    this.#launch = launch;
    this.#onDeath = onDeath;
  }

  /** Starts an engine unless one is running. */
  start(): void {
    if (this.#engine) return;
    const engine = this.#launch();
    this.#engine = engine;
    engine.onMessage((message) => this.#receive(message));
    this.#ended = new Promise((resolve) => {
      engine.onExit(() => {
        this.#engine = null;
        for (const call of this.#pending.values()) call.settle(engineStopped());
        this.#pending.clear();
        if (!this.#stopping) this.#onDeath();
        resolve();
      });
    });
  }

  /** Asks the engine; settles with its outcome, or with `engine-stopped` when there is no engine (any more). */
  call<Name extends CallName>(
    name: Name,
    input: unknown,
    job?: Job,
  ): Promise<Outcome<CallOutputs[Name]>> {
    const engine = this.#engine;
    if (!engine) return Promise.resolve(engineStopped());
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#pending.set(id, {
        jobKey: job?.key ?? null,
        onProgress: job?.onProgress ?? null,
        // The engine answers a call with that call's output: the contract ties the two together by name.
        settle: (outcome) => resolve(outcome as Outcome<CallOutputs[Name]>),
      });
      engine.post({ type: 'call', id, name, input });
    });
  }

  /** Asks the engine to give up every call with this key. They settle when the engine has let go. */
  cancel(jobKey: string): void {
    for (const [id, call] of this.#pending) {
      if (call.jobKey === jobKey) this.#engine?.post({ type: 'cancel', id });
    }
  }

  /** Lets the engine finish and close its workspace; ends it by force when it does not. */
  async stop(): Promise<void> {
    const engine = this.#engine;
    if (!engine) return;
    this.#stopping = true;
    engine.post({ type: 'stop' });
    const patience = new AbortController();
    const tooLong = pause(this.#stopMilliseconds, 'too long', { signal: patience.signal }).catch(
      () => 'ended',
    );
    if ((await Promise.race([this.#ended, tooLong])) === 'too long') {
      engine.kill();
      await this.#ended;
    }
    patience.abort();
    this.#stopping = false;
  }

  #receive(message: FromEngine): void {
    if (message.type === 'ready') return;
    const call = this.#pending.get(message.id);
    if (!call) return;
    if (message.type === 'progress') {
      call.onProgress?.(message.progress);
    } else {
      this.#pending.delete(message.id);
      call.settle(message.outcome);
    }
  }
}

function engineStopped(): Failure {
  return failure(
    'engine-stopped',
    'The engine that holds the workspace has stopped.',
    'Restart the engine and open the workspace again: what was saved is whole.',
  );
}
