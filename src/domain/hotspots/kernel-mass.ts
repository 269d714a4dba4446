import Flatbush from 'flatbush';
import type { AreaEdges } from '../geography/area-edges.ts';
import { crossesToTheEast } from '../geography/areas.ts';
import { cellCentre } from '../geography/cells.ts';
import type { StudyCells } from '../geography/study-cells.ts';

/**
 * A centre that lies exactly on the outline has no inside: all centres are moved by this much, far above rounding
 * and far below anything that shows.
 */
const asideMetres = [1.3e-6, 0.7e-6] as const;
const cellsASlice = 200;

/**
 * The share of a quartic kernel of radius h, set on the centre of each study cell, that lies inside the study area.
 * Dividing a density by it gives the uniform edge correction (Diggle 1985, as spatstat's `edge = TRUE`,
 * `diggle = FALSE`): a place at the border of the force is not called quiet because nothing beyond was recorded.
 *
 * Exact for any polygon. In polar coordinates around the centre the kernel's mass out to radius r is
 * (1 - (1 - r^2/h^2)^3) / 2 pi for each radian, so the mass inside is the number of polygons that hold the centre
 * (0 or 1) less the sum over the edges within the circle of the integral of (1 - r^2/h^2)^3 / 2 pi over their
 * angle. Along an edge at distance p from the centre, r = p / cos(angle), which has a closed form. Where areas
 * overlap the overlap counts twice, and no more than 1 is given: the correction is then too small, never too large.
 *
 * @yields Share of the cells done, 0 to 1.
 * @returns One entry a study cell, 0 to 1.
 */
export function* kernelMassInside(
  { grid, cells }: StudyCells,
  edges: AreaEdges,
  bandwidthMetres: number,
): Generator<number, Float64Array> {
  const boxes = boxesOf(edges);
  const mass = new Float64Array(cells.length);
  for (let place = 0; place < cells.length; place++) {
    if (place % cellsASlice === 0) yield place / cells.length;
    if (boxes === null) continue;
    const centre = cellCentre(grid, cells[place] ?? 0);
    const east = centre[0] + asideMetres[0];
    const north = centre[1] + asideMetres[1];
    let inside = timesInside(edges, boxes, east, north);
    const near = boxes.search(
      east - bandwidthMetres,
      north - bandwidthMetres,
      east + bandwidthMetres,
      north + bandwidthMetres,
    );
    for (const edge of near) {
      inside -= beyondEdge(
        ((edges[4 * edge] ?? 0) - east) / bandwidthMetres,
        ((edges[4 * edge + 1] ?? 0) - north) / bandwidthMetres,
        ((edges[4 * edge + 2] ?? 0) - east) / bandwidthMetres,
        ((edges[4 * edge + 3] ?? 0) - north) / bandwidthMetres,
      );
    }
    mass[place] = Math.min(1, Math.max(0, inside));
  }
  return mass;
}

/** How many polygons hold a position: edges to its east that run up, less those that run down. */
function timesInside(edges: AreaEdges, boxes: Flatbush, east: number, north: number): number {
  let times = 0;
  for (const edge of boxes.search(east, north, boxes.maxX, north)) {
    const [fromEast = 0, fromNorth = 0, toEast = 0, toNorth = 0] = edges.subarray(
      4 * edge,
      4 * edge + 4,
    );
    if (!crossesToTheEast(fromEast, fromNorth, toEast, toNorth, east, north)) continue;
    times += toNorth > fromNorth ? 1 : -1;
  }
  return times;
}

function boxesOf(edges: AreaEdges): Flatbush | null {
  const count = edges.length / 4;
  if (count === 0) return null;
  const boxes = new Flatbush(count);
  for (let at = 0; at < edges.length; at += 4) {
    const [fromEast = 0, fromNorth = 0, toEast = 0, toNorth = 0] = edges.subarray(at, at + 4);
    boxes.add(
      Math.min(fromEast, toEast),
      Math.min(fromNorth, toNorth),
      Math.max(fromEast, toEast),
      Math.max(fromNorth, toNorth),
    );
  }
  boxes.finish();
  return boxes;
}

/**
 * The integral of (1 - r^2)^3 / 2 pi over the angle of the part of an edge inside the unit circle, positive where
 * the edge runs anticlockwise around the origin. Lengths in bandwidths, from the kernel's centre.
 */
function beyondEdge(fromEast: number, fromNorth: number, toEast: number, toNorth: number): number {
  const length = Math.hypot(toEast - fromEast, toNorth - fromNorth);
  const alongEast = (toEast - fromEast) / length;
  const alongNorth = (toNorth - fromNorth) / length;
  // Signed distance of the edge's line, and how far along it the ends are from its point nearest the centre.
  const distance = fromEast * alongNorth - fromNorth * alongEast;
  if (!(Math.abs(distance) < 1)) return 0;
  const half = Math.sqrt(1 - distance * distance);
  const start = fromEast * alongEast + fromNorth * alongNorth;
  const from = Math.max(-half, start);
  const to = Math.min(half, start + length);
  if (!(to > from)) return 0;
  // Anticlockwise around the centre means that the centre is on the left, where `distance` is above 0.
  const angle =
    Math.sign(distance) *
    (Math.atan2(to, Math.abs(distance)) - Math.atan2(from, Math.abs(distance)));
  return (angle - (antiderivative(to, distance) - antiderivative(from, distance))) / (2 * Math.PI);
}

/**
 * With t = tan(angle) = along / p: the integral of 1 - (1 - p^2 sec^2)^3, that is of
 * 3 p^2 sec^2 - 3 p^4 sec^4 + p^6 sec^6. Written in `along` there is nothing to divide by p, so that an edge
 * through the centre needs no care.
 */
function antiderivative(along: number, distance: number): number {
  const p2 = distance * distance;
  const a2 = along * along;
  return distance * along * (3 - 3 * p2 - a2 + p2 * p2 + (2 / 3) * p2 * a2 + (a2 * a2) / 5);
}
