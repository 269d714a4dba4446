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
  try {
    const opened = openWorkspace(path, passphrase);
    wrongTries = 0;
    return opened;
  } catch (error) {
    const isWrong =
      passphrase !== null &&
      error instanceof FailureError &&
      error.failure.code === 'wrong-passphrase';
    if (isWrong) {
      await wait(Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** wrongTries));
      wrongTries++;
    }
    throw error;
  }
}
