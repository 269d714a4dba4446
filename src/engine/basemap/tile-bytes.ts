import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import type { BaseMapTile } from '../../contract/base-map.ts';
import { isVectorTile } from './vector-tile-check.ts';

/** An unpacked tile or directory is far smaller; what would be larger is not unpacked. */
const maxOutputLength = 8 << 20;

const gunzipAsync = promisify(gunzip);
const brotliAsync = promisify(brotliDecompress);

/** Unpacks bytes of at most 8 MB; throws zlib's error for more, and for what is damaged. */
export async function unpack(bytes: Uint8Array, how: 'gzip' | 'brotli'): Promise<Uint8Array> {
  return how === 'gzip'
    ? await gunzipAsync(bytes, { maxOutputLength })
    : await brotliAsync(bytes, { maxOutputLength });
}

/**
 * What the bytes of a tile are, by themselves: a picture, or a vector tile, gzipped or not. Null for anything else,
 * damaged ones included, whatever their file says they are.
 */
export async function asTile(stored: Uint8Array): Promise<BaseMapTile | null> {
  let bytes = stored;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = await unpack(stored, 'gzip');
    } catch {
      return null;
    }
  }
  const mediaType = mediaTypeOf(bytes);
  return mediaType === null ? null : { mediaType, bytes };
}

function mediaTypeOf(bytes: Uint8Array): BaseMapTile['mediaType'] | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 12));
  const text = start.toString('latin1');
  if (text.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp';
  return isVectorTile(bytes) ? 'application/vnd.mapbox-vector-tile' : null;
}
