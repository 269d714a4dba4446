import { type ClassStyle, notDrawn } from './class-style.ts';
import type { Painted } from './painted.ts';
import type { Shapes } from './shapes.ts';
import type { View } from './view.ts';

const pointPixels = 3;
let dots: HTMLCanvasElement | null = null;

/**
 * Points, or cells of a few pixels, written straight into the pixels of a canvas as upright rectangles of whole pixels:
 * a tenth of the time of as many calls to draw, which is what keeps 100,000 points quick to pan.
 */
export function paintDots(
  view: View,
  ratio: number,
  { shapes, classOf, styles }: Painted,
  rows: readonly number[],
): HTMLCanvasElement {
  const width = Math.round(view.width * ratio);
  const height = Math.round(view.height * ratio);
  dots ??= document.createElement('canvas');
  dots.width = width;
  dots.height = height;
  const context = dots.getContext('2d');
  if (context === null) return dots;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const full = Uint32Array.from(styles, ({ fill }) => packed(fill));
  const between = Uint32Array.from(styles, ({ ground }) => packed(ground));
  const lines = styles.map((style) => style.lines);
  const place =
    shapes.kind === 'points' ? pointBox(view, ratio, shapes) : cellBox(view, ratio, shapes);
  for (const row of rows) {
    const own = classOf[row] ?? notDrawn;
    if (own === notDrawn) continue;
    const { left, top, right, bottom } = place(row);
    const toX = right < width ? right : width;
    const toY = bottom < height ? bottom : height;
    for (let y = top > 0 ? top : 0; y < toY; y++) {
      // By hand: filling a range costs more than the few pixels it fills.
      for (let x = left > 0 ? left : 0; x < toX; x++) {
        pixels[y * width + x] = (isOnLine(lines[own], x, y) ? full[own] : between[own]) ?? 0;
      }
    }
  }
  context.putImageData(image, 0, 0);
  return dots;
}

interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function isOnLine(lines: ClassStyle['lines'] | undefined, x: number, y: number): boolean {
  if (lines === 'slanted') return (x + y) % 3 === 0;
  if (lines === 'level') return y % 3 === 0;
  return lines !== 'dots' || (x % 3 === 0 && y % 3 === 0);
}

/** `#RRGGBB` as a pixel of an image. Little-endian, as every machine this runs on. */
function packed(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255];
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** The pixels of a row's point. The same object is given each time. */
function pointBox(view: View, ratio: number, shapes: Shapes): (row: number) => PixelBox {
  const { xy } = shapes;
  const scale = view.scale * ratio;
  const side = Math.round(pointPixels * ratio);
  const left = shapes.originX * scale - view.left * ratio - side / 2;
  const top = shapes.originY * scale - view.top * ratio - side / 2;
  const box = { left: 0, top: 0, right: 0, bottom: 0 };
  return (row) => {
    box.left = Math.round((xy[2 * row] ?? 0) * scale + left);
    box.top = Math.round((xy[2 * row + 1] ?? 0) * scale + top);
    box.right = box.left + side;
    box.bottom = box.top + side;
    return box;
  };
}

/** The pixels that a row's cell touches, at least one. The same object is given each time. */
function cellBox(view: View, ratio: number, shapes: Shapes): (row: number) => PixelBox {
  const { xy, starts, ringsOf } = shapes;
  const scale = view.scale * ratio;
  const left = shapes.originX * scale - view.left * ratio;
  const top = shapes.originY * scale - view.top * ratio;
  const box = { left: 0, top: 0, right: 0, bottom: 0 };
  return (row) => {
    const ring = ringsOf[row] ?? 0;
    const from = starts[ring] ?? 0;
    const corners = (starts[ring + 1] ?? 0) - from;
    // The corner opposite to the first: the cell's middle is halfway.
    const across = from + corners / 2;
    const x1 = (xy[2 * from] ?? 0) * scale + left;
    const y1 = (xy[2 * from + 1] ?? 0) * scale + top;
    const x2 = (xy[2 * across] ?? 0) * scale + left;
    const y2 = (xy[2 * across + 1] ?? 0) * scale + top;
    // A square stands a few degrees askew on the web map, so its sides tell its size and its diagonal does not.
    const side = Math.abs((xy[2 * from + 2] ?? 0) - (xy[2 * from] ?? 0)) * scale;
    // A hexagon's first corner and the opposite one lie one above the other; it is narrower than high, and its
    // row takes three quarters of that height.
    const high = Math.abs(y2 - y1);
    const halfWide = corners === 4 ? side / 2 : (high * Math.sqrt(3)) / 4;
    const halfHigh = corners === 4 ? side / 2 : (high * 3) / 8;
    // Outwards to whole pixels: rows that stand askew would leave pinholes between their cells.
    box.left = Math.floor((x1 + x2) / 2 - halfWide);
    box.right = Math.ceil((x1 + x2) / 2 + halfWide);
    box.top = Math.floor((y1 + y2) / 2 - halfHigh);
    box.bottom = Math.ceil((y1 + y2) / 2 + halfHigh);
    return box;
  };
}
