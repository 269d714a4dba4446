import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Failure, FailureError } from '../contract/outcome.ts';

/**
 * The file of a thread: `source` (below this folder) in the sources, a bundle in a folder of its own in the product
 * (see scripts/build.mjs).
 */
export function workerFile(source: string, bundle: string): string {
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  const file = join(here, source);
  return existsSync(file) ? file : join(here, '..', bundle, `${bundle}.cjs`);
}

/** A failure that crossed from a thread, as the error it was there. */
export function asError({ code, message, remedy, detail }: Failure): FailureError {
  return new FailureError(code, message, remedy, detail);
}
