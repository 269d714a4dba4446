import { setTimeout as wait } from 'node:timers/promises';
import { FailureError } from '../contract/outcome.ts';
import { refusePlainIfClosed } from './policy.ts';
import type { EngineState } from './state.ts';
import { lookAt } from './workspace/inspect.ts';
import { openWorkspace, type Workspace } from './workspace/open.ts';
import { whereItLies } from './workspace/where-it-lies.ts';

/** Wrong passphrases since the last right one, in this process. */
let wrongTries = 0;
const firstWaitMilliseconds = 500;
const longestWaitMilliseconds = 30_000;

/**
 * Opens a workspace as `openSlowly` does, unless IT does not allow it on this computer: that is found out before
 * anything of the file is changed.
 */
export async function openAllowed(
  { policy }: Pick<EngineState, 'policy'>,
  { path, passphrase }: { readonly path: string; readonly passphrase: string | null },
): Promise<Workspace> {
  const place = whereItLies(path);
  if (!policy.allowUnencrypted) refusePlainIfClosed(policy, lookAt(place));
  return openSlowly(place, passphrase);
}

/**
 * Opens a workspace; after a wrong passphrase the answer waits, twice as long each time, so that guessing by hand or
 * by script through the app gets nowhere. (Against a copied file only the slow key derivation helps.)
 */
async function openSlowly(path: string, passphrase: string | null): Promise<Workspace> {
  return slowlyIfWrong(async () => openWorkspace(path, passphrase));
}

/** Does work that rests on a passphrase, with the same wait when that was wrong. */
export async function slowlyIfWrong<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    const value = await work();
    wrongTries = 0;
    return value;
  } catch (error) {
    const isWrong =
      error instanceof FailureError &&
      error.failure.code === 'wrong-passphrase' &&
      // Asked for, not tried.
      error.failure.detail?.['needed'] !== true;
    if (isWrong) {
      await wait(Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** wrongTries));
      wrongTries++;
    }
    throw error;
  }
}
