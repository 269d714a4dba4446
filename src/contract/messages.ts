import type { CallName, CallOutputs, Progress } from './calls.ts';
import type { Outcome } from './outcome.ts';

/** What the shell sends to the engine process over its port. */
export type ToEngine =
  | { readonly type: 'call'; readonly id: number; readonly name: CallName; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'stop' };

/** What the engine process sends back. `ready` comes once, first. */
export type FromEngine =
  | { readonly type: 'ready'; readonly version: string }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | {
      readonly type: 'result';
      readonly id: number;
      readonly outcome: Outcome<CallOutputs[CallName]>;
    };

/** A file or folder the analyst chose in a dialog: the page holds the token and the name, never the path. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
}
