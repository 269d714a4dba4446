import { type CallName, type CallOutputs, calls, type ParsedInput } from '../contract/calls.ts';
import { exclusiveCalls } from '../contract/exclusive-calls.ts';
import { FailureError, failure, type Outcome, success } from '../contract/outcome.ts';
import type { MachinePolicy } from '../contract/security-calls.ts';
import { copyIfDue } from './backup-handlers.ts';
import { handlers } from './handlers.ts';
import { type Job, quietJob } from './jobs.ts';
import { policyFile, readPolicy } from './policy.ts';
import { refusedInput } from './refused-input.ts';
import { Session } from './session.ts';
import type { EngineState } from './state.ts';
import { explainStorageError } from './storage-errors.ts';
import type { Workspace } from './workspace/open.ts';

/**
 * The engine: answers contract calls on one workspace. The same class serves the window (over a port), the
 * command line and the tests (in process).
 */
export class Engine implements EngineState {
  #session: Session | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #backupsKept: number;

  readonly #policyFile: string;
  #policy: MachinePolicy | null = null;

  /** `backupsKept`: how many automatic copies stay; 0 makes none, as for single commands and tests. */
  constructor({ backupsKept = 0, policy = policyFile } = {}) {
    this.#backupsKept = backupsKept;
    this.#policyFile = policy;
  }

  /** Read once: what IT changes holds from the next start on. */
  get policy(): MachinePolicy {
    this.#policy ??= readPolicy(this.#policyFile);
    return this.#policy;
  }

  get session(): Session | null {
    return this.#session;
  }

  use(workspace: Workspace | null, { copyFirst = true } = {}): Session | null {
    if (copyFirst) this.#copyIfDue();
    this.#session?.close();
    this.#session = workspace === null ? null : new Session(workspace);
    return this.#session;
  }

  /**
   * Checks the input against the call's schema and answers. Never throws: a refused input, a known failure and a
   * defect all come back as failures, the last without its text, since that could hold data.
   */
  async call<Name extends CallName>(
    name: Name,
    input: unknown,
    job: Job = quietJob,
  ): Promise<Outcome<CallOutputs[Name]>> {
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      return refusedInput(parsed.error);
    }
    const handler = handlers[name] as (
      state: EngineState,
      input: ParsedInput<Name>,
      job: Job,
    ) => Promise<CallOutputs[Name]>;
    const run = async (): Promise<Outcome<CallOutputs[Name]>> => {
      try {
        return success(await handler(this, parsed.data as ParsedInput<Name>, job));
      } catch (error) {
        return asFailure(error);
      }
    };
    if (!exclusiveCalls.has(name)) return run();
    const mine = this.#queue.then(run);
    this.#queue = mine;
    return mine;
  }

  /** Makes the automatic copy of the open workspace where it is due, once running work has ended. */
  async backUp(): Promise<void> {
    const mine = this.#queue.then(() => this.#copyIfDue());
    this.#queue = mine;
    return mine;
  }

  #copyIfDue(): void {
    if (this.#session !== null) copyIfDue(this.#session, this.#backupsKept, this.policy);
  }

  /** Closes the open workspace and gives the writer's place back, once running work has ended. */
  async stop(): Promise<void> {
    await this.#queue;
    this.use(null);
  }
}

function asFailure(thrown: unknown) {
  const error = explainStorageError(thrown);
  if (error instanceof FailureError) return error.failure;
  if ((process.env['ACTION_TEN_DEBUG'] ?? '') !== '')
    process.stderr.write(`${String((error as Error)?.stack)}\n`);
  return failure(
    'internal',
    'Something went wrong inside Action Ten. The work was not done and the workspace is as it was before.',
    'Try again. If it happens again, tell the people who support Action Ten what you were doing.',
  );
}
