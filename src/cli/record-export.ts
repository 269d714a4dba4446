import { readFileSync } from 'node:fs';
import type { PageProduct } from '../contract/page-products.ts';
import type { Engine } from '../engine/engine.ts';
import { sha256 } from '../engine/workspace/digest.ts';
import { ask } from './ask.ts';

/**
 * Logs that a file was written, with its SHA-256, by which a share pack knows an edition again.
 *
 * @param disclosure Entry of the log that holds the disclosure of which this is the document; null for the force's own.
 */
export async function recordExport(
  engine: Engine,
  product: PageProduct,
  path: string,
  disclosure: string | null = null,
): Promise<void> {
  const content = readFileSync(path);
  await ask(engine, 'recordExport', {
    product,
    bytes: content.length,
    sha256: sha256(content),
    disclosure,
  });
}
