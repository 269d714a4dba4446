/** A position in whole centimetres or in metres: x before y. */
export type Point = readonly [number, number];

/** Twice the area of a ring, open or closed; positive when it runs anticlockwise. */
export function doubledArea(ring: readonly Point[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[i + 1] ?? [originX, originY];
    doubled += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return doubled;
}

/** Above 0 when c lies left of the line from a to b, 0 on it. Exact for whole numbers within Great Britain. */
export function sideOf([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Whether c, which lies on the line through a and b, lies between them. */
export function isBetween([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return (
    cx >= Math.min(ax, bx) &&
    cx <= Math.max(ax, bx) &&
    cy >= Math.min(ay, by) &&
    cy <= Math.max(ay, by)
  );
}

/** Where a position lies to a ring, by the even-odd rule. */
export function placeInRing(point: Point, ring: readonly Point[]): 'inside' | 'outside' | 'border' {
  let inside = false;
  for (const [i, from] of ring.entries()) {
    const to = ring[i + 1] ?? ring[0] ?? from;
    const side = sideOf(from, to, point);
    if (side === 0 && isBetween(from, to, point)) return 'border';
    if (from[1] > point[1] !== to[1] > point[1] && side > 0 === to[1] > from[1]) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

/** Whether a ring lies in another one that it does not cross: told by its first position off the other's border. */
export function ringLiesIn(inner: readonly Point[], outer: readonly Point[]): boolean {
  for (const point of inner) {
    const place = placeInRing(point, outer);
    if (place !== 'border') return place === 'inside';
  }
  return false;
}

/** West, south, east and north end of a ring. */
export type Box = readonly [number, number, number, number];

/** The box around a ring. */
export function boxOf(ring: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Whether two boxes have a position in common. */
export function boxesMeet(one: Box, other: Box): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}
