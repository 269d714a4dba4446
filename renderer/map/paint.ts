import { type ClassStyle, notDrawn } from './class-style.ts';
import { paintDots } from './paint-dots.ts';
import { areMarked, isMark, paintMarks } from './paint-marks.ts';
import type { Painted } from './painted.ts';
import type { Shapes } from './shapes.ts';
import { rowPixels, traceRow } from './trace.ts';
import type { View } from './view.ts';

/** Cells smaller than this many pixels are filled as upright rectangles: nobody sees their slant. */
const smallCellPixels = 8;
/** One path of ten thousand rings takes longer to fill than twenty of five hundred. */
const ringsPerPath = 500;

/** Draws the rows that are in view, class by class. */
export function paintRows(context: CanvasRenderingContext2D, view: View, painted: Painted): void {
  const { shapes, opacity } = painted;
  const rows = rowsInView(view, shapes);
  const [first] = rows;
  if (first === undefined) return;
  context.globalAlpha = opacity;
  if (areMarked(painted)) {
    paintClasses(
      context,
      view,
      painted,
      rows.filter((row) => !isMark(view, shapes, row)),
    );
    context.globalAlpha = 1;
    paintMarks(
      context,
      view,
      painted,
      rows.filter((row) => isMark(view, shapes, row)),
    );
  } else if (shapes.kind === 'points' || isSmall(view, shapes, first)) {
    const dots = paintDots(view, window.devicePixelRatio, painted, rows);
    context.drawImage(dots, 0, 0, view.width, view.height);
  } else paintClasses(context, view, painted, rows);
  context.globalAlpha = 1;
}

function paintClasses(
  context: CanvasRenderingContext2D,
  view: View,
  painted: Painted,
  rows: readonly number[],
): void {
  const { shapes, styles } = painted;
  for (const [number, own] of rowsByClass(rows, painted).entries()) {
    const style = styles[number];
    if (style === undefined || own.length === 0) continue;
    context.fillStyle = style.lines === 'none' ? style.fill : hatching(context, style);
    paintRings(context, view, shapes, own, style.edge);
  }
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

const patterns = new Map<string, HTMLCanvasElement>();

/** Lines or dots of a style on its ground. */
function hatching(context: CanvasRenderingContext2D, style: ClassStyle): CanvasPattern | string {
  const { fill, ground, lines } = style;
  const key = `${fill} ${ground} ${lines}`;
  let tile = patterns.get(key);
  if (tile === undefined) {
    tile = document.createElement('canvas');
    tile.width = 6;
    tile.height = 6;
    const brush = tile.getContext('2d');
    if (brush === null) return fill;
    brush.fillStyle = ground;
    brush.fillRect(0, 0, 6, 6);
    brush.fillStyle = fill;
    brush.strokeStyle = fill;
    brush.lineWidth = 1.8;
    brush.beginPath();
    if (lines === 'dots') brush.rect(2, 2, 1.6, 1.6);
    else if (lines === 'level') {
      brush.moveTo(0, 2);
      brush.lineTo(6, 2);
    } else {
      for (const shift of [-6, 0, 6]) {
        brush.moveTo(shift - 1, 7);
        brush.lineTo(shift + 7, -1);
      }
    }
    if (lines === 'dots') brush.fill();
    else brush.stroke();
    patterns.set(key, tile);
  }
  return context.createPattern(tile, 'repeat') ?? fill;
}
