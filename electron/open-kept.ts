import { failure, type Outcome } from '../src/contract/outcome.ts';
import type { OpenedWorkspace } from '../src/contract/results.ts';
import type { EngineHost } from './engine-host.ts';
import type { KeyStore } from './key-store.ts';

/**
 * Opens a workspace with the passphrase that the key store keeps. One that no longer opens it is forgotten, so that it
 * is not tried again and again.
 */
export async function openKept(
  engine: Pick<EngineHost, 'call'>,
  keyStore: KeyStore,
  path: string,
): Promise<Outcome<OpenedWorkspace>> {
  const passphrase = keyStore.read(path);
  const outcome =
    passphrase === null ? null : await engine.call('openWorkspace', { path, passphrase });
  if (outcome?.ok === true) return outcome;
  if (outcome !== null && outcome.code !== 'wrong-passphrase') return outcome;
  keyStore.forget(path);
  return failure(
    'wrong-passphrase',
    'What this computer kept no longer opens the workspace, so it was forgotten.',
    'Type the passphrase; it can be kept again.',
  );
}
