import type { CallName, CallOutputs, ParsedInput } from '../contract/calls.ts';
import type { MachinePolicy } from '../contract/security-calls.ts';
import type { Job } from './jobs.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace/open.ts';

/** What a handler may touch: the open session, and the change of it. */
export interface EngineState {
  readonly session: Session | null;
  /** What IT has set for this computer. Throws `not-permitted` when that cannot be used. */
  readonly policy: MachinePolicy;
  /**
   * Closes the session at hand and goes on with another workspace, or with none. Before it closes, the automatic copy
   * is made where it is due, unless `copyFirst` is false.
   */
  use(workspace: Workspace | null, options?: { readonly copyFirst: boolean }): Session | null;
}

/** What answers some calls of the contract, a function each. */
export type HandlersOf<Calls extends CallName> = {
  readonly [Name in Calls]: (
    state: EngineState,
    input: ParsedInput<Name>,
    job: Job,
  ) => Promise<CallOutputs[Name]>;
};
