import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { root } from './setup/common.mjs';

/**
 * `node scripts/make-font-asset.mjs`: writes assets/fonts/inter-400.ttf and inter-600.ttf from the WOFF files of the
 * Inter package, for the pictures in Word documents: the library that draws them reads plain TrueType only.
 * WOFF 1.0 (W3C, 2012) is a TrueType file whose tables are compressed one by one.
 */
for (const weight of ['400', '600']) {
  const folder = join(root, 'node_modules', '@fontsource', 'inter', 'files');
  const woff = readFileSync(join(folder, `inter-latin-${weight}-normal.woff`));
  writeFileSync(join(root, 'assets', 'fonts', `inter-${weight}.ttf`), trueTypeOf(woff));
}

function trueTypeOf(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((step) => woff.readUInt32BE(at + step));
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      content: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const parts = [head];
  let offset = head.length;
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    tag.copy(head, 12 + index * 16);
    head.writeUInt32BE(checksum, 16 + index * 16);
    head.writeUInt32BE(offset, 20 + index * 16);
    head.writeUInt32BE(content.length, 24 + index * 16);
    const padded = Buffer.alloc(Math.ceil(content.length / 4) * 4);
    content.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
