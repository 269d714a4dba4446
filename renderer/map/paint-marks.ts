import { notDrawn } from './class-style.ts';
import { middleOf } from './find-row.ts';
import type { Painted } from './painted.ts';
import type { Shapes } from './shapes.ts';
import { rowPixels } from './trace.ts';
import type { View } from './view.ts';

/** As many places can be marked without hiding one another or taking long. */
const mostMarks = 500;
const markRadius = 4;

/** Whether each small row gets a mark that is seen on a map of the whole force: where rows are spots, and few. */
export function areMarked({ shapes, areSpots }: Painted): boolean {
  return areSpots && shapes.rows <= mostMarks;
}

/** Whether a row is smaller on this view than its mark would be. */
export function isMark(view: View, shapes: Shapes, row: number): boolean {
  return rowPixels(view, shapes, row) < 2 * markRadius;
}

/** Discs with a white edge where rows are too small to be seen, the strongest class last and so on top. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  view: View,
  { shapes, classOf, styles }: Painted,
  rows: readonly number[],
): void {
  context.strokeStyle = '#FFFFFF';
  context.lineWidth = 1.2;
  for (const [number, { fill }] of styles.entries()) {
    context.fillStyle = fill;
    for (const row of rows) {
      const own = classOf[row] ?? notDrawn;
      const middle = own === number ? middleOf(shapes, row) : null;
      if (middle === null) continue;
      context.beginPath();
      const x = middle.x * view.scale - view.left;
      const y = middle.y * view.scale - view.top;
      context.arc(x, y, markRadius, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
  }
}
