import { widthOf } from './find-row.ts';
import type { Shapes } from './shapes.ts';
import type { View } from './view.ts';

/** Width of a row in pixels; nothing for a point. */
export function rowPixels({ scale }: View, shapes: Shapes, row: number): number {
  return shapes.kind === 'points' ? 0 : widthOf(shapes, row) * scale;
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
