// Packs Ordnance Survey's OSTN15 shifts into assets/grid/ostn15.bin.br. Run once, by hand, when the grid changes:
//   node scripts/make-grid-asset.mjs FOLDER-OF-THE-TWO-RAW-FILES assets/grid/ostn15.bin.br
// The layout is described at decodeShiftGrid in src/domain/geography/british-national-grid.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const columns = 701;
const nodeCount = columns * 1251;
const layerFiles = ['ostn_east_shift_82140', 'ostn_north_shift_-84180'];

const [folder, output] = process.argv.slice(2);
if (folder === undefined || output === undefined) {
  console.error('Usage: node scripts/make-grid-asset.mjs FOLDER OUTPUT');
  process.exit(2);
}

const packed = Buffer.concat([
  Buffer.from('OSTN15d1', 'latin1'),
  ...layerFiles.map((file) => deltaCoded(readFileSync(join(folder, file)), file)),
]);
const compressed = brotliCompressSync(packed, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: packed.length,
  },
});
writeFileSync(output, compressed);
console.log(`${output}: ${compressed.length} bytes for ${packed.length}`);

/** Low bytes of the differences, then their high bytes. */
function deltaCoded(raw, file) {
  if (raw.length !== 2 * nodeCount) {
    throw new Error(`${file} has ${raw.length} bytes where ${2 * nodeCount} were expected.`);
  }
  const value = (node) => raw.readUInt16LE(2 * node);
  const coded = Buffer.alloc(2 * nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    let previous = 0;
    if (node % columns > 0) previous = value(node - 1);
    else if (node > 0) previous = value(node - columns);
    const difference = (value(node) - previous) & 0xffff;
    coded[node] = difference & 0xff;
    coded[nodeCount + node] = difference >> 8;
  }
  return coded;
}
