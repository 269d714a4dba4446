import { type ClassStyle, notDrawn } from './class-style.ts';
import { paintDots } from './paint-dots.ts';
import type { Painted } from './painted.ts';
import type { Shapes } from './shapes.ts';
import type { View } from './view.ts';

/** Cells smaller than this many pixels are filled as upright rectangles: nobody sees their slant. */
const smallCellPixels = 8;
/** One path of ten thousand rings takes longer to fill than twenty of five hundred. */
const ringsPerPath = 500;

/** Draws the rows that are in view, class by class. */
export function paintRows(context: CanvasRenderingContext2D, view: View, painted: Painted): void {
  const { shapes, styles, opacity } = painted;
  const rows = rowsInView(view, shapes);
  const [first] = rows;
  if (first === undefined) return;
  context.globalAlpha = opacity;
  if (shapes.kind === 'points' || isSmall(view, shapes, first)) {
    const dots = paintDots(view, window.devicePixelRatio, painted, rows);
    context.drawImage(dots, 0, 0, view.width, view.height);
  } else {
    for (const [number, own] of rowsByClass(rows, painted).entries()) {
      const style = styles[number];
      if (style === undefined || own.length === 0) continue;
      context.fillStyle = style.lines === 'none' ? style.fill : hatching(context, style);
      paintRings(context, view, shapes, own, style.edge);
    }
  }
  context.globalAlpha = 1;
}

function rowsByClass(rows: readonly number[], { classOf, styles }: Painted): number[][] {
  const byClass = styles.map((): number[] => []);
  for (const row of rows) {
    const own = classOf[row] ?? notDrawn;
    if (own !== notDrawn) byClass[own]?.push(row);
  }
  return byClass;
}

function rowsInView(view: View, { index, originX, originY }: Shapes): number[] {
  if (index === null) return [];
  const x = (pixel: number): number => (pixel + view.left) / view.scale - originX;
  const y = (pixel: number): number => (pixel + view.top) / view.scale - originY;
  return index.search(x(0), y(0), x(view.width), y(view.height));
}

function paintRings(
  context: CanvasRenderingContext2D,
  view: View,
  shapes: Shapes,
  rows: readonly number[],
  edge: string | null,
): void {
  for (let from = 0; from < rows.length; from += ringsPerPath) {
    context.beginPath();
    for (const row of rows.slice(from, from + ringsPerPath)) traceRow(context, view, shapes, row);
    context.fill('evenodd');
    if (edge === null) continue;
    context.strokeStyle = edge;
    context.lineWidth = 0.6;
    context.stroke();
  }
}

/** Whether the shapes are cells so small on this view that a rectangle shows as much as their outline. */
function isSmall(view: View, shapes: Shapes, row: number): boolean {
  return shapes.areCells && rowPixels(view, shapes, row) < smallCellPixels;
}

/** Width of a row's first ring in pixels; nothing for a point. */
export function rowPixels({ scale }: View, shapes: Shapes, row: number): number {
  const { xy, starts, ringsOf } = shapes;
  if (shapes.kind === 'points') return 0;
  const ring = ringsOf[row] ?? 0;
  let least = Infinity;
  let most = -Infinity;
  for (let vertex = starts[ring] ?? 0; vertex < (starts[ring + 1] ?? 0); vertex++) {
    least = Math.min(least, xy[2 * vertex] ?? Number.NaN);
    most = Math.max(most, xy[2 * vertex] ?? Number.NaN);
  }
  return (most - least) * scale;
}

/** Adds a row's rings to the path; vertices less than a pixel from the last are dropped. */
export function traceRow(
  context: CanvasRenderingContext2D,
  view: View,
  { xy, starts, ringsOf, originX, originY }: Shapes,
  row: number,
): void {
  const { scale } = view;
  const left = originX * scale - view.left;
  const top = originY * scale - view.top;
  for (let ring = ringsOf[row] ?? 0; ring < (ringsOf[row + 1] ?? 0); ring++) {
    const to = starts[ring + 1] ?? 0;
    let lastX = Number.NaN;
    let lastY = Number.NaN;
    for (let vertex = starts[ring] ?? 0; vertex < to; vertex++) {
      const x = (xy[2 * vertex] ?? 0) * scale + left;
      const y = (xy[2 * vertex + 1] ?? 0) * scale + top;
      if (Number.isNaN(lastX)) context.moveTo(x, y);
      else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 1) continue;
      else context.lineTo(x, y);
      lastX = x;
      lastY = y;
    }
    context.closePath();
  }
}

const patterns = new Map<string, HTMLCanvasElement>();

/** Lines of a style's colour on a faint ground of it. */
function hatching(
  context: CanvasRenderingContext2D,
  { fill, lines }: ClassStyle,
): CanvasPattern | string {
  const key = `${fill} ${lines}`;
  let tile = patterns.get(key);
  if (tile === undefined) {
    tile = document.createElement('canvas');
    tile.width = 6;
    tile.height = 6;
    const brush = tile.getContext('2d');
    if (brush === null) return fill;
    brush.fillStyle = '#FFFFFF';
    brush.fillRect(0, 0, 6, 6);
    brush.globalAlpha = 0.35;
    brush.fillStyle = fill;
    brush.fillRect(0, 0, 6, 6);
    brush.globalAlpha = 1;
    brush.strokeStyle = fill;
    brush.lineWidth = 1.8;
    brush.beginPath();
    if (lines === 'level') {
      brush.moveTo(0, 2);
      brush.lineTo(6, 2);
    } else {
      for (const shift of [-6, 0, 6]) {
        brush.moveTo(shift - 1, 7);
        brush.lineTo(shift + 7, -1);
      }
    }
    brush.stroke();
    patterns.set(key, tile);
  }
  return context.createPattern(tile, 'repeat') ?? fill;
}
