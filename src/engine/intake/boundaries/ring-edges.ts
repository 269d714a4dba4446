import { isBetween, type Point, sideOf } from './ring-geometry.ts';

/** A ring without its closing position, in whole centimetres, so that what is asked of it is answered exactly. */
export type OpenRing = readonly Point[];

export interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly west: number;
  readonly east: number;
  /** Place of its ring among the rings. */
  readonly ring: number;
  /** Place of its first position in its ring. */
  readonly place: number;
}

/** `touch`: they share one position that is an end of either. `cross`: they cross, or run along each other. */
export type Meeting = 'touch' | 'cross';

/**
 * Calls `visit` for every two edges of the rings that meet, from west to east. Edges that follow one another in a
 * ring are passed over: without spikes they share a position and nothing else.
 */
export function eachMeeting(
  rings: readonly OpenRing[],
  visit: (one: Edge, other: Edge, meeting: Meeting) => void,
): void {
  const edges = rings.flatMap(edgesOf).sort((one, other) => one.west - other.west);
  for (const [i, edge] of edges.entries()) {
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j];
      if (other === undefined || other.west > edge.east) break;
      if (areNeighbours(edge, other, rings)) continue;
      const meeting = meetingOf(edge, other);
      if (meeting !== 'none') visit(edge, other, meeting);
    }
  }
}

function edgesOf(ring: OpenRing, index: number): Edge[] {
  return ring.map((from, place) => {
    const to = ring[place + 1] ?? ring[0] ?? from;
    const [west, east] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]];
    return { from, to, west, east, ring: index, place };
  });
}

function areNeighbours(one: Edge, other: Edge, rings: readonly OpenRing[]): boolean {
  if (one.ring !== other.ring) return false;
  const apart = Math.abs(one.place - other.place);
  return apart === 1 || apart === (rings[one.ring]?.length ?? 0) - 1;
}

function meetingOf(one: Edge, other: Edge): Meeting | 'none' {
  const south = Math.min(other.from[1], other.to[1]);
  const north = Math.max(other.from[1], other.to[1]);
  if (Math.max(one.from[1], one.to[1]) < south || Math.min(one.from[1], one.to[1]) > north) {
    return 'none';
  }
  const fromSide = Math.sign(sideOf(one.from, one.to, other.from));
  const toSide = Math.sign(sideOf(one.from, one.to, other.to));
  if (fromSide === 0 && toSide === 0) return alongside(one, other);
  const startSide = Math.sign(sideOf(other.from, other.to, one.from));
  const endSide = Math.sign(sideOf(other.from, other.to, one.to));
  if (fromSide * toSide < 0 && startSide * endSide < 0) return 'cross';
  return fromSide * toSide <= 0 && startSide * endSide <= 0 ? 'touch' : 'none';
}

/** Two edges on one line: apart, end to end, or one over the other. */
function alongside(one: Edge, other: Edge): Meeting | 'none' {
  const ends = [
    ...[other.from, other.to].filter((end) => isBetween(one.from, one.to, end)),
    ...[one.from, one.to].filter((end) => isBetween(other.from, other.to, end)),
  ];
  const [first] = ends;
  if (first === undefined) return 'none';
  return ends.every(([x, y]) => x === first[0] && y === first[1]) ? 'touch' : 'cross';
}
