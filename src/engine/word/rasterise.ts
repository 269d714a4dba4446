import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readAsset } from '../assets.ts';

/** Picture elements a page unit: enough for print at the width of a page. */
const zoom = 2.5;

let isReady: Promise<void> | null = null;

/** The drawing library's code: beside the bundle, or in the modules when the sources run as they are. */
function wasmFile(): string {
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'resvg.wasm');
  return existsSync(beside)
    ? beside
    : join(here, '..', '..', '..', 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm');
}

/** A drawing as a picture, with its size in page units. */
export interface Picture {
  readonly svg: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Draws SVG as PNG with the report's own typeface, without a browser. */
export async function rasterise(drawing: string): Promise<Picture> {
  isReady ??= initWasm(readFileSync(wasmFile()));
  await isReady;
  // Plot's drawings stand inside a page; on its own an SVG file must name its form.
  const svg = drawing.includes('xmlns=')
    ? drawing
    : drawing.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const picture = new Resvg(svg, {
    font: {
      fontBuffers: [readAsset('fonts', 'inter-400.ttf'), readAsset('fonts', 'inter-600.ttf')],
      defaultFontFamily: 'Inter',
    },
    fitTo: { mode: 'zoom', value: zoom },
    background: '#ffffff',
  });
  return { svg, png: picture.render().asPng(), width: picture.width, height: picture.height };
}
