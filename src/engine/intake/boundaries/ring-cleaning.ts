import { type Point, sideOf } from './ring-geometry.ts';

/** A ring without its closing position, and whether spikes were taken off it. */
export interface CleanedRing {
  readonly ring: readonly Point[];
  readonly hadSpikes: boolean;
}

/**
 * Takes repeated positions and spikes (an edge that runs back over the one before) off an open ring of whole
 * numbers. Null when fewer than three positions are left.
 */
export function cleanRing(points: readonly Point[]): CleanedRing | null {
  const ring: Point[] = [];
  let hadSpikes = false;
  for (const point of points) {
    ring.push(point);
    for (let fault = faultAt(ring, -2); fault !== null; fault = faultAt(ring, -2)) {
      hadSpikes ||= fault === 'spike';
      ring.splice(-2, 1);
    }
  }
  // The first and the last position are neighbours too.
  for (;;) {
    const atLast = faultAt(ring, -1);
    const atFirst = faultAt(ring, 0);
    if (atLast === null && atFirst === null) break;
    hadSpikes ||= atLast === 'spike' || atFirst === 'spike';
    if (atLast === null) ring.shift();
    else ring.pop();
  }
  return ring.length < 3 ? null : { ring, hadSpikes };
}

/** What is wrong with the position at this place of the ring, with the two beside it. */
function faultAt(ring: readonly Point[], place: number): 'repeated' | 'spike' | null {
  if (ring.length < 2) return null;
  const here = ring.at(place);
  const after = ring.at((place + 1) % ring.length);
  const before = ring.at((place - 1) % ring.length);
  if (here === undefined || before === undefined || after === undefined) return null;
  if (here[0] === after[0] && here[1] === after[1]) return 'repeated';
  if (ring.length < 3 || sideOf(before, here, after) !== 0) return null;
  const onward =
    (here[0] - before[0]) * (after[0] - here[0]) + (here[1] - before[1]) * (after[1] - here[1]);
  return onward < 0 ? 'spike' : null;
}
