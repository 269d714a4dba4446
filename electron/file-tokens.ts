import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type CallName, calls } from '../src/contract/calls.ts';
import type { ChosenFile } from '../src/contract/messages.ts';
import { failure, type Outcome, success } from '../src/contract/outcome.ts';

/** What the analyst chose a file for. */
type ChosenTo = 'read' | 'write';

/** Fields of calls that say where something is written; a new workspace's path is another. */
const writtenFields = new Set(['out', 'pack', 'csv', 'rejects', 'directory']);

/**
 * Which file a token stands for, and whether the analyst chose it to be written. The page only ever holds tokens,
 * so it can name no file that the analyst did not choose, and replace none that was chosen to be read. The same
 * path keeps its token while the app runs.
 */
export class FileTokens {
  readonly #paths = new Map<string, string>();
  readonly #tokens = new Map<string, string>();
  readonly #writable = new Set<string>();

  /** Gives the token of an absolute path. */
  give(path: string, to: ChosenTo): ChosenFile {
    const token = this.#tokens.get(path) ?? randomUUID();
    this.#tokens.set(path, token);
    this.#paths.set(token, path);
    if (to === 'write') this.#writable.add(token);
    return { token, name: basename(path) };
  }

  /** The path that a token stands for; null for anything else. */
  pathOf(token: unknown): string | null {
    return typeof token === 'string' ? (this.#paths.get(token) ?? null) : null;
  }

  /**
   * The input of a call with paths in the place of tokens. Fails with `not-permitted` when a file field holds
   * anything but tokens handed out before (for the field of an output: for writing), and with `bad-request` when
   * the input is no object.
   */
  swap(name: CallName, input: unknown): Outcome<Record<string, unknown>> {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      return failure('bad-request', 'The request has no input.', 'Report this as a fault.');
    }
    const swapped: Record<string, unknown> = { ...input };
    for (const field of calls[name].files) {
      const path = this.#pathsOf(swapped[field], isWritten(name, field));
      if (path === unknownToken) {
        return failure(
          'not-permitted',
          'The request names a file that was not chosen in a dialog.',
          'Choose the file again.',
          { field },
        );
      }
      if (path !== undefined) swapped[field] = path;
    }
    return success(swapped);
  }

  #pathsOf(
    value: unknown,
    toWrite: boolean,
  ): string | string[] | null | undefined | typeof unknownToken {
    if (value === null || value === undefined) return value;
    if (typeof value === 'string') return this.#pathOf(value, toWrite) ?? unknownToken;
    if (!Array.isArray(value)) return unknownToken;
    const paths: string[] = [];
    for (const token of value) {
      const path = typeof token === 'string' ? this.#pathOf(token, toWrite) : undefined;
      if (path === undefined) return unknownToken;
      paths.push(path);
    }
    return paths;
  }

  #pathOf(token: string, toWrite: boolean): string | undefined {
    return toWrite && !this.#writable.has(token) ? undefined : this.#paths.get(token);
  }
}

function isWritten(name: CallName, field: string): boolean {
  return writtenFields.has(field) || (name === 'createWorkspace' && field === 'path');
}

const unknownToken = Symbol('unknown token');
