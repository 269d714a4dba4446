import { createHash } from 'node:crypto';
import type { Outcome } from '../src/contract/outcome.ts';
import type { PageProduct } from '../src/contract/page-products.ts';
import type { EngineHost } from './engine-host.ts';

/**
 * Logs that a file left, with its SHA-256, by which a share pack knows an edition again.
 *
 * @param disclosure Entry of the log that holds the disclosure of which this is the document; null for the force's own.
 */
export function recordExport(
  engine: EngineHost,
  product: PageProduct,
  bytes: Uint8Array,
  disclosure: string | null = null,
): Promise<Outcome<unknown>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return engine.call('recordExport', { product, bytes: bytes.byteLength, sha256, disclosure });
}
