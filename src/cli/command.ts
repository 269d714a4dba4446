import { resolve } from 'node:path';
import type { OpenedWorkspace } from '../contract/results.ts';
import type { Engine } from '../engine/engine.ts';
import type { CommandLine, Options } from './arguments.ts';
import { ask } from './ask.ts';

/** What `--json` prints. */
export interface CommandResult {
  readonly ok: boolean;
  readonly [name: string]: unknown;
}

/** Runs one command; throws FailureError for what was not done. */
export type Command = (engine: Engine, line: CommandLine) => Promise<CommandResult>;

/** Opens the workspace that the command names first. */
export async function open(engine: Engine, words: readonly string[]): Promise<OpenedWorkspace> {
  return ask(engine, 'openWorkspace', {
    path: resolve(words[0] ?? ''),
    passphrase: passphraseIn('ACTION_TEN_PASSPHRASE'),
  });
}

/** Who decided to tell more than the rule, and why; null where nobody is named. */
export function decisionOf(options: Options): { by: string; why: string } | null {
  return options.text('decided-by') === undefined
    ? null
    : { by: options.needed('decided-by'), why: options.needed('why') };
}

/** A passphrase from the environment, never from an argument: arguments are seen by every process. */
export function passphraseIn(name: string): string | null {
  return process.env[name] || null;
}
