import { type EpsCells, epsCells, neighbourSweep } from './eps-cells.ts';

/** Clusters of places by density. */
export interface DensityClusters {
  /** One entry a place: the number of its cluster from 1, 0 for noise. */
  readonly labels: Int32Array;
  /** 1 for a core place: at least `minPoints` places, itself included, within eps. */
  readonly core: Uint8Array;
  readonly clusters: number;
}

/**
 * DBSCAN (Ester and others 1996). A place is core when at least `minPoints` places, itself included, lie within
 * `epsMetres` of it (d <= eps). Core places within eps of each other are one cluster. A place that is not core but
 * within eps of a core place is a border place and belongs to the cluster found first: clusters are numbered by
 * their first core place in the order of the places, as R's dbscan and scikit-learn do.
 *
 * Places are put in squares of eps / sqrt 2, so that all in one square are neighbours: a square with `minPoints`
 * places is core as a whole, and squares rather than places are joined. Linear in the number of places whatever
 * their clustering. Only places that the boxes around core places leave in doubt are held against each other.
 *
 * @throws RangeError for columns of unequal length, a position that is not finite, an eps that is not above 0, or
 * a `minPoints` below 1.
 */
export function densityClusters(
  eastings: Float64Array,
  northings: Float64Array,
  epsMetres: number,
  minPoints: number,
): DensityClusters {
  if (!(Number.isInteger(minPoints) && minPoints >= 1)) {
    throw new RangeError('The fewest points of a cluster must be a whole number from 1.');
  }
  const cells = epsCells(eastings, northings, epsMetres);
  const found = findCore(cells, minPoints);
  const { labelOfCell, clusters } = numberClusters(cells, found, joinCells(cells, found));
  const labels = labelPlaces(cells, found, labelOfCell);
  const core = new Uint8Array(labels.length);
  for (let place = 0; place < labels.length; place++) {
    const label = labels[place] ?? 0;
    if (label >= 0) continue;
    core[place] = 1;
    labels[place] = -label;
  }
  return { labels, core, clusters };
}

/** Which places are core, in the order of the cells. */
interface CorePlaces {
  readonly core: Uint8Array;
  /** 1 for cells with a core place. */
  readonly hasCore: Uint8Array;
  /** 1 for cells of which every place is core. */
  readonly isAllCore: Uint8Array;
  /** Four values a cell with a core place: west, south, east and north end of its core places. */
  readonly box: Float64Array;
}

function squaredBetween({ east, north }: EpsCells, a: number, b: number): number {
  const across = (east[a] ?? 0) - (east[b] ?? 0);
  const up = (north[a] ?? 0) - (north[b] ?? 0);
  return across * across + up * up;
}

function findCore(cells: EpsCells, minPoints: number): CorePlaces {
  const core = new Uint8Array(cells.order.length);
  const hasCore = new Uint8Array(cells.count);
  const isAllCore = new Uint8Array(cells.count);
  const box = new Float64Array(4 * cells.count);
  const near = new Int32Array(10);
  const neighbours = neighbourSweep(cells);
  const { start } = cells;
  for (let cell = 0; cell < cells.count; cell++) {
    const first = start[cell] ?? 0;
    const end = start[cell + 1] ?? 0;
    if (end - first >= minPoints) {
      core.fill(1, first, end);
      hasCore[cell] = 1;
      isAllCore[cell] = 1;
      boxCore(cells, core, cell, box);
      continue;
    }
    neighbours(cell, near);
    let most = 0;
    for (let run = 0; run < 10; run += 2) {
      most += (start[near[run + 1] ?? 0] ?? 0) - (start[near[run] ?? 0] ?? 0);
    }
    // Even if all around were near enough there would be too few.
    if (most < minPoints) continue;
    let found = 0;
    for (let at = first; at < end; at++) {
      if (!hasEnough(cells, at, minPoints, near)) continue;
      core[at] = 1;
      found++;
    }
    if (found === 0) continue;
    hasCore[cell] = 1;
    if (found === end - first) isAllCore[cell] = 1;
    boxCore(cells, core, cell, box);
  }
  return { core, hasCore, isAllCore, box };
}

/** The runs of cells around one, its own row first: there most places are near enough. */
const nearestRuns = Uint8Array.of(4, 2, 6, 0, 8);

/** Whether the place `at` has `minPoints` within eps, itself included, in the runs of cells `near`. */
function hasEnough(cells: EpsCells, at: number, minPoints: number, near: Int32Array): boolean {
  const { start, east, north, squaredEps } = cells;
  const ownEast = east[at] ?? 0;
  const ownNorth = north[at] ?? 0;
  let found = 0;
  for (let nearest = 0; nearest < 5; nearest++) {
    const run = nearestRuns[nearest] ?? 0;
    const end = start[near[run + 1] ?? 0] ?? 0;
    for (let to = start[near[run] ?? 0] ?? 0; to < end; to++) {
      const across = (east[to] ?? 0) - ownEast;
      const up = (north[to] ?? 0) - ownNorth;
      if (across * across + up * up > squaredEps) continue;
      found++;
      if (found >= minPoints) return true;
    }
  }
  return false;
}

function boxCore(cells: EpsCells, core: Uint8Array, cell: number, box: Float64Array): void {
  const end = cells.start[cell + 1] ?? 0;
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [south, north] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = cells.start[cell] ?? 0; at < end; at++) {
    if (core[at] !== 1) continue;
    const ownEast = cells.east[at] ?? 0;
    const ownNorth = cells.north[at] ?? 0;
    if (ownEast < west) west = ownEast;
    if (ownEast > east) east = ownEast;
    if (ownNorth < south) south = ownNorth;
    if (ownNorth > north) north = ownNorth;
  }
  box[4 * cell] = west;
  box[4 * cell + 1] = south;
  box[4 * cell + 2] = east;
  box[4 * cell + 3] = north;
}

/** The root of each cell's cluster: cells are one cluster when a core place of each lies within eps. */
function joinCells(cells: EpsCells, found: CorePlaces): Int32Array {
  const parent = new Int32Array(cells.count);
  for (let cell = 0; cell < cells.count; cell++) parent[cell] = cell;
  const rootOf = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) {
      // Halving the path keeps the trees flat.
      const above = parent[root] ?? root;
      parent[root] = parent[above] ?? above;
      root = parent[root] ?? root;
    }
    return root;
  };
  const near = new Int32Array(10);
  const neighbours = neighbourSweep(cells);
  for (let cell = 0; cell < cells.count; cell++) {
    if (found.hasCore[cell] !== 1) continue;
    neighbours(cell, near);
    // Each pair once: the cells after this one lie in its own row and the two north of it.
    for (let run = 4; run < 10; run += 2) {
      const end = near[run + 1] ?? 0;
      for (let other = Math.max(near[run] ?? 0, cell + 1); other < end; other++) {
        if (found.hasCore[other] !== 1) continue;
        const from = rootOf(cell);
        const to = rootOf(other);
        // Only where it could still join two clusters.
        if (from !== to && touches(cells, found, cell, other)) {
          parent[Math.max(from, to)] = Math.min(from, to);
        }
      }
    }
  }
  for (let cell = 0; cell < cells.count; cell++) parent[cell] = rootOf(cell);
  return parent;
}

/** Whether a core place of one cell lies within eps of a core place of another. */
function touches(cells: EpsCells, found: CorePlaces, one: number, other: number): boolean {
  const { box } = found;
  const [west, south] = [box[4 * one] ?? 0, box[4 * one + 1] ?? 0];
  const [east, north] = [box[4 * one + 2] ?? 0, box[4 * one + 3] ?? 0];
  const [otherWest, otherSouth] = [box[4 * other] ?? 0, box[4 * other + 1] ?? 0];
  const [otherEast, otherNorth] = [box[4 * other + 2] ?? 0, box[4 * other + 3] ?? 0];
  const across = Math.max(0, otherWest - east, west - otherEast);
  const up = Math.max(0, otherSouth - north, south - otherNorth);
  if (across * across + up * up > cells.squaredEps) return false;
  const widest = Math.max(otherEast - west, east - otherWest);
  const highest = Math.max(otherNorth - south, north - otherSouth);
  if (widest * widest + highest * highest <= cells.squaredEps) return true;
  const end = cells.start[one + 1] ?? 0;
  for (let from = cells.start[one] ?? 0; from < end; from++) {
    if (found.core[from] === 1 && hasCoreNear(cells, found, from, other)) return true;
  }
  return false;
}

/** Whether a core place of `cell` lies within eps of the place `at`: the box around them is asked first. */
function hasCoreNear(
  cells: EpsCells,
  { core, box }: CorePlaces,
  at: number,
  cell: number,
): boolean {
  const east = cells.east[at] ?? 0;
  const north = cells.north[at] ?? 0;
  const across = Math.max(0, (box[4 * cell] ?? 0) - east, east - (box[4 * cell + 2] ?? 0));
  const up = Math.max(0, (box[4 * cell + 1] ?? 0) - north, north - (box[4 * cell + 3] ?? 0));
  if (across * across + up * up > cells.squaredEps) return false;
  const end = cells.start[cell + 1] ?? 0;
  for (let to = cells.start[cell] ?? 0; to < end; to++) {
    if (core[to] === 1 && squaredBetween(cells, at, to) <= cells.squaredEps) return true;
  }
  return false;
}

/** The number of each cell's cluster from 1, by the first core place of the cluster; 0 for cells without one. */
function numberClusters(
  { count, start, order }: EpsCells,
  { core, hasCore }: CorePlaces,
  rootOfCell: Int32Array,
): { labelOfCell: Int32Array; clusters: number } {
  const firstOfRoot = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const roots: number[] = [];
  for (let cell = 0; cell < count; cell++) {
    if (hasCore[cell] !== 1) continue;
    const root = rootOfCell[cell] ?? 0;
    if (root === cell) roots.push(root);
    // Places of a cell stand in the order of the input.
    let at = start[cell] ?? 0;
    while (core[at] !== 1) at++;
    firstOfRoot[root] = Math.min(firstOfRoot[root] ?? 0, order[at] ?? 0);
  }
  roots.sort((a, b) => (firstOfRoot[a] ?? 0) - (firstOfRoot[b] ?? 0));
  const labelOfRoot = new Int32Array(count);
  for (const [at, root] of roots.entries()) labelOfRoot[root] = at + 1;
  const labelOfCell = rootOfCell.map((root, cell) =>
    hasCore[cell] === 1 ? (labelOfRoot[root] ?? 0) : 0,
  );
  return { labelOfCell, clusters: roots.length };
}

/**
 * The label of each place in the order of the input: below 0 for core places, so that the scattered writing is done
 * once; of a place that is not core, the first cluster that has a core place within eps.
 */
function labelPlaces(cells: EpsCells, found: CorePlaces, labelOfCell: Int32Array): Int32Array {
  const { count, start, order } = cells;
  const labels = new Int32Array(order.length);
  const near = new Int32Array(10);
  const neighbours = neighbourSweep(cells);
  for (let cell = 0; cell < count; cell++) {
    const label = labelOfCell[cell] ?? 0;
    if (label === 0) continue;
    const end = start[cell + 1] ?? 0;
    for (let at = start[cell] ?? 0; at < end; at++) {
      if (found.core[at] === 1) labels[order[at] ?? 0] = -label;
    }
    // From the core places outwards: most places of a force are near none.
    neighbours(cell, near);
    for (let run = 0; run < 10; run += 2) {
      const after = near[run + 1] ?? 0;
      for (let other = near[run] ?? 0; other < after; other++) {
        if (found.isAllCore[other] !== 1) labelBorders(cells, found, cell, other, label, labels);
      }
    }
  }
  return labels;
}

/** Gives the places of `other` that are not core and have a core place of `cell` within eps its label, if it is lower. */
function labelBorders(
  cells: EpsCells,
  found: CorePlaces,
  cell: number,
  other: number,
  label: number,
  labels: Int32Array,
): void {
  const end = cells.start[other + 1] ?? 0;
  for (let at = cells.start[other] ?? 0; at < end; at++) {
    if (found.core[at] === 1) continue;
    const place = cells.order[at] ?? 0;
    const own = labels[place] ?? 0;
    if ((own === 0 || own > label) && hasCoreNear(cells, found, at, cell)) labels[place] = label;
  }
}
