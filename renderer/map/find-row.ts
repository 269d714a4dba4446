import type { Shapes, WorldPlace } from './shapes.ts';

/**
 * The row at a place: the ring that holds it, or the point nearest to it within `tolerance` (units of the web map at
 * zoom 0), or a ring smaller than that within it. Null where there is none. Where rings lie over one another, the last
 * drawn counts.
 */
export function rowAt(shapes: Shapes, place: WorldPlace, tolerance: number): number | null {
  const x = place.x - shapes.originX;
  const y = place.y - shapes.originY;
  const near =
    shapes.index?.search(x - tolerance, y - tolerance, x + tolerance, y + tolerance) ?? [];
  if (shapes.kind === 'rings') {
    const found = near.reduce<number | null>(
      (best, row) => (row > (best ?? -1) && holds(shapes, row, x, y) ? row : best),
      null,
    );
    // Outlines too small to be hit are drawn as marks: one that is within reach is meant.
    return found ?? near.find((row) => widthOf(shapes, row) < 2 * tolerance) ?? null;
  }
  let nearest: number | null = null;
  let least = tolerance;
  for (const row of near) {
    const away = Math.hypot(
      (shapes.xy[2 * row] ?? Number.NaN) - x,
      (shapes.xy[2 * row + 1] ?? Number.NaN) - y,
    );
    if (away <= least) {
      nearest = row;
      least = away;
    }
  }
  return nearest;
}

/** Width of a row's rings, in units of the web map at zoom 0. */
export function widthOf({ xy, starts, ringsOf }: Shapes, row: number): number {
  let [least, most] = [Infinity, -Infinity];
  const to = starts[ringsOf[row + 1] ?? 0] ?? 0;
  for (let vertex = starts[ringsOf[row] ?? 0] ?? 0; vertex < to; vertex++) {
    least = Math.min(least, xy[2 * vertex] ?? Number.NaN);
    most = Math.max(most, xy[2 * vertex] ?? Number.NaN);
  }
  return most - least;
}

/** Whether a row's rings hold a place; a ring inside another is a hole (even-odd). */
function holds({ xy, starts, ringsOf }: Shapes, row: number, x: number, y: number): boolean {
  let inside = false;
  for (let ring = ringsOf[row] ?? 0; ring < (ringsOf[row + 1] ?? 0); ring++) {
    const from = starts[ring] ?? 0;
    const to = starts[ring + 1] ?? 0;
    for (let vertex = from, before = to - 1; vertex < to; before = vertex++) {
      const y1 = xy[2 * vertex + 1] ?? 0;
      const y2 = xy[2 * before + 1] ?? 0;
      if (y1 > y === y2 > y) continue;
      const x1 = xy[2 * vertex] ?? 0;
      const x2 = xy[2 * before] ?? 0;
      if (x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
    }
  }
  return inside;
}

/** The middle of a row's bounds on the web map at zoom 0; null for a row without a place. */
export function middleOf({ kind, xy, starts, ringsOf, ...rest }: Shapes, row: number) {
  const from = kind === 'points' ? row : (starts[ringsOf[row] ?? 0] ?? 0);
  const to = kind === 'points' ? row + 1 : (starts[ringsOf[row + 1] ?? 0] ?? 0);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let vertex = from; vertex < to; vertex++) {
    minX = Math.min(minX, xy[2 * vertex] ?? Number.NaN);
    maxX = Math.max(maxX, xy[2 * vertex] ?? Number.NaN);
    minY = Math.min(minY, xy[2 * vertex + 1] ?? Number.NaN);
    maxY = Math.max(maxY, xy[2 * vertex + 1] ?? Number.NaN);
  }
  if (!(minX <= maxX)) return null;
  return { x: rest.originX + (minX + maxX) / 2, y: rest.originY + (minY + maxY) / 2 };
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/**
 * The row to go to from `row` with an arrow key: of those whose middle lies within 45 degrees of the direction, the
 * one with the least distance, counted double across it. Only rows that are offered count. Null at the edge.
 */
export function rowTowards(
  shapes: Shapes,
  row: number,
  direction: Direction,
  isOffered: (row: number) => boolean = () => true,
): number | null {
  const here = middleOf(shapes, row);
  if (here === null) return null;
  const [stepX, stepY] = steps[direction];
  let best: number | null = null;
  let least = Infinity;
  for (let other = 0; other < shapes.rows; other++) {
    if (other === row || !isOffered(other)) continue;
    const there = middleOf(shapes, other);
    if (there === null) continue;
    const along = (there.x - here.x) * stepX + (there.y - here.y) * stepY;
    const across = Math.abs((there.x - here.x) * stepY) + Math.abs((there.y - here.y) * stepX);
    // Half a millionth of a world is less than a tenth of a millimetre: rounding, not a direction.
    if (along <= 1e-9 || across > along) continue;
    const cost = along + 2 * across;
    if (cost < least) {
      best = other;
      least = cost;
    }
  }
  return best;
}
