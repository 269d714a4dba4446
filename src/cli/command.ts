import { resolve } from 'node:path';
import type { OpenedWorkspace } from '../contract/results.ts';
import type { Engine } from '../engine/engine.ts';
import type { CommandLine } from './arguments.ts';
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

/** A passphrase from the environment, never from an argument: arguments are seen by every process. */
export function passphraseIn(name: string): string | null {
  return process.env[name] || null;
}
