import { setTimeout as wait } from 'node:timers/promises';
import { FailureError } from '../contract/outcome.ts';
import { openWorkspace, type Workspace } from './workspace/open.ts';

/** Wrong passphrases since the last right one, in this process. */
let wrongTries = 0;
const firstWaitMilliseconds = 500;
const longestWaitMilliseconds = 30_000;

/**
 * Opens a workspace; after a wrong passphrase the answer waits, twice as long each time, so that guessing by hand or
 * by script through the app gets nowhere. (Against a copied file only the slow key derivation helps.)
 */
export async function openSlowly(path: string, passphrase: string | null): Promise<Workspace> {
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
