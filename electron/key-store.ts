import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failure, type Outcome, success } from '../src/contract/outcome.ts';

/** What the operating system's key store does for the app: the part of Electron's safeStorage that is used. */
interface SystemKeyStore {
  isEncryptionAvailable(): boolean;
  /** Only on Linux. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
}

const keptShape = z.record(z.string(), z.string());

/**
 * Passphrases that an analyst lets this computer keep, each encrypted under a key that the operating system holds for
 * their account. Optional, and refused where the system has no real store: without one Electron falls back to a key
 * that stands in its source.
 */
export class KeyStore {
  readonly #file: string;
  readonly #system: SystemKeyStore;

  constructor(folder: string, system: SystemKeyStore) {
    this.#file = join(folder, 'kept-keys.json');
    this.#system = system;
  }

  get isAvailable(): boolean {
    if (!this.#system.isEncryptionAvailable()) return false;
    if (process.platform !== 'linux') return true;
    // Before the choice is made, and for a runtime that cannot tell, it is not known to be a real one.
    const backend = this.#system.getSelectedStorageBackend?.() ?? 'unknown';
    return backend !== 'basic_text' && backend !== 'unknown';
  }

  has(path: string): boolean {
    return this.isAvailable && this.#kept()[path] !== undefined;
  }

  /** Keeps the passphrase of a workspace. */
  keep(path: string, passphrase: string): Outcome<null> {
    if (!this.isAvailable) {
      return failure(
        'not-available',
        'This computer has no key store that protects a passphrase. Nothing was kept.',
        'Type the passphrase each time.',
      );
    }
    const bytes = this.#system.encryptString(passphrase).toString('base64');
    return this.#save({ ...this.#kept(), [path]: bytes });
  }

  /** The passphrase that was kept; null when none was, or when the store no longer opens it. */
  read(path: string): string | null {
    const bytes = this.#kept()[path];
    if (bytes === undefined || !this.isAvailable) return null;
    try {
      return this.#system.decryptString(Buffer.from(bytes, 'base64'));
    } catch {
      return null;
    }
  }

  forget(path: string): Outcome<null> {
    const { [path]: _gone, ...others } = this.#kept();
    return this.#save(others);
  }

  #kept(): Readonly<Record<string, string>> {
    try {
      return keptShape.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // None was kept yet, or the file is not what was written: then the passphrase is typed.
      return {};
    }
  }

  #save(kept: Readonly<Record<string, string>>): Outcome<null> {
    try {
      writeFileSync(`${this.#file}.part`, JSON.stringify(kept), { mode: 0o600 });
      renameSync(`${this.#file}.part`, this.#file);
      return success(null);
    } catch {
      return failure(
        'not-permitted',
        'The settings folder of the app cannot be written to, so nothing was kept.',
        'Type the passphrase each time, or ask IT to give your account its settings folder.',
      );
    }
  }
}
