import { cleanRing } from './ring-cleaning.ts';
import { type Edge, eachMeeting, type OpenRing } from './ring-edges.ts';
import { isBetween, type Point, sideOf } from './ring-geometry.ts';

/** Rounding a crossing bends two edges a little, which may make a new one; a few rounds end that in practice. */
const mostRounds = 20;

/**
 * The rings with a position of their own, in whole centimetres, wherever they meet themselves or one another, so
 * that the union after this works with whole numbers alone. With others it may find no end to a ring and fail.
 */
export function withNodes(given: readonly OpenRing[]): OpenRing[] {
  let rings = [...given];
  for (let round = 0; round < mostRounds; round++) {
    const added = newNodes(rings);
    if (added.size === 0) break;
    rings = rings.map((ring, index) => withAdded(ring, added, index));
  }
  return rings;
}

function keyOf(ring: number, place: number): string {
  return `${ring} ${place}`;
}

/** Positions to add on edges, by ring and place. */
function newNodes(rings: readonly OpenRing[]): Map<string, Point[]> {
  const added = new Map<string, Point[]>();
  const add = (edge: Edge, point: Point): void => {
    if (isSame(point, edge.from) || isSame(point, edge.to)) return;
    const key = keyOf(edge.ring, edge.place);
    added.set(key, [...(added.get(key) ?? []), point]);
  };
  eachMeeting(rings, (one, other) => {
    const onOne = [other.from, other.to].filter((end) => isOn(one, end));
    const onOther = [one.from, one.to].filter((end) => isOn(other, end));
    for (const point of onOne) add(one, point);
    for (const point of onOther) add(other, point);
    if (onOne.length + onOther.length > 0) return;
    const crossing = crossingOf(one, other);
    add(one, crossing);
    add(other, crossing);
  });
  return added;
}

function isOn({ from, to }: Edge, point: Point): boolean {
  return sideOf(from, to, point) === 0 && isBetween(from, to, point);
}

/** Where two edges that cross do so, to the centimetre. */
function crossingOf(one: Edge, other: Edge): Point {
  const fromSide = sideOf(other.from, other.to, one.from);
  const toSide = sideOf(other.from, other.to, one.to);
  const part = fromSide / (fromSide - toSide);
  return [
    Math.round(one.from[0] + part * (one.to[0] - one.from[0])),
    Math.round(one.from[1] + part * (one.to[1] - one.from[1])),
  ];
}

function withAdded(
  ring: OpenRing,
  added: ReadonlyMap<string, readonly Point[]>,
  index: number,
): OpenRing {
  const points = ring.flatMap((from, place) => {
    const nodes = added.get(keyOf(index, place)) ?? [];
    const away = ([x, y]: Point): number => Math.hypot(x - from[0], y - from[1]);
    return [from, ...[...nodes].sort((one, other) => away(one) - away(other))];
  });
  // What rounding lays back over itself encloses nothing.
  return cleanRing(points)?.ring ?? [];
}

function isSame(one: Point, other: Point): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
